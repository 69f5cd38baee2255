"""Periods in calendar days, months and years, that end on a working day.

Civil procedure, article 85, by analogy: the first day is not counted, and a last day that is a day
of rest moves to the next working day. A period in months ends on the day of the same number, or
on the last of the month when there is none.
"""

from calendar import monthrange
from datetime import date, timedelta

from gongkai.law.calendar.workdays import Due, WorkCalendar


def days_after(start: date, days: int, calendar: WorkCalendar) -> Due:
    """The end of a period of so many calendar days."""
    return calendar.on_or_after(start + timedelta(days=days))


def month_day(start: date, months: int) -> date:
    """The day of the same number so many months on, or the last of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def months_after(start: date, months: int, calendar: WorkCalendar) -> Due:
    """The end of a period of so many months."""
    return calendar.on_or_after(month_day(start, months))


def years_after(start: date, years: int, calendar: WorkCalendar) -> Due:
    """The end of a period of so many years."""
    return months_after(start, 12 * years, calendar)
