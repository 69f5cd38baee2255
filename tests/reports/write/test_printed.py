"""The Word report as LibreOffice prints it."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pdfplumber
import pytest

from gongkai.reports.office import PDF, converted, office
from gongkai.reports.write.registry import render
from tests.reports.write.samples import complete

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(office() is None, reason="LibreOffice is not installed"),
]
MARKS = "，。；：、！？）》”"
WORDS = "\n".join(
    "改进情况说明如下" * 3 + "公开" * (n // 2) + "好" * (n % 2) + MARKS[n] + "另有说明"
    for n in range(len(MARKS))
)
"""Paragraphs in which every place near the edge of a line holds a mark once."""


@cache
def pages() -> tuple[str, ...]:
    made = complete()
    overview, *others = made.sections
    long = (replace(overview, text=WORDS), *others)
    data = converted(render(replace(made, sections=long), "docx"), "docx", PDF, 120)
    with pdfplumber.open(BytesIO(data)) as opened:
        return tuple("".join(page.extract_text().split()) for page in opened.pages)


def test_no_mark_is_lost_where_a_line_ends():
    printed = "".join(pages())
    lost = [line for line in WORDS.split("\n") if line not in printed]
    assert not lost


def test_the_table_of_applications_stands_on_one_page():
    first, last = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"
    assert [first in page for page in pages()] == [last in page for page in pages()]
