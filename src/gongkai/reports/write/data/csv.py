"""One row a cell as CSV, with the mark that makes Excel take it for UTF-8."""

import csv
import io
from typing import BinaryIO

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.data.cells import CellRow, cell_rows


class CsvWriter:
    def __init__(self, target: BinaryIO) -> None:
        self.target = target
        self.row = io.StringIO(newline="")
        self.rows = csv.writer(self.row)
        target.write("\ufeff".encode())
        self.rows.writerow(CellRow._fields)

    def add(self, statement: Statement) -> None:
        for row in cell_rows(statement):
            self.rows.writerow(row._replace(body=harmless(row.body)))
        self.flush()

    def flush(self) -> None:
        self.target.write(self.row.getvalue().encode("utf-8", "replace"))
        self.row.seek(0)
        self.row.truncate()

    def close(self) -> None:
        self.flush()


def harmless(text: str | None) -> str | None:
    """Text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text and text[0] in "=+-@\t\r" else text


def writer(target: BinaryIO) -> CsvWriter:
    return CsvWriter(target)
