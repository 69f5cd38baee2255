"""The list of bodies that owe a report."""

from datetime import date

import pytest

from gongkai.reports.model.area import Body, NotAnAreaError, read_area, same_name


def test_the_list_is_read_with_its_columns_in_any_order():
    area = read_area("name,published_on,level\n甲局,2026-01-31,部门\n乙镇,,乡镇\n".encode())
    assert area.bodies == (
        Body("甲局", "部门", "", date(2026, 1, 31)),
        Body("乙镇", "乡镇"),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_lists_of_offices_come_in_their_encodings_and_words(encoding):
    text = "机关名称,上级,公布日期\n甲局,江南区,2026/1/31\n,,\n"
    assert read_area(text.encode(encoding)).bodies == (
        Body("甲局", "", "江南区", date(2026, 1, 31)),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "缺少 name"),
        ("机关编号\n1\n", "缺少 name"),
        ("name\n\n", "一个机关"),
        ("name\n甲 局\n甲局\n", "第 3 行与第 2 行重复"),
        ("name,published_on\n甲局,一月\n", "第 2 行的公布日期“一月”"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_with_its_line(text, said):
    with pytest.raises(NotAnAreaError, match=said):
        read_area(text.encode())


def test_a_list_in_no_known_encoding_is_refused():
    with pytest.raises(NotAnAreaError, match="编码"):
        read_area(b"name\n\xff\xff\xff\n")


def test_names_are_the_same_whatever_their_blanks_and_brackets():
    assert same_name("市场监管局（知识产权局） ") == same_name("市场监管局 (知识产权局)")
