"""When the annual report is due (article 49).

The article names departments of county level and above (31 January) and the governments of county
level and above (31 March). Townships and streets publish by practice; they get the earlier day.
The day does not move when it is a day of rest: plan for the working day before it.
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.statute.catalogue import BodyKind, Level
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import Provision

NAMED_AS_DEPARTMENTS = {BodyKind.DEPARTMENT, BodyKind.AUTHORISED}


@dataclass(frozen=True)
class ReportDue:
    """The legal day, the working day to plan for, and whether article 49 names such a body."""

    year: int
    legal: date
    plan: Due
    source: Provision
    named: bool
    of_government: bool = False

    @property
    def warning(self) -> str:
        """A Chinese sentence when the legal day is a day of rest; else empty."""
        if self.plan.date == self.legal:
            return ""
        return (
            f"截止日{self.legal:%Y年}{self.legal.month}月{self.legal.day}日不是工作日，期限不顺延，"
            f"请在{self.plan.date.month}月{self.plan.date.day}日前完成"
        )


def report_due(year: int, level: Level, kind: BodyKind, calendar: WorkCalendar) -> ReportDue | None:
    """When the report for that year is due; None for a public enterprise, which makes none."""
    if kind is BodyKind.ENTERPRISE:
        return None
    of_government = kind is BodyKind.GOVERNMENT and level is not Level.TOWNSHIP
    name = "report.governments_by" if of_government else "report.departments_by"
    value = parameter(name).value_on(date(year + 1, 1, 1))
    legal = date(year + 1, value.value["month"], value.value["day"])
    return ReportDue(
        year=year,
        legal=legal,
        plan=calendar.on_or_before(legal),
        source=value.source,
        named=of_government or (kind in NAMED_AS_DEPARTMENTS and level is not Level.TOWNSHIP),
        of_government=of_government,
    )
