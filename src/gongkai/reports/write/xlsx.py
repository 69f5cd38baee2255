"""The report as a workbook: a sheet of prose, a sheet for each table with its merged heads."""

from io import BytesIO
from math import ceil
from typing import Any

import xlsxwriter

from gongkai.reports.model.statement import Statement
from gongkai.reports.write import page
from gongkai.reports.write.layout.measure import POINT, measure
from gongkai.reports.write.layout.square import TableLayout
from gongkai.reports.write.outline import Outline, Prose, closing, ems, outline

PROSE_SHEET = "年度报告"

TABLE_SHEETS = {"proactive": "主动公开", "requests": "依申请公开", "remedies": "复议诉讼"}

COLUMN = 1.85
"""Millimetres in a unit of column width, roughly: a digit of the workbook's own font."""

PROSE_WIDTH = 70
"""Units of column width of the sheet of prose: it fits on paper whatever font measures it."""

TALLEST = 409
"""Points beyond which a row cannot grow."""

WIDER = 1.25
"""A sheet on the screen has more room than paper."""

TYPE = 10.5
"""Points of the type of tables."""

CELL_LIMIT = 32767
"""Characters that a cell can hold."""


def render(statement: Statement) -> bytes:
    """The report as .xlsx."""
    laid = outline(statement)
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True})
    book.set_properties({"title": laid.title, "author": laid.author})
    _write_prose(book, laid)
    for part in laid.parts:
        if part.table:
            _write_table(book, part.table)
    book.close()
    return written.getvalue()


def _write_prose(book: Any, laid: Outline) -> None:
    sheet = book.add_worksheet(PROSE_SHEET)
    sheet.set_column(0, 0, PROSE_WIDTH)
    _paper(sheet)
    look = {
        "title": _font(book, page.TITLE_FONT, 18, align="center", valign="vcenter"),
        "heading": _font(book, page.HEADING_FONT, 14, valign="vcenter"),
        "subheading": _font(book, page.SUBHEADING_FONT, 12),
        "prose": _font(book, page.BODY_FONT, 12, valign="top"),
        "closing": _font(book, page.BODY_FONT, 12, align="right", indent=2),
    }
    lines = [("title", laid.title), *_paragraphs(laid.preamble)]
    for part in laid.parts:
        lines += [("heading", part.heading), *_paragraphs(part.prose)]
    lines += [("closing", line) for line, _ in closing(laid)]
    for annex in laid.annexes:
        lines += [("heading", annex.heading)] if annex.heading else []
        lines += _paragraphs(annex.prose)
    for row, (kind, text) in enumerate(lines):
        size = look[kind].font_size
        sheet.set_row(row, _height(text, PROSE_WIDTH * COLUMN, size) + (size if row == 0 else 4))
        sheet.write_string(row, 0, text[:CELL_LIMIT], look[kind])


def _paragraphs(prose: tuple[Prose, ...]) -> list[tuple[str, str]]:
    return [("subheading" if p.is_heading else "prose", p.text) for p in prose]


def _write_table(book: Any, table: TableLayout) -> None:
    sheet = book.add_worksheet(TABLE_SHEETS[table.section])
    _paper(sheet)
    sheet.repeat_rows(0, max(table.head_rows - 1, 0))
    widths, size = measure(table, page.TYPE_AREA * WIDER, TYPE)
    for row, squares in enumerate(table.rows()):
        wide = [(s, sum(widths[s.column : s.column + s.column_span])) for s in squares]
        lone = [_height(s.text, width, size) for s, width in wide if s.row_span == 1]
        sheet.set_row(row, max(lone, default=size) + 8)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width / COLUMN)
    base = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_name": page.TABLE_FONT}
    base["font_size"] = size
    centred = book.add_format({**base, "align": "center", "num_format": "0.######"})
    whole = book.add_format({**base, "align": "center", "num_format": "0"})
    left = book.add_format({**base, "align": "left"})
    for square in table.squares:
        look = left if square.to_the_left else whole if isinstance(square.value, int) else centred
        last = (square.row + square.row_span - 1, square.column + square.column_span - 1)
        if last != (square.row, square.column):
            sheet.merge_range(square.row, square.column, *last, "", look)
        if square.value is not None:
            sheet.write_number(square.row, square.column, square.value, look)
        elif square.text:
            sheet.write_string(square.row, square.column, square.text[:CELL_LIMIT], look)
        else:
            sheet.write_blank(square.row, square.column, None, look)


def _height(text: str, width: float, size: float) -> float:
    """Points that a text takes at a width in mm, its type in points."""
    a_line = max(width / (size * POINT) - 1.5, 1)
    return min(ceil(max(ems(text), 1) / a_line) * size * 1.3, TALLEST - size)


def _paper(sheet: Any) -> None:
    """A4, one page wide."""
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)


def _font(book: Any, name: str, size: float, **more: Any) -> Any:
    return book.add_format({"font_name": name, "font_size": size, "text_wrap": True, **more})
