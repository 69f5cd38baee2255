"""Until when a remedy may be sought."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.remedy.limits import (
    Knowledge,
    reconsideration_of_silence_until,
    reconsideration_until,
    served,
    suit_after_reconsideration_until,
    suit_for_silence_until,
    suit_until,
)
from gongkai.statute.parameters import UnknownParameterError

CALENDAR = default_calendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


def knowledge(decided: str, known: str, told: str | None, **more: object) -> Knowledge:
    return Knowledge(
        decided_on=day(decided), known_on=day(known), told_on=told and day(told), **more
    )


@pytest.mark.parametrize(
    ("known", "sixty_days", "six_months"),
    [
        ("2026-01-26", "2026-03-27", "2026-07-27"),
        ("2026-03-02", "2026-05-06", "2026-09-02"),
        ("2026-08-03", "2026-10-08", "2027-02-03"),
        ("2024-08-31", "2024-10-30", "2025-02-28"),
        ("2023-03-01", "2023-05-04", "2023-09-01"),
    ],
)
def test_sixty_days_or_six_months_from_knowing(known, sixty_days, six_months):
    said = served(day(known), day(known))
    assert reconsideration_until(said, CALENDAR).date == day(sixty_days)
    assert suit_until(said, CALENDAR).date == day(six_months)


def test_before_may_2015_a_suit_had_three_months():
    assert suit_until(served(day("2015-04-30"), day("2015-04-30")), CALENDAR).date == day(
        "2015-07-30"
    )
    assert suit_until(served(day("2015-05-01"), day("2015-05-01")), CALENDAR).date == day(
        "2015-11-02"
    )


def test_who_was_not_told_has_from_learning_of_it():
    said = knowledge("2025-03-03", "2025-03-03", "2025-06-02")
    assert reconsideration_until(said, CALENDAR).date == day("2025-08-01")
    assert suit_until(said, CALENDAR).date == day("2025-12-02")


@pytest.mark.parametrize("told", ["2026-02-25", None])
def test_who_was_not_told_has_at_most_a_year_from_the_content(told):
    said = knowledge("2025-03-03", "2025-03-03", told)
    assert reconsideration_until(said, CALENDAR).date == day("2026-03-03")
    assert suit_until(said, CALENDAR).date == day("2026-03-03")


def test_the_outer_limit_runs_from_the_act():
    late = knowledge("2019-06-03", "2024-05-06", "2024-05-06")
    assert reconsideration_until(late, CALENDAR).date == day("2024-06-03")
    assert suit_until(late, CALENDAR).date == day("2024-06-03")


def test_land_and_buildings_have_twenty_years():
    late = knowledge("2019-06-03", "2024-05-06", "2024-05-06", land=True)
    assert reconsideration_until(late, CALENDAR).date == day("2024-07-05")
    assert suit_until(late, CALENDAR).date == day("2024-11-06")
    later = knowledge("2004-06-04", "2024-05-06", "2024-05-06", land=True)
    assert reconsideration_until(later, CALENDAR).date == day("2024-06-04")
    assert suit_until(later, CALENDAR).date == day("2024-06-04")


@pytest.mark.parametrize(
    ("obstacle", "sixty_days", "six_months", "fifteen_days"),
    [
        (("2025-03-10", "2025-03-20"), "2025-05-12", "2025-09-15", "2025-03-28"),
        (("2025-02-20", "2025-03-05"), "2025-05-06", "2025-09-05", "2025-03-20"),
        (("2025-01-02", "2025-03-03"), "2025-05-06", "2025-09-03", "2025-03-18"),
        (("2025-05-02", "2025-05-12"), "2025-05-12", "2025-09-15", "2025-03-18"),
        (("2025-05-03", "2025-05-12"), "2025-05-06", "2025-09-12", "2025-03-18"),
        (("2025-03-18", "2025-03-21"), "2025-05-06", "2025-09-08", "2025-03-21"),
    ],
)
def test_time_lost_to_an_obstacle_does_not_count(obstacle, sixty_days, six_months, fifteen_days):
    lost = (tuple(map(day, obstacle)),)
    said = knowledge("2025-03-03", "2025-03-03", "2025-03-03", obstacles=lost)
    assert reconsideration_until(said, CALENDAR).date == day(sixty_days)
    assert suit_until(said, CALENDAR).date == day(six_months)
    after = suit_after_reconsideration_until(day("2025-03-03"), CALENDAR, lost)
    assert after.date == day(fifteen_days)


def test_two_obstacles_add_up_in_the_order_they_came():
    spans = ((day("2025-05-05"), day("2025-05-10")), (day("2025-03-10"), day("2025-03-15")))
    said = knowledge("2025-03-03", "2025-03-03", "2025-03-03", obstacles=spans)
    assert reconsideration_until(said, CALENDAR).date == day("2025-05-12")


def test_after_reconsideration_there_are_fifteen_days():
    assert suit_after_reconsideration_until(day("2026-03-02"), CALENDAR).date == day("2026-03-17")
    assert suit_after_reconsideration_until(day("2026-02-02"), CALENDAR).date == day("2026-02-24")


def test_silence_is_attacked_from_the_last_day_of_the_answer():
    due = day("2026-02-28")
    assert reconsideration_of_silence_until(due, CALENDAR).date == day("2026-04-29")
    assert suit_for_silence_until(due, CALENDAR).date == day("2026-08-28")


def test_a_limit_in_an_unknown_year_is_provisional():
    assert suit_until(served(day("2030-11-20"), day("2030-11-20")), CALENDAR).provisional


@pytest.mark.parametrize(
    ("decided", "known", "told"),
    [("2025-03-03", "2025-03-02", None), ("2025-03-03", "2025-03-04", "2025-03-03")],
)
def test_nothing_is_known_before_it_was_decided(decided, known, told):
    with pytest.raises(ValueError, match=r"^知道的日期不能早于作出决定的日期$"):
        knowledge(decided, known, told)


def test_where_the_old_law_had_no_limit_for_the_untold_it_says_so():
    with pytest.raises(UnknownParameterError, match=r"^当时的法律没有规定未告知权利时的最长期限$"):
        reconsideration_until(knowledge("2022-03-03", "2022-03-03", None), CALENDAR)


@given(
    st.dates(date(2019, 5, 15), date(2025, 12, 31)),
    st.integers(0, 400),
    st.one_of(st.none(), st.integers(0, 500)),
    st.booleans(),
)
def test_learning_of_the_right_later_never_shortens_the_time(decided, after, later, land):
    known = date.fromordinal(decided.toordinal() + after)
    if known.year < 2024:
        known = date(2024, 1, 2)
    told = None if later is None else date.fromordinal(known.toordinal() + later)
    plain = Knowledge(decided_on=decided, known_on=known, told_on=known, land=land)
    said = Knowledge(decided_on=decided, known_on=known, told_on=told, land=land)
    for until in (reconsideration_until, suit_until):
        assert until(said, CALENDAR).date >= until(plain, CALENDAR).date
