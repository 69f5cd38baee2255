from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, applications
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.sums import broken_sums
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="A02",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="The outcomes of a column do not add up to （七）总计",
    mend=Wording(
        "重新加总该列（一）至（六）各行，或者更正“（七）总计”。",
        "Add up rows （一） to （六） of this column again, or correct （七）总计.",
    ),
    passes=ReportExample(figures=applications(received=3, granted=1, other_other=2)),
    fails=ReportExample(
        figures=applications(received=3, granted=1, other_other=1, handled_total=3)
    ),
)
def outcomes_add_up(report: Report) -> Iterator[Found]:
    """办理结果各行之和等于“（七）总计”

    每件办结的申请只计一种结果，所以（一）至（六）各行之和就是“（七）总计”。
    """
    for gap in broken_sums(report, "A02"):
        yield Found(
            gap.at,
            f"{gap.name.zh}列：办理结果各行合计 {gap.left} 件，“（七）总计”填 {gap.right} 件",
            f"column {gap.name.en}: the outcomes come to {gap.left}, （七）总计 says {gap.right}",
        )
