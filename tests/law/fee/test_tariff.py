"""The two tariffs of the fee measures."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import Due, default_calendar
from gongkai.law.fee.tariff import (
    Band,
    BandFee,
    Basis,
    Fee,
    fee_for_items,
    fee_for_pages,
    payment_due,
)
from gongkai.statute.parameters import UnknownParameterError

ON = date(2026, 11, 20)


ITEM_FEES = """
0 0 | 10 0 | 11 100 | 30 2000 | 31 2200 | 40 4000 | 41 4300 | 50 7000 | 51 7400 | 60 11000
101 37900
"""


@pytest.mark.parametrize(
    ("items", "yuan"),
    [tuple(map(int, each.split())) for each in ITEM_FEES.strip().replace("\n", "|").split("|")],
)
def test_items_of_a_month_cost_more_by_bands(items, yuan):
    assert fee_for_items(items, ON).yuan == yuan


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [(0, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2700), (201, 2740), (300, 6700)],
)
def test_pages_of_an_application_cost_more_by_bands(pages, yuan):
    assert fee_for_pages(pages, ON).yuan == yuan


def test_a_fee_shows_the_bands_it_was_made_up_from():
    assert fee_for_items(42, ON) == Fee(
        Basis.ITEMS,
        42,
        (
            BandFee(Band(1, 10, 0), 10),
            BandFee(Band(11, 30, 100), 20),
            BandFee(Band(31, 40, 200), 10),
            BandFee(Band(41, 50, 300), 2),
        ),
    )
    assert fee_for_pages(201, ON).bands[-1] == BandFee(Band(201, None, 40), 1)
    assert fee_for_pages(100, ON).bands[-1] == BandFee(Band(31, 100, 10), 70)
    assert fee_for_pages(7, ON) == Fee(Basis.PAGES, 7, (BandFee(Band(1, 30, 0), 7),))


def test_items_behind_earlier_ones_of_the_month_start_in_the_band_reached():
    assert fee_for_items(1, ON, earlier=10).yuan == 100
    assert fee_for_items(1, ON, earlier=9).yuan == 0
    assert fee_for_items(3, ON, earlier=29).bands == (
        BandFee(Band(11, 30, 100), 1),
        BandFee(Band(31, 40, 200), 2),
    )


@settings(max_examples=100)
@given(st.integers(0, 80), st.integers(0, 80))
def test_the_month_costs_the_same_however_it_is_cut(first, second):
    together = fee_for_items(first + second, ON).yuan
    assert fee_for_items(first, ON).yuan + fee_for_items(second, ON, first).yuan == together


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        (lambda: fee_for_items(-1, ON), "件数不能是负数"),
        (lambda: fee_for_items(1, ON, earlier=-1), "件数不能是负数"),
        (lambda: fee_for_pages(-1, ON), "页数不能是负数"),
    ],
)
def test_a_negative_count_is_refused_with_a_sentence(question, sentence):
    with pytest.raises(ValueError, match=sentence):
        question()


def test_nothing_was_charged_before_the_measures():
    assert fee_for_items(11, date(2021, 1, 1)).yuan == 100
    with pytest.raises(UnknownParameterError, match="2020-12-31 尚无"):
        fee_for_items(11, date(2020, 12, 31))


def test_the_fee_is_paid_within_twenty_working_days_from_the_day_after_the_notice():
    assert payment_due(date(2026, 1, 26), default_calendar()) == Due(date(2026, 2, 28))


def test_a_basis_names_itself_and_its_article():
    assert [(each.chinese, each.source.key) for each in Basis] == [
        ("按件计收", "fee_measures:4"),
        ("按量计收", "fee_measures:5"),
    ]
