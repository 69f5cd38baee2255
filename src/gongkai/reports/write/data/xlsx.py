"""One row a cell as a workbook, on further sheets where one is full."""

from typing import BinaryIO

import xlsxwriter

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.data.cells import CellRow, cell_rows

FULL = 1_048_576
"""Rows of a sheet."""


class XlsxWriter:
    def __init__(self, target: BinaryIO, full: int = FULL) -> None:
        self.book = xlsxwriter.Workbook(
            target,
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self.full = full
        self.head()

    def head(self) -> None:
        """Begin a sheet with the names of the columns."""
        self.sheet = self.book.add_worksheet()
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_column(0, 0, 28)
        self.sheet.set_column(2, 2, 52)
        self.sheet.write_row(0, 0, CellRow._fields)
        self.next = 1

    def add(self, statement: Statement) -> None:
        for row in cell_rows(statement):
            if self.next == self.full:
                self.head()
            self.sheet.write_row(self.next, 0, row)
            self.next += 1

    def close(self) -> None:
        self.book.close()


def writer(target: BinaryIO) -> XlsxWriter:
    return XlsxWriter(target)
