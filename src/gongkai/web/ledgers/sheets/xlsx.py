"""XLSX, streamed: a sheet of any length takes the memory of a line and of its distinct texts."""

import io
import re
import zipfile
from collections.abc import Iterator

from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from gongkai.web.ledgers.sheets.book import Sheet, UnreadableError, Value

MERGE = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
PIECE = 1 << 20
LONGEST_REFERENCE = 64
MOST_MERGES = 20_000


def read(data: bytes) -> list[Sheet]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError) as fault:
        raise UnreadableError("表格文件打不开，请用 Excel 或者 WPS 另存后再上传。") from fault
    return [_sheet(data, each) for each in book.worksheets if each.sheet_state == "visible"]


def _sheet(data: bytes, sheet: ReadOnlyWorksheet) -> Sheet:
    length = sheet.max_row or 0

    def lines() -> Iterator[tuple[Value, ...]]:
        sheet.reset_dimensions()  # what files say of their size is often wrong
        yield from filled(sheet.iter_rows(values_only=True), merges(data, sheet._worksheet_path))

    return Sheet(sheet.title, length, lines)


def merges(data: bytes, path: str) -> dict[tuple[int, int], tuple[int, int]]:
    """Cell under a cell it is merged with → that cell, by line and column from 1.

    Side by side is left alone: a value that spreads to the right belongs to its first column.
    """
    found: dict[tuple[int, int], tuple[int, int]] = {}
    tail = b""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(path) as part:
        while piece := part.read(PIECE):
            window = tail + piece
            for match in MERGE.finditer(window):
                left, top, _right, bottom = range_boundaries(match[1].decode())
                below = range(top + 1, min(bottom, top + MOST_MERGES) + 1)
                found.update(((line, left), (top, left)) for line in below)
            if len(found) > MOST_MERGES:
                return {}
            tail = window[-LONGEST_REFERENCE:]
    return found


def filled(
    lines: Iterator[tuple[Value, ...]], under: dict[tuple[int, int], tuple[int, int]]
) -> Iterator[tuple[Value, ...]]:
    """The lines with the value of a merged cell in every line that it covers."""
    anchors = set(under.values())
    by_line: dict[int, list[tuple[int, tuple[int, int]]]] = {}
    for (line, column), anchor in under.items():
        by_line.setdefault(line, []).append((column, anchor))
    kept: dict[tuple[int, int], Value] = {}
    anchored = {line for line, _column in anchors}
    for number, values in enumerate(lines, 1):
        made = values
        if number in by_line:
            cells = [*values, *[None] * (max(c for c, _ in by_line[number]) - len(values))]
            for column, anchor in by_line[number]:
                cells[column - 1] = kept.get(anchor)
            made = tuple(cells)
        if number in anchored:
            kept.update(
                ((number, column), value)
                for column, value in enumerate(values, 1)
                if (number, column) in anchors
            )
        yield made
