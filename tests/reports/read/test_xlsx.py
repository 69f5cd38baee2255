"""Workbooks: sheets taken apart into tables and prose, values as a person reads them."""

import io
import zipfile
from datetime import date, datetime, time

import pytest
import xlsxwriter

from gongkai.reports.model.document import Grid, SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.xlsx import document, shown
from tests.reports.read.office import converted
from tests.reports.read.seen import grids, hidden, texts
from tests.reports.read.test_docx import with_parts


def workbook(*sheets, hide=(), merge=()):
    """A workbook of sheets given as rows; ranges to merge on the first one."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    for number, rows in enumerate(sheets):
        sheet = book.add_worksheet(f"表{number + 1}")
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value != "":
                    sheet.write(row, column, value)
        if number in hide:
            sheet.hide()
        if number == 0:
            for area in merge:
                sheet.merge_range(*area, rows[area[0]][area[1]])
    book.close()
    return out.getvalue()


REPORT = (
    ("江南区档案局2023年政府信息公开工作年度报告",),
    ("一、总体情况",),
    ("全年公开信息12条。",),
    (),
    ("第二十条第（一）项",),
    ("信息内容", "", "本年制发件数", "本年废止件数", "现行有效件数"),
    ("规章", "", 0, "", 3),
    ("行政规范性文件", "", 2.0, 1, 7730.28),
    ("二、主动公开政府信息情况",),
    ("三、本年度办理结果", "（一）予以公开", 1),
    ("", "（二）部分公开", 2),
)


def read(*sheets, **more):
    return document(workbook(*sheets, **more), Limits())


def test_a_sheet_is_taken_apart_into_prose_and_tables():
    got = read(REPORT, merge=[(4, 0, 4, 4), (9, 0, 10, 0)])
    assert got.kind is SourceKind.XLSX
    assert texts(got) == [
        "江南区档案局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "全年公开信息12条。",
        "二、主动公开政府信息情况",
    ]
    assert grids(got) == [
        [
            "第二十条第（一）项",
            "信息内容|本年制发件数|本年废止件数|现行有效件数",
            "规章|0||3",
            "行政规范性文件|2|1|7730.28",
        ],
        ["三、本年度办理结果|（一）予以公开|1", "（二）部分公开|2"],
    ]
    first, second = (block for block in got.blocks if isinstance(block, Grid))
    assert first.cells[0].column_span == 5
    assert second.cells[0].row_span == 2
    assert (first.cells[1].place.part, first.cells[1].place.row) == ("表1", 6)


def test_hidden_sheets_are_hidden_text():
    got = read((("甲",),), (("联系人", 139),), hide=[1])
    assert texts(got) == ["甲"]
    assert hidden(got) == "联系人\t139"
    assert got.hidden[0].place.part == "表2"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (73802895.9, "73802895.9"),
        (-5.0, "-5"),
        (True, "是"),
        (False, "否"),
        (date(2024, 1, 8), "2024-01-08"),
        (datetime(2024, 1, 8), "2024-01-08"),
        (datetime(2024, 1, 8, 9, 30), "2024-01-08 09:30"),
        (time(9, 30), "09:30:00"),
        (" 甲 ", "甲"),
    ],
)
def test_values_are_shown_as_a_person_reads_them(value, text):
    assert shown(value) == text


def test_a_formula_without_its_result_is_noted():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["甲", 1])
    sheet.write_formula(1, 0, "=B1+1", None, "")
    sheet.write(1, 1, 2)
    book.close()
    assert "公式没有保存计算结果" in document(out.getvalue(), Limits()).notes[0]
    assert read(REPORT).notes == ()


def test_charts_are_no_sheets():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["甲", 1])
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Sheet1!$B$1:$B$1"})
    book.add_chartsheet().set_chart(chart)
    book.set_properties({"title": "年度报告"})
    book.close()
    got = document(out.getvalue(), Limits())
    assert texts(got) == []
    assert grids(got) == [["甲|1"]]
    assert got.meta["title"] == "年度报告"


def test_an_empty_workbook_is_told():
    with pytest.raises(UnreadableError, match="没有内容"):
        read(())


def test_a_sheet_whose_corners_lie_far_apart_is_refused_before_it_fills_memory():
    far = workbook((("甲",),))
    sheet = zipfile.ZipFile(io.BytesIO(far)).read("xl/worksheets/sheet1.xml")
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    data = with_parts(far, xl__worksheets__sheet1="x")
    data = with_parts(far, **{"xl__worksheets__sheet1.xml": sheet.replace(b"</sheetData>", cell)})
    with pytest.raises(UnreadableError, match="大得不合常理"):
        document(data, Limits())


def test_a_merge_over_a_whole_sheet_does_no_harm():
    made = workbook((("甲", 1), ("乙", 2)))
    sheet = zipfile.ZipFile(io.BytesIO(made)).read("xl/worksheets/sheet1.xml")
    merge = b'</sheetData><mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    data = with_parts(made, **{"xl__worksheets__sheet1.xml": sheet.replace(b"</sheetData>", merge)})
    with pytest.raises(UnreadableError, match="大得不合常理"):
        document(data, Limits())


@pytest.mark.parametrize(
    "data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook" * 99, b"nothing"]
)
def test_a_damaged_workbook_ends_in_a_sentence(data):
    with pytest.raises(UnreadableError, match="已损坏或加了密码"):
        document(data, Limits())


def test_the_limit_on_unpacked_bytes_is_kept():
    with pytest.raises(UnreadableError, match="解压后有"):
        document(workbook(REPORT), Limits(unpacked_bytes=2000))


@pytest.mark.libreoffice
def test_an_old_workbook_reads_like_the_new_one():
    new = workbook(REPORT, merge=[(4, 0, 4, 4), (9, 0, 10, 0)])
    old = document(converted(new, "xlsx", "xls"), Limits())
    assert (texts(old), grids(old)) == (
        texts(document(new, Limits())),
        grids(document(new, Limits())),
    )
