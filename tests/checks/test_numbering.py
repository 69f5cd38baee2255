"""Numbers of headings and items: which are lists, which only look like one."""

import pytest

from gongkai.checks.numbering import marks, ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("一", 1), ("九", 9), ("十", 10), ("十二", 12), ("二十", 20), ("三十五", 35)),
        *(("7", 7), ("１２", 12), ("⑫", 12), (" 3 ", 3)),
        *(("", None), ("零", None), ("甲", None), ("一百", None), ("1a", None)),
    ],
)
def test_a_numeral_is_read(text, number):
    assert ordinal(text) == number


def styles(text):
    return [(mark.style, mark.number) for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("（一）公开。(二)申请。", [("（一）", 1), ("（一）", 2)]),
        ("（1）网站；（2）公报", [("（1）", 1), ("（1）", 2)]),
        ("1.发布。2、解读。3．回应", [("1.", 1), ("1.", 2), ("1.", 3)]),
        ("①网站②公报", [("①", 1), ("①", 2)]),
        ("工作方面一是学，二是干；三是查", [("一是", 1), ("一是", 2), ("一是", 3)]),
        ("第一，学习；第二，落实", [("第一", 1), ("第一", 2)]),
        ("十一是加强", [("一是", 11)]),
    ],
)
def test_the_numbers_of_a_list_are_found_in_order(text, found):
    assert styles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "第二十条第（一）项",
        "增长3.5个百分点，2024.12.31发布",
        "原因之一是人手不足，统一是前提，唯一是标准，第一是学",
        "是否一是否二",
        "1、2、3号楼",
        "（2024）12号",
        "第一、二、三季度",
    ],
)
def test_what_only_looks_like_a_number_of_a_list_is_passed_over(text):
    assert styles(text) == []


def test_a_mark_tells_how_it_is_printed_and_where():
    (mark,) = marks("前言。（二） 公开")
    assert (mark.printed, mark.start) == ("（二）", 4)
