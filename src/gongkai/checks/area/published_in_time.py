from collections.abc import Iterator
from datetime import date

from gongkai.checks.examples import AreaExample, ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.checks.whole import WholeArea
from gongkai.reports.consolidate.members import GOVERNMENT
from gongkai.reports.model.area import Body
from gongkai.statute.provisions import REGULATION

LOWEST = ("乡人民政府", "镇人民政府", "乡政府", "镇政府", "街道", "街道办事处")
LOWEST_LEVELS = frozenset({"street", "township", "街道", "乡镇", "镇", "乡"})


def _due(body: Body, year: int) -> date:
    """31 January of the next year, for governments 31 March."""
    government = body.level in GOVERNMENT or body.name.endswith(("人民政府", "政府"))
    return date(year + 1, 3, 31) if government else date(year + 1, 1, 31)


@rule(
    id="R03",
    severity=Severity.ERROR,
    source=REGULATION.article("49"),
    english="A report was published after 31 January (a government's: after 31 March)",
    mend=Wording(
        "查明原因，下一年度按时公布。",
        "Find out why, and publish in time next year.",
    ),
    passes=(
        AreaExample((Body("青禾区财政局", published_on=date(2025, 1, 31)),), (ReportExample(),)),
        AreaExample((Body("青禾区财政局"),), (ReportExample(),)),
        AreaExample(
            (Body("青禾区人民政府", "government", published_on=date(2025, 3, 31)),),
            (ReportExample(body="青禾区人民政府", body_kind="government"),),
        ),
    ),
    fails=(
        AreaExample((Body("青禾区财政局", published_on=date(2025, 2, 1)),), (ReportExample(),)),
        AreaExample((Body("青禾区财政局"),), (ReportExample(published_on=date(2025, 2, 11)),)),
        AreaExample(
            (Body("石桥街道", "street", published_on=date(2025, 2, 11)),),
            (ReportExample(body="石桥街道", body_kind="street"),),
        ),
    ),
)
def published_in_time(whole: WholeArea) -> Iterator[Found]:
    """年度报告按时公布

    政府部门在 1 月 31 日前、县级以上政府在 3 月 31 日前公布上一年度报告。条例没有点名乡镇、街道，
    超过这一日期的只作提示。
    """
    for body, statement in whole.listed:
        published = body.published_on or statement.published_on
        if published is None or statement.year is None:
            continue
        due = _due(body, statement.year)
        if published > due:
            lowest = body.level in LOWEST_LEVELS or body.name.endswith(LOWEST)
            yield Found(
                f"area.{body.name}",
                f"{body.name} {published:%Y-%m-%d} 公布，应在 {due:%Y-%m-%d} 前公布",
                f"{body.name} published on {published:%Y-%m-%d}, due by {due:%Y-%m-%d}",
                severity=Severity.NOTE if lowest else None,
            )
