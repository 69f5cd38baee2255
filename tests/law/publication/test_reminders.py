"""The ladder of reminders of the annual report."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.annual import report_due
from gongkai.law.publication.reminders import ladder, reached
from gongkai.statute.catalogue import BodyKind, Level

CALENDAR = default_calendar()


def rungs(year: int, kind: BodyKind = BodyKind.DEPARTMENT):
    return ladder(report_due(year, Level.COUNTY, kind, CALENDAR), CALENDAR)


def test_the_report_for_2025_is_reminded_of_in_december_three_times_in_january_and_when_late():
    days = [rung.on for rung in rungs(2025)]
    assert days == [
        date(2025, 12, 1),
        date(2026, 1, 4),
        date(2026, 1, 15),
        date(2026, 1, 23),
        date(2026, 2, 1),
    ], "25 January 2026 is a Sunday, 4 January a Sunday that is worked"


def test_a_last_day_of_rest_warns_for_the_working_day_before():
    first = rungs(2026)[0]
    assert "1月29日" in first.text, "31 January 2027 is a Sunday"
    assert "不顺延" in first.text


def test_a_government_is_reminded_before_the_end_of_march():
    assert rungs(2025, BodyKind.GOVERNMENT)[-1].on == date(2026, 4, 1)


@given(st.integers(2019, 2035), st.dates(date(2019, 1, 1), date(2037, 1, 1)))
def test_the_rung_that_holds_is_the_last_one_whose_day_has_come(year, today):
    climbed = rungs(year)
    now = reached(climbed, today)
    assert list(climbed) == sorted(climbed, key=lambda rung: rung.on)
    assert (now is None) == (today < climbed[0].on)
    if now:
        assert now.on <= today
        assert not [rung for rung in climbed if now.on < rung.on <= today]
