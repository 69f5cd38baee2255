"""Until when things are published, withdrawn, looked at again."""

from datetime import date

import pytest

from gongkai.law.calendar.workdays import Due, default_calendar
from gongkai.law.publication.due import (
    DUTIES,
    due,
    enforcement_statistics_due,
    next_review,
)
from gongkai.statute.parameters import UnknownParameterError

CALENDAR = default_calendar()


@pytest.mark.parametrize(
    ("duty", "label", "since", "last", "source"),
    [
        ("information", "主动公开的政府信息", "形成或者变更", "2026-02-28", "regulation:26"),
        ("penalty", "行政处罚决定", "作出决定", "2026-02-04", "enforcement_publicity"),
        ("permit", "行政许可决定", "作出决定", "2026-02-04", "enforcement_publicity"),
        ("enforcement", "其他行政执法决定", "作出决定", "2026-02-28", "enforcement_publicity"),
        ("budget", "部门预算、决算", "批复", "2026-02-24", "budget:14"),
        ("interpretation", "政策解读", "文件公布", "2026-01-29", "policy_interpretation"),
        ("comment", "公开征求意见", "公布草案", "2026-02-25", "major_decisions:15"),
        ("withdrawal", "撤回行政处罚决定", "被撤销等", "2026-01-29", "penalties:48(2)"),
    ],
)
def test_a_duty_ends_on_its_day_by_its_provision(duty, label, since, last, source):
    found = due(duty, date(2026, 1, 26), CALENDAR)
    assert (found.duty.label, found.duty.runs_from) == (label, since)
    assert found.due == Due(date.fromisoformat(last))
    assert found.source.key == source


def test_a_period_that_was_not_found_in_its_text_says_so():
    unverified = [duty for duty in DUTIES if due(duty, date(2026, 1, 26), CALENDAR).note]
    assert unverified == [each for each in DUTIES if each not in {"information", "withdrawal"}]


def test_every_duty_is_tested_above():
    assert list(DUTIES) == [
        "information",
        "penalty",
        "permit",
        "enforcement",
        "budget",
        "interpretation",
        "comment",
        "withdrawal",
    ]


def test_the_provision_is_that_of_the_day():
    assert due("information", date(2019, 5, 14), CALENDAR).source.key == "regulation_2007:18"


def test_enforcement_figures_are_due_at_the_end_of_january():
    assert enforcement_statistics_due(2025) == date(2026, 1, 31)
    assert enforcement_statistics_due(2018) == date(2019, 1, 31)
    with pytest.raises(UnknownParameterError, match="2018-01-01 尚无"):
        enforcement_statistics_due(2017)


def test_withheld_information_is_looked_at_again_after_a_year():
    assert next_review(date(2026, 3, 31)) == date(2027, 3, 31)
