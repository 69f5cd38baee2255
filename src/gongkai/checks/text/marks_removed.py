import re
from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.published import Publication, PublicationExample
from gongkai.checks.report.no_classification_marks import ALONE, EDGE, MARK
from gongkai.checks.rule import rule
from gongkai.checks.source import Part
from gongkai.statute.provisions import SECRETS_RULES


@rule(
    id="X08",
    severity=Severity.ERROR,
    source=SECRETS_RULES.article("42"),
    english="A classification mark or an internal-use mark stands in what is to be published",
    mend=Wording(
        "停止公布，报保密机构查明该件是否定密。",
        "Do not publish; let the secrecy office find out whether it is classified.",
    ),
    passes=(
        PublicationExample(text="严格执行保密审查，属于国家秘密、内部资料的不予公开。"),
        PublicationExample(text="落实先审查、后公开，确保涉密信息不上网。"),
    ),
    fails=(
        PublicationExample(text="机密★1年\n关于某事项的通知"),
        PublicationExample(attachments=(("附件.docx", "（内部资料，注意保存）\n一、情况"),)),
        PublicationExample(text="密级：秘密\n正文"),
    ),
)
def marks_removed(publication: Publication) -> Iterator[Found]:
    """不公布带密级或者内部标识的文件

    公开前逐项进行保密审查，先审查、后公开。说到“国家秘密”“保密审查”不算。
    """
    for part in publication.parts:
        for match in (*MARK.finditer(part.text), *_alone(part)):
            shown = re.sub(r"\s+", "", match[0])
            yield Found(
                part.at,
                f"出现密级或者内部标识“{shown}”",
                f"a classification or internal-use mark “{shown}”",
                place=part.place(match.start()),
            )


def _alone(part: Part) -> Iterator[re.Match[str]]:
    """Marks on a line of their own at an edge of a part."""
    for match in ALONE.finditer(part.text):
        if match.start() <= EDGE or len(part.text) - match.end() <= EDGE:
            yield match
