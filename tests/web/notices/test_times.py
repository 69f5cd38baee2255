"""When messages leave."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.notices.times import DIGEST_AT, digest_leaves, leaves

BEIJING = ZoneInfo("Asia/Shanghai")
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 20), timezones=st.just(BEIJING))
NIGHT = (time(21), time(8))


def at(hour: int, minute: int = 0, day: int = 19) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=BEIJING)


def test_a_message_of_the_day_leaves_at_once():
    assert leaves(at(10, 30), *NIGHT) == at(10, 30)


def test_a_message_of_the_evening_waits_for_the_morning():
    assert leaves(at(22, 15), *NIGHT) == at(8, day=20)
    assert leaves(at(3), *NIGHT) == at(8)


def test_equal_hours_mean_no_quiet_at_all():
    assert leaves(at(3), time(8), time(8)) == at(3)


@given(MOMENTS, st.times(), st.times())
def test_what_leaves_never_leaves_in_the_quiet_hours(moment, start, end):
    start, end = (each.replace(second=0, microsecond=0) for each in (start, end))
    when = leaves(moment, start, end)
    assert when >= moment
    assert leaves(when, start, end) == when


def test_a_digest_waits_for_the_morning_of_a_working_day():
    assert digest_leaves(at(18, day=19)) == at(8, 30, day=20)
    assert digest_leaves(at(9, day=20)) == at(8, 30, day=23)


@given(MOMENTS)
def test_a_digest_leaves_later_than_now_and_at_its_hour(moment):
    when = digest_leaves(moment)
    assert when > moment
    assert when.time() == DIGEST_AT
