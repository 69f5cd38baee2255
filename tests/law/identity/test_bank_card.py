"""Bank cards: the numbers are test numbers that no bank issued."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.identity.bank_card import is_bank_card
from gongkai.law.identity.digits import luhn_holds


@pytest.mark.parametrize(
    "number",
    ["6222000000000000004", "4111 1111 1111 1111", "4222222222222", "6222-0000-0000-0000-004"],
)
def test_a_number_with_the_check_digit_can_be_a_card(number):
    assert is_bank_card(number)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "6222000000000000003",
        "222222222226",
        "42222222222200000000",
        "0000000000000000",
        "41111111x1111111",
        "٤١١١١١١١١١١١١١١١",
    ],
)
def test_other_numbers_cannot(number):
    assert not is_bank_card(number)


@settings(max_examples=60)
@given(st.integers(10**11, 10**18 - 1))
def test_one_of_ten_last_digits_fits(first):
    assert sum(luhn_holds(f"{first}{last}") for last in range(10)) == 1


def test_doubled_digits_count_by_their_own_digits():
    assert luhn_holds("18")
    assert luhn_holds("59")
    assert luhn_holds("0")
    assert not luhn_holds("19")
