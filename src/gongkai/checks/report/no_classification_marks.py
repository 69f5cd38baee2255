import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.source import Part, parts
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import SECRETS_RULES

MARK = re.compile(
    r"(?:绝\s*密|机\s*密|秘\s*密|内\s*部)\s*[★☆]"
    r"|密\s*级\s*[:：]\s*(?:绝密|机密|秘密|内部)"
    r"|[（(【]\s*(?:内部(?:资料|文件|使用|参考|材料)|仅供内部(?:参考|使用)|此件不(?:予)?公开)"
    r"[^）)】]{0,10}[）)】]"
    r"|公开(?:属性|方式|类别)\s*[:：]\s*(?:不予?公开|内部)"
    r"|内部(?:资料|文件|材料|刊物)\s*[，,、 ·]?\s*(?:注意保[存密]|(?:严禁|请勿|不得)外传|妥善保管)"
)
ALONE = re.compile(
    r"(?m)^[ \t\u3000]*"
    r"(?:绝\s*密|机\s*密|秘\s*密|内部(?:资料|文件|使用|材料)|仅供内部(?:参考|使用))[ \t\u3000]*$"
)
EDGE = 60
"""Characters from the beginning or end of a part within which a mark may stand alone."""


@rule(
    id="P05",
    severity=Severity.ERROR,
    source=SECRETS_RULES.article("42"),
    english="A classification mark or an internal-use mark is published",
    mend=Wording(
        "立即撤下并报告保密部门，查明该件是否定密、为何公开。",
        "Take the page down, tell the secrecy office, and find out why it was published.",
    ),
    passes=(
        ReportExample(prose={"overview": "严格执行保密审查，属于国家秘密、内部资料的不予公开。"}),
        ReportExample(prose={"overview": "落实先审查、后公开，确保涉密信息不上网。"}),
        ReportExample(hidden="第 1 页"),
    ),
    fails=(
        ReportExample(prose={"preamble": "机密★1年"}),
        ReportExample(prose={"annex": "（内部资料，注意保存）"}),
        ReportExample(hidden="秘密"),
        ReportExample(prose={"annex": "密级：秘密"}),
    ),
)
def no_classification_marks(report: Report) -> Iterator[Found]:
    """不出现密级和内部标识

    公开前应当逐项进行保密审查，先审查、后公开。带密级或者内部标识的文件不应当出现在公开的报告里。
    正文和表格里说到“国家秘密”“保密审查”不算。
    """
    for part in parts(report):
        for match in (*MARK.finditer(part.text), *_alone(part)):
            shown = re.sub(r"\s+", "", match[0])
            yield Found(
                part.at,
                f"出现密级或者内部标识“{shown}”",
                f"a classification or internal-use mark “{shown}”",
                place=part.place(match.start()),
            )


def _alone(part: Part) -> Iterator[re.Match[str]]:
    """Marks on a line of their own at an edge of a part; elsewhere a table's label was broken."""
    if part.at.startswith("sections."):
        return
    for match in ALONE.finditer(part.text):
        at_end = part.at != "document" and len(part.text) - match.end() <= EDGE
        if match.start() <= EDGE or at_end:
            yield match
