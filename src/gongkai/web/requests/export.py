"""A list as a spreadsheet, written row by row: memory stays the same however long it is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO

import xlsxwriter

WIDTH = 16


def write_xlsx(
    out: BinaryIO,
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str | date | int | None]],
) -> None:
    """Write a sheet with a head that stays; text is text, never a formula or a link."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(title)
        sheet.set_column(0, len(columns) - 1, WIDTH)
        sheet.write_row(0, 0, columns, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(at, column, value, day)
                elif value not in ("", None):
                    sheet.write(at, column, value)
