"""The periods inside a reconsideration."""

from datetime import date

import pytest

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.remedy.procedure import copy_until, decision_until, defence_until, reply_until

CALENDAR = default_calendar()
MONDAY = date(2026, 3, 2)


def test_the_authority_sends_the_application_on():
    assert copy_until(MONDAY, CALENDAR, simple=False).date == date(2026, 3, 11)
    assert copy_until(MONDAY, CALENDAR, simple=True).date == date(2026, 3, 5)


def test_the_body_replies_within_ten_working_days_or_five():
    assert reply_until(MONDAY, CALENDAR, simple=False).date == date(2026, 3, 16)
    assert reply_until(MONDAY, CALENDAR, simple=True).date == date(2026, 3, 9)


def test_the_decision_comes_within_sixty_days_ninety_or_thirty():
    assert decision_until(MONDAY, CALENDAR, simple=False).date == date(2026, 5, 6)
    assert decision_until(MONDAY, CALENDAR, simple=False, extended=True).date == date(2026, 6, 1)
    assert decision_until(MONDAY, CALENDAR, simple=True).date == date(2026, 4, 1)


def test_a_simple_case_is_not_extended():
    with pytest.raises(ValueError, match=r"^简易程序的复议期限不能延长$"):
        decision_until(MONDAY, CALENDAR, simple=True, extended=True)


def test_the_body_answers_a_suit_within_fifteen_days():
    assert defence_until(MONDAY, CALENDAR).date == date(2026, 3, 17)
