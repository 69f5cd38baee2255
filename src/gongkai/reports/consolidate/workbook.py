"""The trace of a consolidation as a workbook that can be filtered."""

from dataclasses import astuple
from io import BytesIO

import xlsxwriter

from gongkai.reports.consolidate.sums import Consolidation
from gongkai.reports.consolidate.trace import trace

HEADINGS = ("路径", "行", "列", "机关", "文件", "数", "状态", "合计")

WIDTHS = (34, 36, 16, 28, 24, 12, 14, 12)


def as_xlsx(consolidation: Consolidation) -> bytes:
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"constant_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet("来源")
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, bold)
    sheet.freeze_panes(1, 0)
    last = 0
    for last, part in enumerate(trace(consolidation), 1):
        for column, value in enumerate(astuple(part)):
            if isinstance(value, str):
                sheet.write_string(last, column, value)
            elif value is not None:
                sheet.write_number(last, column, value)
    sheet.autofilter(0, 0, last, len(HEADINGS) - 1)
    book.close()
    return written.getvalue()
