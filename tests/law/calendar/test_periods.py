"""Periods in calendar days, months and years."""

from datetime import date

import pytest

from gongkai.law.calendar.periods import days_after, month_day, months_after, years_after
from gongkai.law.calendar.workdays import Due, default_calendar

CALENDAR = default_calendar()


def test_the_first_day_is_not_counted():
    assert days_after(date(2026, 3, 2), 15, CALENDAR) == Due(date(2026, 3, 17))


def test_a_last_day_of_rest_moves_to_the_next_working_day():
    assert days_after(date(2026, 9, 16), 15, CALENDAR) == Due(date(2026, 10, 8))
    assert months_after(date(2026, 4, 3), 6, CALENDAR) == Due(date(2026, 10, 8))
    assert years_after(date(2025, 10, 3), 1, CALENDAR) == Due(date(2026, 10, 8))


def test_a_period_into_an_unpublished_year_is_provisional():
    assert days_after(date(2026, 11, 20), 60, CALENDAR) == Due(date(2027, 1, 19), provisional=True)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 15), 6, date(2026, 7, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
        (date(2026, 6, 30), 6, date(2026, 12, 30)),
        (date(2026, 7, 30), 5, date(2026, 12, 30)),
    ],
)
def test_months_end_on_the_day_of_the_same_number_or_the_last(start, months, end):
    assert month_day(start, months) == end


def test_years_are_twelve_months():
    assert years_after(date(2024, 2, 29), 1, CALENDAR) == Due(date(2025, 2, 28))
