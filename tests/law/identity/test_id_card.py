"""Citizen identity numbers. The numbers are computed here and belong to nobody in particular."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.id_card import IdCard, check_character, is_id_card, read_id_card


def number(first):
    return first + check_character(first)


@pytest.mark.parametrize(
    ("first", "check"), [("11010519491231002", "X"), ("44052418800101001", "4")]
)
def test_the_check_character_is_that_of_the_standard(first, check):
    assert check_character(first) == check


def test_a_number_tells_region_birth_and_sex():
    assert read_id_card("11010519491231002X") == IdCard(
        "11010519491231002X", "110105", date(1949, 12, 31), "female"
    )
    assert read_id_card(number("44052418800101001")).sex == "male"


def test_an_old_number_of_fifteen_digits_is_of_the_last_century():
    assert read_id_card("110105491231001") == IdCard(
        "110105491231001", "110105", date(1949, 12, 31), "male", old=True
    )


@pytest.mark.parametrize(
    "written",
    [
        "11010519491231002x",
        " 110105 19491231 002X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105-19491231-002X",
        "110105\u200b19491231–002X",
    ],
)
def test_width_case_blanks_and_dashes_do_not_matter(written):
    assert read_id_card(written).number == "11010519491231002X"


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("", "应为18位"),
        ("1101051949123100", "应为18位"),
        ("11010519491231002X1", "应为18位"),
        ("1101051949123100ZX", "前面全是数字"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "前面全是数字"),
        ("11010519491231002Z", "最后一位应为数字或者X"),
        ("11010549123100X", "最后一位应为数字或者X"),
        (number("10010519491231002"), "前两位 10 不是省级区划代码"),
        (number("16010519491231002"), "前两位 16 不是"),
        (number("11010519490231002"), "出生日期 19490231 不存在"),
        (number("11010518491231002"), "出生日期 18491231 不存在"),
        ("110105491331001", "出生日期 19491331 不存在"),
        ("110105194912310021", "校验位不对"),
    ],
)
def test_a_number_that_cannot_be_right_is_refused_with_a_sentence(wrong, sentence):
    with pytest.raises(InvalidNumberError, match=sentence):
        read_id_card(wrong)
    assert not is_id_card(wrong)


PROVINCES = [11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46]
PROVINCES += [50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83]


@pytest.mark.parametrize("province", range(10, 100))
def test_the_first_two_digits_are_a_province(province):
    assert is_id_card(number(f"{province}010519850101001")) == (province in PROVINCES)


def test_the_earliest_birth_is_in_1850():
    assert is_id_card(number("11010518500101001"))


@settings(max_examples=60)
@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.integers(0, 16))
def test_changing_one_digit_is_always_noticed(born, serial, place):
    right = number(f"420104{born:%Y%m%d}{serial:03}")
    changed = str((int(right[place]) + 1) % 10)
    assert is_id_card(right)
    assert not is_id_card(right[:place] + changed + right[place + 1 :])
