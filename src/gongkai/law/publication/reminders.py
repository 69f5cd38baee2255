"""When those who make the annual report are reminded of it, from data; the last rung is overdue.

A rung on a day of rest is climbed on the working day before. The legal day does not move, so the
words name the working day to be done by.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.calendar.workdays import WorkCalendar
from gongkai.law.publication.annual import ReportDue
from gongkai.statute.parameters import parameter


@dataclass(frozen=True)
class Reminder:
    """One rung: from which day on, the sentence for the clerk, and the days then left."""

    on: date
    text: str
    left: int = 0
    overdue: bool = False


def ladder(due: ReportDue, calendar: WorkCalendar) -> tuple[Reminder, ...]:
    """The reminders of one report, earliest first."""
    name = "governments" if due.of_government else "departments"
    rungs = parameter(f"report.{name}_reminders").records_on(due.legal)
    days = [date(due.year + row["year"], row["month"], row["day"]) for row in rungs]
    climbed = sorted({calendar.on_or_before(day).date for day in days})
    told = [Reminder(day, _text(due, day), (due.plan.date - day).days) for day in climbed]
    late = f"{due.year}年度报告的公布期限{_day(due.legal)}已过，请立即公布并说明原因。"
    return (*told, Reminder(due.legal + timedelta(days=1), late, overdue=True))


def reached(rungs: tuple[Reminder, ...], today: date) -> Reminder | None:
    """The rung that holds on a day; None before the first."""
    past = [rung for rung in rungs if rung.on <= today]
    return past[-1] if past else None


def _text(due: ReportDue, on: date) -> str:
    left = (due.plan.date - on).days
    if due.warning:
        return f"{due.warning}，还有{left}天。"
    return f"{due.year}年度报告应当在{_day(due.legal)}前公布，还有{left}天。"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
