"""Bytes of text in the encodings of the country."""

import pytest

from gongkai.reports.model.document import SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.text import document
from gongkai.reports.read.unreadable import UnreadableError

WORDS = "江南区档案局2023年政府信息公开工作年度报告\n一、总体情况\n规章\t0\t0\t0\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030"]
)
def test_every_encoding_in_use_gives_the_same_lines(encoding):
    read = document(WORDS.encode(encoding), Limits())
    assert [line.text for line in read.blocks] == WORDS.split("\n")
    assert [line.place.line for line in read.blocks] == [1, 2, 3, 4]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends_of_every_system_are_line_ends(end):
    read = document(f"甲{end}乙".encode(), Limits())
    assert [line.text for line in read.blocks] == ["甲", "乙"]


def test_form_feeds_count_pages():
    read = document("甲\n乙\n\f丙\n丁\f\n戊".encode(), Limits())
    assert read.pages == 3
    assert [line.place.page for line in read.blocks] == [1, 1, 2, 2, 3]
    assert [line.text for line in read.blocks] == ["甲", "乙", "丙", "丁", "戊"]


@pytest.mark.parametrize("text", ["## 一、总体情况\n甲", "| 规章 | 0 |\n|---|---|"])
def test_markdown_is_told_from_its_content(text):
    assert document(text.encode(), Limits()).kind is SourceKind.MARKDOWN
    assert document(WORDS.encode(), Limits()).kind is SourceKind.TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (b" \n\t", "空的"),
        (bytes(range(256)) * 40, "不是文字"),
        (b"a" * 11, "超过上限"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        document(data, Limits(bytes=10 if data == b"a" * 11 else 10**6))


def test_damaged_bytes_are_kept_as_damage():
    read = document("报告".encode() * 50 + b"\xff" + "年度".encode() * 50, Limits())
    assert "\ufffd" in read.blocks[0].text


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("### （一）主动公开", "（一）主动公开"),
        ("## 二、主动公开政府信息情况", "## 二、主动公开政府信息情况"),
        (r"\# 不是标题", "# 不是标题"),
        (r"A\_B\*C", "A_B*C"),
        ("**（一）主动公开。**全年", "（一）主动公开。全年"),
        (r"| a\_b | 0 |", r"| a\_b | 0 |"),
    ],
)
def test_marks_of_markdown_are_no_text(printed, read):
    lines = document(f"# 年度报告\n\n{printed}\n".encode(), Limits()).blocks
    assert lines[2].text == read


def test_marks_in_plain_text_stay():
    assert document(r"甲\_乙".encode(), Limits()).blocks[0].text == r"甲\_乙"


@pytest.mark.parametrize("text", ["公开" * 200_000, "公开\n" * 2_000_000])
def test_what_is_far_too_long_for_a_report_is_refused(text):
    with pytest.raises(UnreadableError, match="不像一份报告"):
        document(text.encode(), Limits())
