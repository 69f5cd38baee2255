"""Fees of a list of applications."""

from datetime import date

from gongkai.law.fee.applications import Application, charges
from gongkai.law.fee.tariff import Basis

OCTOBER, NOVEMBER = date(2026, 10, 31), date(2026, 11, 1)


def test_items_add_up_by_applicant_and_calendar_month():
    found = charges(
        [
            Application("甲", OCTOBER, items=10),
            Application("甲", OCTOBER),
            Application("甲", OCTOBER, items=20),
            Application("乙", OCTOBER),
            Application("甲", NOVEMBER),
        ]
    )
    assert [(each.earlier, each.fee.yuan) for each in found] == [
        (0, 0),
        (10, 100),
        (11, 2100),
        (0, 0),
        (0, 0),
    ]


def test_the_same_month_of_another_year_is_another_month():
    found = charges([Application("甲", date(2025, 11, 1), items=10), Application("甲", NOVEMBER)])
    assert [each.earlier for each in found] == [0, 0]


def test_applications_are_taken_in_the_order_they_came_in():
    late, early = Application("甲", date(2026, 11, 20)), Application("甲", NOVEMBER, items=10)
    found = charges([late, early])
    assert [each.application for each in found] == [early, late]
    assert [each.fee.yuan for each in found] == [0, 100]


def test_an_application_charged_by_pages_still_counts_towards_the_month():
    by_pages = Application("甲", NOVEMBER, items=10, pages=31, basis=Basis.PAGES)
    found = charges([by_pages, Application("甲", NOVEMBER, pages=500)])
    assert [(each.fee.basis, each.fee.yuan) for each in found] == [
        (Basis.PAGES, 10),
        (Basis.ITEMS, 100),
    ]
