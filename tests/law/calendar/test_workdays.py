"""Working days: adding, counting, explaining."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import (
    BeyondCalendarError,
    CountedDay,
    DayOf,
    Due,
    WorkCalendar,
    default_calendar,
)
from gongkai.statute.holidays import YearTable, packaged_tables, read_year_table

CALENDAR = default_calendar()
DAYS = st.dates(date(2004, 1, 1), date(2026, 12, 31))

DEADLINES = """
2026-01-26 02-04 02-14 02-28 03-27
2026-02-10 02-26 03-09 03-16 04-14
2026-02-14 03-03 03-13 03-20 04-20
2026-04-28 05-11 05-21 05-28 06-26
2026-09-18 09-29 10-15 10-22 11-19
2026-09-28 10-13 10-23 10-30 11-27
2026-10-10 10-20 10-30 11-06 12-04
2026-11-20 12-01 12-11 12-18 provisional
2026-12-01 12-10 12-22 12-29 provisional
"""


@pytest.mark.parametrize("line", DEADLINES.strip().splitlines())
def test_periods_of_7_15_20_and_40_working_days_end_where_the_notices_put_them(line):
    received, *expected = line.split()
    start = date.fromisoformat(received)
    for days, said in zip((7, 15, 20, 40), expected, strict=True):
        due = CALENDAR.add(start, days)
        assert due.provisional == (said == "provisional")
        assert due.provisional or due.date == date.fromisoformat(f"2026-{said}")


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 248), (2026, 248)])
def test_a_year_has_as_many_working_days_as_published(year, days):
    assert CALENDAR.between(date(year - 1, 12, 31), date(year, 12, 31)) == days
    assert len(CALENDAR.working_days(date(year, 1, 1), date(year, 12, 31))) == days


@pytest.mark.parametrize(
    ("day", "worked", "why"),
    [
        (date(2026, 2, 13), True, "周五"),
        (date(2026, 2, 14), True, "调休上班"),
        (date(2026, 2, 15), False, "春节放假"),
        (date(2026, 3, 1), False, "周末"),
        (date(2026, 3, 2), True, "周一"),
        (date(2015, 9, 3), False, "中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日放假"),
    ],
)
def test_a_day_says_what_it_is_and_why(day, worked, why):
    assert CALENDAR.day(day) == DayOf(day, worked, why)
    assert CALENDAR.is_working_day(day) == worked


def test_the_day_after_the_start_is_day_one_unless_asked_otherwise():
    friday = date(2026, 11, 20)
    assert CALENDAR.add(friday, 1) == Due(date(2026, 11, 23))
    assert CALENDAR.add(friday, 1, offset=0) == Due(friday)
    assert CALENDAR.add(friday, 1, offset=2) == Due(date(2026, 11, 23))
    assert CALENDAR.add(date(2026, 11, 21), 1, offset=0) == Due(date(2026, 11, 23))


def test_a_period_that_starts_on_a_rest_day_counts_from_the_next_working_day():
    assert CALENDAR.add(date(2026, 10, 3), 1) == Due(date(2026, 10, 8))
    assert CALENDAR.add(date(2026, 10, 3), 3) == Due(date(2026, 10, 10))


def test_neighbouring_working_days_are_found():
    saturday, monday = date(2026, 11, 21), date(2026, 11, 23)
    assert CALENDAR.on_or_after(saturday) == CALENDAR.next_working_day(saturday) == Due(monday)
    assert CALENDAR.on_or_after(monday) == CALENDAR.on_or_before(monday) == Due(monday)
    assert CALENDAR.on_or_before(saturday) == Due(date(2026, 11, 20))
    assert CALENDAR.previous_working_day(monday) == Due(date(2026, 11, 20))
    assert CALENDAR.next_working_day(monday) == Due(date(2026, 11, 24))


def test_working_days_are_counted_back():
    assert CALENDAR.subtract(date(2026, 2, 28), 20) == Due(date(2026, 1, 26))
    assert CALENDAR.subtract(date(2026, 3, 1), 1) == Due(date(2026, 2, 28))


def test_between_leaves_out_the_start_and_counts_the_end():
    assert CALENDAR.between(date(2026, 2, 10), date(2026, 2, 14)) == 4
    assert CALENDAR.between(date(2026, 2, 14), date(2026, 2, 14)) == 0
    assert CALENDAR.between(date(2026, 2, 14), date(2026, 2, 10)) == 0
    assert CALENDAR.between(date(2026, 2, 14), date(2026, 2, 24)) == 1


def test_every_day_of_a_period_is_explained():
    assert CALENDAR.explain(date(2026, 2, 13), 2)[:3] == [
        CountedDay(date(2026, 2, 14), 1, "调休上班"),
        CountedDay(date(2026, 2, 15), None, "春节放假"),
        CountedDay(date(2026, 2, 16), None, "春节放假"),
    ]
    assert CALENDAR.explain(date(2026, 2, 13), 2)[-1] == CountedDay(date(2026, 2, 24), 2, "周二")
    assert CALENDAR.explain(date(2026, 2, 13), 1, offset=0) == [
        CountedDay(date(2026, 2, 13), 1, "周五")
    ]
    assert [each.provisional for each in CALENDAR.explain(date(2026, 12, 30), 2)] == (
        [False, True, True, True, True]
    )


def test_an_answer_beyond_the_published_years_is_provisional():
    assert CALENDAR.add(date(2026, 12, 29), 2) == Due(date(2026, 12, 31))
    assert CALENDAR.add(date(2026, 12, 29), 3) == Due(date(2027, 1, 4), provisional=True)
    assert CALENDAR.add(date(2027, 1, 1), 1).provisional
    assert CALENDAR.subtract(date(2027, 1, 5), 3) == Due(date(2026, 12, 30), provisional=True)
    assert CALENDAR.subtract(date(2027, 1, 1), 1) == Due(date(2026, 12, 31))
    assert CALENDAR.is_provisional(date(2027, 1, 1))
    assert not CALENDAR.is_provisional(date(2026, 12, 31))
    assert CALENDAR.known_years == tuple(range(2004, 2027))


def test_an_answer_that_begins_before_the_published_years_is_provisional():
    assert CALENDAR.add(date(2003, 12, 30), 2).provisional
    assert CALENDAR.add(date(2003, 12, 30), 300).provisional
    assert not CALENDAR.add(date(2003, 12, 31), 2).provisional


def test_a_table_of_ones_own_makes_the_answer_sure_and_may_change_it():
    table = read_year_table("""
year = 2027
notice = "通知"
worked_weekends = [2027-01-03]
[[holidays]]
name = "元旦"
first = 2026-12-31
last = 2027-01-01
""")
    calendar = CALENDAR.with_tables([table])
    assert calendar.add(date(2026, 12, 30), 1) == Due(date(2027, 1, 3))
    assert calendar.table(2027) is table
    assert calendar.known_years[-1] == 2027
    assert CALENDAR.add(date(2026, 12, 30), 1) == Due(date(2026, 12, 31))


def test_a_later_notice_may_make_a_december_weekend_a_working_day_and_the_reverse():
    tables = packaged_tables()
    here, there = date(2026, 12, 26), date(2026, 12, 27)
    tables[2026] = YearTable(2026, {here: "元旦"}, frozenset({there}), "通知")
    tables[2027] = YearTable(2027, {there: "元旦"}, frozenset({here}), "通知")
    calendar = WorkCalendar(tables)
    assert calendar.is_working_day(here)
    assert not calendar.is_working_day(there)


def test_a_hole_between_known_years_makes_what_crosses_it_provisional():
    tables = packaged_tables()
    tables[2028] = YearTable(2028, {}, frozenset(), "通知")
    calendar = WorkCalendar(tables)
    assert calendar.add(date(2026, 12, 1), 300).provisional
    assert calendar.add(date(2027, 12, 30), 5).provisional
    assert not calendar.add(date(2027, 12, 31), 5).provisional
    assert calendar.subtract(date(2028, 1, 5), 10).provisional
    assert not calendar.subtract(date(2028, 3, 1), 10).provisional


@pytest.mark.parametrize(
    "question",
    [
        lambda: CALENDAR.add(date(2046, 12, 1), 40),
        lambda: CALENDAR.add(date(1993, 12, 31), 1),
        lambda: CALENDAR.subtract(date(1994, 1, 3), 1),
        lambda: CALENDAR.subtract(date(2047, 1, 1), 1),
        lambda: CALENDAR.between(date(1990, 1, 1), date(2026, 1, 1)),
        lambda: CALENDAR.between(date(2026, 1, 1), date(2050, 1, 1)),
        lambda: CALENDAR.day(date(2047, 1, 1)),
        lambda: CALENDAR.working_days(date(2046, 12, 31), date(2047, 1, 1)),
        lambda: CALENDAR.working_days(date(1993, 12, 31), date(1994, 1, 1)),
    ],
)
def test_a_date_far_off_is_refused_with_a_sentence(question):
    with pytest.raises(BeyondCalendarError, match="超出了日历能推算的范围"):
        question()


def test_the_calendar_reaches_ten_years_back_and_twenty_on():
    calendar = WorkCalendar(packaged_tables())
    assert (calendar.first, calendar.last) == (date(1994, 1, 1), date(2046, 12, 31))
    assert calendar.add(date(1994, 1, 1), 1) == Due(date(1994, 1, 4), provisional=True)
    assert calendar.add(date(2003, 12, 30), 2) == Due(date(2004, 1, 2), provisional=True)
    assert calendar.between(calendar.first, calendar.last) > 13_000
    last = date(2046, 12, 31)
    assert calendar.add(last, 1, offset=0) == Due(last, provisional=True)
    assert calendar.subtract(last, 1) == Due(date(2046, 12, 28), provisional=True)
    assert calendar.table(1994).provisional
    with pytest.raises(BeyondCalendarError, match=r"^2046-12-31 起 1 个工作日超出"):
        calendar.add(last, 1)
    with pytest.raises(BeyondCalendarError, match=r"^1994-01-04 前 1 个工作日超出"):
        calendar.subtract(date(1994, 1, 4), 1)
    assert calendar.subtract(date(1994, 1, 5), 1).date == date(1994, 1, 4)


@pytest.mark.parametrize("days", [0, -1])
def test_a_period_has_at_least_one_day(days):
    with pytest.raises(ValueError, match="at least one working day"):
        CALENDAR.add(date(2026, 1, 1), days)
    with pytest.raises(ValueError, match="at least one working day"):
        CALENDAR.subtract(date(2026, 1, 1), days)


@settings(max_examples=100)
@given(DAYS, st.integers(1, 60))
def test_adding_agrees_with_walking_day_by_day(start, days):
    day, left = start, days
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working_day(day)
    assert CALENDAR.add(start, days).date == day
    assert CALENDAR.between(start, day) == days
    assert CALENDAR.explain(start, days)[-1].number == days


@settings(max_examples=100)
@given(DAYS, st.integers(1, 60))
def test_subtracting_undoes_adding_on_working_days(start, days):
    first = CALENDAR.on_or_after(start).date
    assert CALENDAR.subtract(CALENDAR.add(first, days).date, days).date == first
