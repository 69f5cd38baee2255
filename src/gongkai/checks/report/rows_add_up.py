from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.sums import broken_sums
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State
from gongkai.statute.provisions import REPORT_FORM_2021

ROW = "requests.unavailable_not_held"


@rule(
    id="A03",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="The six applicant columns of a row do not add up to its 总计",
    mend=Wording(
        "核对该行六类申请人的件数，更正“总计”或者填错的一格。",
        "Check the six kinds of applicants in this row; correct 总计 or the wrong cell.",
    ),
    passes=(
        ReportExample(figures={"requests.granted": 4, "requests.handled_total": 4}),
        ReportExample(states={f"{ROW}.total": State.BLANK}, figures={f"{ROW}.business": 1}),
    ),
    fails=ReportExample(figures={f"{ROW}.natural_person": 1, f"{ROW}.total": 0}),
)
def rows_add_up(report: Report) -> Iterator[Found]:
    """申请表每一行六类申请人之和等于“总计”

    总计是自然人和五类组织之和。总计漏填或者错填，会使上级汇总的数字一起出错。
    """
    for gap in broken_sums(report, "A03"):
        yield Found(
            f"{gap.at}.total",
            f"{gap.name.zh}行：各类申请人合计 {gap.left} 件，“总计”填 {gap.right} 件",
            f"row {gap.name.en}: the applicants come to {gap.left}, 总计 says {gap.right}",
        )
