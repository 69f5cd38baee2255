"""Numbers of lists."""

import pytest

from gongkai.reports.read import numbering

NUMBERS = {0: "零", 1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 99: "九十九", 100: "一零零"}


@pytest.mark.parametrize(("number", "text"), NUMBERS.items())
def test_chinese_numbers(number, text):
    assert numbering.chinese(number) == text


def test_letters_roman_and_circled_numbers():
    assert [numbering.letter(n) for n in (1, 26, 27, 53)] == ["a", "z", "aa", "aaa"]
    assert [numbering.roman(n) for n in (1, 4, 9, 40, 1994)] == ["i", "iv", "ix", "xl", "mcmxciv"]
    assert [numbering.circled(n) for n in (1, 20, 21)] == ["①", "⑳", "21"]
    assert len(numbering.roman(10**6)) <= 22
