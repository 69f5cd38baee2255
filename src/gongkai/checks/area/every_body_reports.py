from collections.abc import Iterator

from gongkai.checks.examples import AreaExample, ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.whole import WholeArea
from gongkai.reports.model.area import Body
from gongkai.statute.provisions import REGULATION

FINANCE, HOUSING = Body("青禾区财政局"), Body("青禾区住建局")


@rule(
    id="R01",
    severity=Severity.ERROR,
    source=REGULATION.article("49"),
    english="A body that must report has no report",
    mend=Wording(
        "催报；名单有误的更正名单。",
        "Ask the body for its report, or correct the list.",
    ),
    passes=AreaExample((FINANCE,), (ReportExample(),)),
    fails=AreaExample((FINANCE, HOUSING), (ReportExample(),)),
)
def every_body_reports(whole: WholeArea) -> Iterator[Found]:
    """名单上的机关都有年度报告

    政府部门每年 1 月 31 日前向本级主管部门提交并公布上一年度报告。
    名单上有而没有读到报告的，就是缺报。
    """
    year = whole.members.year
    for body in whole.members.missing:
        yield Found(
            f"area.{body.name}",
            f"{body.name}没有{f' {year} ' if year else ''}年度报告",
            f"no report of {body.name}{f' for {year}' if year else ''}",
        )
