from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.rule import rule
from gongkai.statute.provisions import PERSONAL_INFORMATION

OLD = (".doc", ".xls", ".ppt", ".wps", ".et", ".dps")


@rule(
    id="X12",
    severity=Severity.WARNING,
    source=PERSONAL_INFORMATION.article("25"),
    english="A file of an old format keeps its author, comments and revisions",
    mend=Wording(
        "另存为 docx、xlsx、pptx 或者 PDF 后重新上传。",
        "Save it as docx, xlsx, pptx or PDF and upload it again.",
    ),
    passes=(
        PublicationExample(attachments=(("名单.xlsx", "略"),)),
        PublicationExample(attachments=(("名单.xls", "略"),), freed=("名单.xls",)),
    ),
    fails=PublicationExample(attachments=(("名单.xls", "略"),)),
)
def files_can_be_cleaned(publication: Publication) -> Iterator[Found]:
    """附件的隐藏信息可以清除

    公布的是清除了作者、批注、修订记录的副本；旧格式的文件先转换成
    新格式才能清除；转换不了的，会把这些一起公布出去。
    """
    for index, (name, _text) in enumerate(publication.attachments):
        if name.lower().endswith(OLD) and name not in publication.freed:
            yield Found(
                f"attachments.{index}",
                f"附件“{name}”是旧格式，还没有清除了作者、批注等隐藏信息的副本",
                f"{name} is of an old format, and no cleaned copy was made",
            )
