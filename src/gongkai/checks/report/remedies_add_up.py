from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.sums import broken_sums
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021

BLOCK = "remedies.reconsideration"


@rule(
    id="A04",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(4),
    english="The results of a block of table three do not add up to its 总计",
    mend=Wording(
        "核对复议、诉讼案件台账，更正该组的“总计”或者填错的一格。",
        "Check the register of cases; correct 总计 of this block or the wrong cell.",
    ),
    passes=ReportExample(
        figures={f"{BLOCK}.upheld": 10, f"{BLOCK}.corrected": 1, f"{BLOCK}.total": 11}
    ),
    fails=ReportExample(
        figures={f"{BLOCK}.upheld": 10, f"{BLOCK}.corrected": 1, f"{BLOCK}.total": 0}
    ),
)
def remedies_add_up(report: Report) -> Iterator[Found]:
    """复议、诉讼表每一组四种结果之和等于“总计”

    结果维持、结果纠正、其他结果、尚未审结四项，合起来就是该组的全部案件。
    """
    for gap in broken_sums(report, "A04"):
        yield Found(
            f"{gap.at}.total",
            f"{gap.name.zh}：四种结果合计 {gap.left} 件，“总计”填 {gap.right} 件",
            f"{gap.name.en}: the four results come to {gap.left}, 总计 says {gap.right}",
        )
