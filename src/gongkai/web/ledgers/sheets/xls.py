"""The old XLS and WPS's ET: at most 65,536 lines a sheet, read whole."""

import io
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from gongkai.web.ledgers.sheets.book import Sheet, UnreadableError, Value
from gongkai.web.ledgers.sheets.xlsx import filled


def read(data: bytes) -> list[Sheet]:
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [_sheet(book.get_sheet_by_name(name)) for name in book.sheet_names]
    except CalamineError as fault:
        raise UnreadableError("表格文件打不开，请另存为 XLSX 后再上传。") from fault


def _sheet(sheet: CalamineSheet) -> Sheet:
    def lines() -> Iterator[tuple[Value, ...]]:
        rows = (
            tuple(None if value == "" else value for value in row)
            for row in sheet.to_python(skip_empty_area=False)
        )
        return filled(rows, _under(sheet))

    return Sheet(sheet.name, sheet.total_height, lines)


def _under(sheet: CalamineSheet) -> dict[tuple[int, int], tuple[int, int]]:
    found = {}
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        for line in range(top + 1, bottom + 1):
            found[line + 1, left + 1] = (top + 1, left + 1)
    return found
