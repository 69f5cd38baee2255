from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import UNSEEN, Publication, PublicationExample, lines_of
from gongkai.checks.rule import rule
from gongkai.statute.provisions import SECRETS_RULES


@rule(
    id="X13",
    severity=Severity.WARNING,
    source=SECRETS_RULES.article("42"),
    english="A spreadsheet has hidden sheets, rows or columns",
    mend=Wording(
        "删除隐藏的内容，或者取消隐藏并核对后重新上传。",
        "Delete what is hidden, or show it, check it and upload the file again.",
    ),
    passes=PublicationExample(attachments=(("名单.xlsx", "序号\t金额\n1\t500"),)),
    fails=PublicationExample(attachments=(("名单.xlsx", "序号\t金额\f隐藏的列"),)),
)
def nothing_hidden(publication: Publication) -> Iterator[Found]:
    """表格里没有隐藏的行、列和工作表

    隐藏不是删除，下载的人点一下就能看到。泄露的证件号码多半在隐藏的列里。
    """
    for part in publication.parts:
        if not part.at.endswith(".hidden"):
            continue
        for start, line in lines_of(part):
            if line.startswith(UNSEEN):
                yield Found(
                    part.at, f"附件有{line}", "something is hidden", place=part.place(start)
                )
