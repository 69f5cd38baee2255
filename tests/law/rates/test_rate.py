"""Rates and what they are a share of."""

from decimal import Decimal

import pytest

from gongkai.law.rates.rate import (
    callback_rate,
    closing_rate,
    contact_rate,
    full_text_rate,
    satisfaction_rate,
)


@pytest.mark.parametrize(
    ("rate", "counts", "said", "source"),
    [
        (
            closing_rate,
            (1161, 1166, 5),
            "办结率：100.00%（1161/1161，以收到件减退回件为基数）",
            "8",
        ),
        (contact_rate, (1, 3), "办前沟通率：33.33%（1/3，以应沟通件为基数）", "8"),
        (callback_rate, (0, 3), "办后回访率：0.00%（0/3，以办结件为基数）", "8"),
        (
            satisfaction_rate,
            (4502, 7114),
            "办件满意率：63.28%（4502/7114，以参与评价件为基数）",
            "8",
        ),
        (full_text_rate, (2, 3), "全文电子化率：66.67%（2/3，以当年公开件为基数）", "9"),
    ],
)
def test_a_rate_is_shown_with_the_numbers_it_comes_from(rate, counts, said, source):
    found = rate(*counts)
    assert str(found) == said
    assert found.source.key == f"counting_practice:{source}"


def test_half_a_hundredth_is_rounded_up():
    assert satisfaction_rate(1, 800).percent == Decimal("0.13")
    assert satisfaction_rate(3, 800).percent == Decimal("0.38")


def test_there_is_no_rate_of_nothing():
    assert contact_rate(0, 0).percent is None
    assert str(contact_rate(0, 0)) == "办前沟通率：无（应沟通件为 0）"


@pytest.mark.parametrize(("part", "whole"), [(4, 3), (-1, 3)])
def test_a_part_cannot_exceed_the_whole(part, whole):
    with pytest.raises(ValueError, match=f"办后回访率：{part} 不能多于办结件 3"):
        callback_rate(part, whole)
