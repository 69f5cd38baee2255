"""Working days of the State Council's calendar: adding, counting, explaining them.

The calendar is built once from the tables of the years into sorted lists; every question is then
a search in them. Limitation: the notice for a year may still move days of the December before it
(2018-12-29 was worked because of the notice for 2019); until it is out nobody knows, and the last
December of the last known year is answered from its own notice.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from gongkai.statute.holidays import (
    DAY,
    YearTable,
    computed_table,
    days_from,
    is_weekend,
    packaged_tables,
)

YEARS_BEFORE, YEARS_AFTER = 10, 20
"""How far the calendar reaches, provisionally, beyond the first and last year with a table."""
WEEKDAYS = "一二三四五六日"


class BeyondCalendarError(ValueError):
    """The date lies so far off that not even a provisional answer makes sense."""


@dataclass(frozen=True, slots=True)
class Due:
    """A day that was counted to. `provisional`: a year on the way has no holiday notice yet."""

    date: date
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class DayOf:
    """A day of the calendar: worked or not, and why (`周一`, `周末`, `国庆节放假`, `调休上班`)."""

    date: date
    worked: bool
    why: str
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class CountedDay:
    """A day of a period: its number in the count, or None when it does not count, and why."""

    date: date
    number: int | None
    why: str
    provisional: bool = False


class WorkCalendar:
    """Working days by tables; years without a table are computed and marked provisional.

    Immutable: `with_tables` makes another. All dates are days in China.
    """

    def __init__(self, tables: Mapping[int, YearTable]) -> None:
        known = {year: table for year, table in tables.items() if not table.provisional}
        first, last = min(known) - YEARS_BEFORE, max(known) + YEARS_AFTER
        self._tables = {
            year: known.get(year) or computed_table(year) for year in range(first, last + 1)
        }
        self.first, self.last = date(first, 1, 1), date(last, 12, 31)
        self._off: dict[date, str] = {}
        self._worked: set[date] = set()
        for table in self._tables.values():
            self._off.update(table.off)
            self._worked.update(table.worked)
            self._worked.difference_update(table.off)
            for day in table.worked:
                self._off.pop(day, None)
        self._index()

    def _index(self) -> None:
        """Working days as ordinals and, beside each, its answers and the last unknown day."""
        self._ordinals: list[int] = []
        self._unknown: list[int] = []
        self._sure: list[Due] = []
        self._unsure: list[Due] = []
        unknown = 0
        for day in days_from(self.first, self.last):
            if self._tables[day.year].provisional:
                unknown = day.toordinal()
            if self.is_working_day(day):
                self._ordinals.append(day.toordinal())
                self._unknown.append(unknown)
                self._sure.append(Due(day))
                self._unsure.append(Due(day, provisional=True))

    def with_tables(self, tables: Iterable[YearTable]) -> "WorkCalendar":
        """The same calendar with tables added or put in the place of others."""
        return WorkCalendar({**self._tables, **{table.year: table for table in tables}})

    @property
    def known_years(self) -> tuple[int, ...]:
        """Years whose notice is out, in order."""
        return tuple(year for year, table in self._tables.items() if not table.provisional)

    def table(self, year: int) -> YearTable:
        """The table of that year, computed if no notice is out."""
        self._inside(date(year, 1, 1))
        return self._tables[year]

    def is_working_day(self, day: date) -> bool:
        if day in self._off:
            return False
        return not is_weekend(day) or day in self._worked

    def is_provisional(self, day: date) -> bool:
        return self.table(day.year).provisional

    def day(self, day: date) -> DayOf:
        """What that day is, and why."""
        provisional = self.is_provisional(day)
        worked = self.is_working_day(day)
        if day in self._off:
            why = f"{self._off[day]}放假"
        elif not is_weekend(day):
            why = f"周{WEEKDAYS[day.weekday()]}"
        else:
            why = "调休上班" if worked else "周末"
        return DayOf(day, worked, why, provisional)

    def add(self, start: date, days: int, offset: int = 1) -> Due:
        """The last of so many working days; the first that can count is `offset` days after start.

        With offset 1, as the rule is, the day after the start is day 1; with 0 the start itself.
        """
        if days < 1:
            raise ValueError("a period has at least one working day")
        first = start.toordinal() + offset
        at = bisect_left(self._ordinals, first) + days - 1
        if at >= len(self._ordinals) or start < self.first:
            raise BeyondCalendarError(f"{start} 起 {days} 个工作日超出了日历能推算的范围")
        return self._unsure[at] if self._unknown[at] >= first else self._sure[at]

    def subtract(self, end: date, days: int) -> Due:
        """The working day that lies so many working days before the end (day before = 1)."""
        if days < 1:
            raise ValueError("a period has at least one working day")
        at = bisect_left(self._ordinals, end.toordinal()) - days
        if at < 0 or end > self.last:
            raise BeyondCalendarError(f"{end} 前 {days} 个工作日超出了日历能推算的范围")
        return self._answer(self._sure[at].date, end - DAY)

    def between(self, start: date, end: date) -> int:
        """Working days after the start up to and including the end; 0 when end ≤ start."""
        self._inside(start)
        self._inside(end)
        past = bisect_right(self._ordinals, start.toordinal())
        return max(0, bisect_right(self._ordinals, end.toordinal()) - past)

    def on_or_after(self, day: date) -> Due:
        """That day if it is worked, else the next working day."""
        return self.add(day, 1, offset=0)

    def on_or_before(self, day: date) -> Due:
        """That day if it is worked, else the last working day before it."""
        return self.subtract(day + DAY, 1)

    def next_working_day(self, day: date) -> Due:
        return self.add(day, 1)

    def previous_working_day(self, day: date) -> Due:
        return self.subtract(day, 1)

    def days(self, first: date, last: date) -> Iterator[DayOf]:
        """Every day from the first to the last, both included, and what it is."""
        return map(self.day, days_from(first, last))

    def working_days(self, first: date, last: date) -> list[date]:
        """The working days from the first to the last, both included."""
        self._inside(first)
        self._inside(last)
        low = bisect_left(self._ordinals, first.toordinal())
        high = bisect_right(self._ordinals, last.toordinal())
        return [due.date for due in self._sure[low:high]]

    def explain(self, start: date, days: int, offset: int = 1) -> list[CountedDay]:
        """Every day from the first that can count to the one `add` answers, numbered or not."""
        end = self.add(start, days, offset).date
        counted, number = [], 0
        for each in self.days(start + timedelta(days=offset), end):
            number += each.worked
            counted.append(
                CountedDay(each.date, number if each.worked else None, each.why, each.provisional)
            )
        return counted

    def _answer(self, first: date, last: date) -> Due:
        """The first day; provisional when a year between the two is unknown."""
        unsure = any(self._tables[year].provisional for year in range(first.year, last.year + 1))
        return Due(first, unsure)

    def _inside(self, day: date) -> None:
        if not self.first <= day <= self.last:
            raise BeyondCalendarError(f"{day} 超出了日历能推算的范围")


@cache
def default_calendar() -> WorkCalendar:
    """The calendar of the tables that are shipped."""
    return WorkCalendar(packaged_tables())
