"""When the annual report is due."""

from datetime import date

import pytest

from gongkai.law.calendar.workdays import Due, default_calendar
from gongkai.law.publication.annual import report_due
from gongkai.statute.catalogue import BodyKind, Level

CALENDAR = default_calendar()


def of(year, level, kind):
    return report_due(year, level, kind, CALENDAR)


def test_departments_are_due_by_the_end_of_january():
    found = of(2024, Level.COUNTY, BodyKind.DEPARTMENT)
    assert (found.year, found.legal) == (2024, date(2025, 1, 31))
    assert found.source.key == "regulation:49(1)"
    assert found.named


def test_governments_are_due_by_the_end_of_march():
    found = of(2025, Level.COUNTY, BodyKind.GOVERNMENT)
    assert found.legal == date(2026, 3, 31)
    assert found.plan == Due(date(2026, 3, 31))
    assert found.source.key == "regulation:49(2)"
    assert found.named
    assert found.warning == ""


def test_a_legal_day_of_rest_does_not_move_so_the_working_day_before_is_planned():
    found = of(2026, Level.COUNTY, BodyKind.DEPARTMENT)
    assert found.legal == date(2027, 1, 31)
    assert found.plan == Due(date(2027, 1, 29), provisional=True)
    assert found.warning == ("截止日2027年1月31日不是工作日，期限不顺延，请在1月29日前完成")


def test_the_day_before_the_spring_festival_is_planned_when_the_legal_day_is_in_it():
    assert of(2024, Level.COUNTY, BodyKind.DEPARTMENT).plan == Due(date(2025, 1, 27))


def test_the_report_for_2019_was_the_first_due_at_the_end_of_january():
    assert of(2019, Level.COUNTY, BodyKind.DEPARTMENT).legal == date(2020, 1, 31)


def test_the_report_for_2018_was_still_due_at_the_end_of_march():
    found = of(2018, Level.COUNTY, BodyKind.DEPARTMENT)
    assert (found.legal, found.source.key) == (date(2019, 3, 31), "regulation_2007:31")


@pytest.mark.parametrize(
    ("level", "kind", "month", "named"),
    [
        (Level.COUNTY, BodyKind.AUTHORISED, 1, True),
        (Level.TOWNSHIP, BodyKind.GOVERNMENT, 1, False),
        (Level.TOWNSHIP, BodyKind.BRANCH_OFFICE, 1, False),
        (Level.TOWNSHIP, BodyKind.AUTHORISED, 1, False),
        (Level.COUNTY, BodyKind.BRANCH, 1, False),
        (Level.PROVINCE, BodyKind.GOVERNMENT, 3, True),
    ],
)
def test_only_departments_and_governments_from_county_level_up_are_named(level, kind, month, named):
    found = of(2025, level, kind)
    assert (found.legal.month, found.named) == (month, named)


def test_a_public_enterprise_makes_no_report():
    assert of(2025, Level.COUNTY, BodyKind.ENTERPRISE) is None
