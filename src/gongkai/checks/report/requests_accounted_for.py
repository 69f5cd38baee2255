from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, applications
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.sums import broken_sums
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="A01",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="Applications that came in do not equal those handled and carried over",
    mend=Wording(
        "逐件核对申请台账：该列第一项加第二项应等于第三项加第四项。",
        "Go through the register: items one and two must equal items three and four.",
    ),
    passes=ReportExample(figures=applications(received=10, carried_in=2, granted=9, carried_out=3)),
    fails=ReportExample(figures=applications(received=10, carried_in=2, granted=9, carried_out=2)),
)
def requests_accounted_for(report: Report) -> Iterator[Found]:
    """收到的申请都有去向

    表头印明的勾稽关系：本年新收加上年结转，等于办理总计加结转下年。每件申请要么办结，
    要么结转；对不上，就是漏计或者重复计算。
    """
    for gap in broken_sums(report, "A01"):
        yield Found(
            gap.at,
            f"{gap.name.zh}列：新收加上年结转为 {gap.left} 件，办理总计加结转下年为 {gap.right} 件",
            f"column {gap.name.en}: {gap.left} received and carried in, "
            f"{gap.right} handled and carried out",
        )
