"""Unified social credit codes and organisation codes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.identity.credit_code import (
    ALPHABET,
    credit_check_character,
    is_credit_code,
    organisation_check_character,
    read_credit_code,
    read_organisation_code,
)
from gongkai.law.identity.digits import InvalidNumberError


@pytest.mark.parametrize("code", ["11441700007280420Y", "1137078555222300XQ"])
def test_published_codes_hold(code):
    assert read_credit_code(code).number == code
    assert credit_check_character(code[:17]) == code[17]


def test_a_code_shows_its_parts():
    code = read_credit_code(" 11441700 007280420y ")
    assert (code.number, code.kind, code.region) == ("11441700007280420Y", "11", "441700")
    assert code.organisation_code == "007280420"
    assert read_organisation_code(code.organisation_code) == "007280420"


def test_the_alphabet_leaves_out_letters_that_look_like_others():
    assert ALPHABET == "0123456789ABCDEFGHJKLMNPQRTUWXY"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("11441700007280420", "应为18位，现为17位"),
        ("", "应为18位，现为0位"),
        ("1I441700007280420Y", "只用数字和I、O、S、V、Z以外的字母"),
        ("11A41700007280420Y", "第3至8位为数字"),
        ("114417A0007280420Y", "第3至8位为数字"),
        ("11441700007280420X", "校验位不对"),
    ],
)
def test_a_code_that_cannot_be_right_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(InvalidNumberError, match=sentence):
        read_credit_code(wrong)
    assert not is_credit_code(wrong)


@settings(max_examples=60)
@given(
    st.text(ALPHABET, min_size=2, max_size=2),
    st.integers(0, 999_999),
    st.text(ALPHABET, min_size=9, max_size=9),
    st.integers(0, 16),
)
def test_changing_one_character_is_always_noticed(kind, region, body, place):
    first = f"{kind}{region:06}{body}"
    right = first + credit_check_character(first)
    assert is_credit_code(right)
    letters = "0123456789" if 2 <= place < 8 else ALPHABET
    changed = letters[(letters.index(right[place]) + 1) % len(letters)]
    assert not is_credit_code(right[:place] + changed + right[place + 1 :])


@pytest.mark.parametrize(
    ("first", "check"),
    [("00001434", "9"), ("01422597", "2"), ("01527918", "X"), ("00728042", "0"), ("A0000000", "3")],
)
def test_the_check_digit_of_an_organisation_code(first, check):
    assert organisation_check_character(first) == check
    assert read_organisation_code(f"{first}-{check}") == first + check


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("00001434", "8位数字或字母加1位校验码"),
        ("0000143499", "8位数字或字母加1位校验码"),
        ("00001434A", "8位数字或字母加1位校验码"),
        ("000014348", "校验位不对"),
    ],
)
def test_an_organisation_code_that_cannot_be_right_is_refused(wrong, sentence):
    with pytest.raises(InvalidNumberError, match=sentence):
        read_organisation_code(wrong)
