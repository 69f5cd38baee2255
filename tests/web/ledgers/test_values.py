"""What cells say, in the ways in which clerks write it."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.ledgers.sheets.values import NotSoError, amount, day, whole, yes

DAY = date(2025, 3, 5)


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-05", "2025/3/5", "2025.3.5", "20250305", "2025年3月5日", "2025年3月5号",
        "２０２５年３月５日", "二〇二五年三月五日", "二零二五年三月五日", " 2025 年 3 月 5 日 ",
        "2025-03-05 09:30", "2025-3-5 9:30:00", "25.3.5", "3月5日", "3.5", "3/5", "45721", 45721,
        45721.5, 20250305, DAY, datetime(2025, 3, 5, 9, 30), "2025年3月5",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written):
    assert day(written, 2025) == DAY


@pytest.mark.parametrize(
    "written", ["2025-02-30", "3月", "2025.3", "去年", "2025-03-05至2025-03-09", "13月5日", True, 7]
)
def test_what_is_no_day_is_said_to_be_none_with_an_example(written):
    with pytest.raises(NotSoError, match="例如 2025-03-05"):
        day(written, 2025)


def test_a_day_without_a_year_needs_one():
    with pytest.raises(NotSoError):
        day("3月5日")


@given(st.dates(date(1955, 1, 1), date(2100, 1, 1)))
def test_every_way_of_writing_a_day_gives_the_same_day(on):
    ways = [
        f"{on.year}年{on.month}月{on.day}日",
        f"{on:%Y-%m-%d}",
        f"{on:%Y%m%d}",
        f"{on.year}/{on.month}/{on.day}",
        (on - date(1899, 12, 30)).days,
    ]
    assert {day(way, on.year) for way in ways} == {on}


@pytest.mark.parametrize(
    ("written", "value", "about"),
    [
        (12, "12", False), (3.5, "3.5", False), ("1,200", "1200", False), ("１２", "12", False),
        ("约1200", "1200", True), ("1200余件", "1200", True), ("近1.2万", "12000", True),
        ("一百二十", "120", False), ("85件", "85", False), ("1.2万人", "12000", False),
        ("300多场", "300", True), ("0", "0", False), ("-3", "-3", False), ("十二", "12", False),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_unit_and_its_doubt(written, value, about):
    found = amount(written)
    assert (found.value, found.about) == (Decimal(value), about)


@pytest.mark.parametrize("written", ["若干", "12-15", "1 2 3件套", "#REF!", "张三"])
def test_what_is_no_figure_is_refused(written):
    with pytest.raises(NotSoError):
        amount(written)


def test_a_number_of_things_is_whole():
    assert whole("12件") == 12
    with pytest.raises(NotSoError):
        whole("1.5")


@pytest.mark.parametrize(
    ("written", "said"), [("是", True), ("√", True), ("否", False), ("", False)]
)
def test_yes_and_no(written, said):
    assert yes(written) is said


def test_no_message_repeats_what_stood_in_the_cell():
    for read in (day, amount, whole, yes):
        with pytest.raises(NotSoError) as told:
            read("程远山13800001234")
        assert "程远山" not in str(told.value)
