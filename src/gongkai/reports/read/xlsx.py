"""Excel workbooks (xlsx, xls) → the neutral document."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

from gongkai.reports.model.document import Block, Cell, Document, Grid, Line, Place, SourceKind
from gongkai.reports.read.grids import parts
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.xmlparts import XmlPackage, local

BROKEN = "这份表格文件已损坏或加了密码，打不开：请用 Excel 或 WPS 打开后另存再交"
EMPTY = "这份表格文件里没有内容"
LARGE = "表格文件的工作表大得不合常理，无法读取：请只保留报告的工作表再交"
NO_RESULT = "有公式没有保存计算结果，读作空格：请用 Excel 或 WPS 打开、保存后再交"

REFERENCE = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
FORMULA = re.compile(rb"<c [^>]*><f[^>]*>[^<]*</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")
MOST_SQUARES = 3_000_000

Value = str | int | float | bool | date | datetime | time | timedelta | None


def document(data: bytes, limits: Limits) -> Document:
    notes: tuple[str, ...] = ()
    meta: dict[str, str] = {}
    if data.startswith(b"PK"):
        package = XmlPackage(data, limits.unpacked_bytes)
        notes = (NO_RESULT,) if _looked_through(package) else ()
        meta = _meta(package)
    blocks: list[Block] = []
    hidden: list[Line] = []
    for name, visible, grid in _sheets(data):
        if visible:
            blocks.extend(parts(grid))
        else:
            rows = ("\t".join(cell.text for cell in row) for row in grid.rows())
            hidden.extend(Line(row, Place(part=name)) for row in rows if row.strip())
    if not blocks:
        raise UnreadableError(EMPTY)
    return Document(SourceKind.XLSX, tuple(blocks), meta=meta, hidden=tuple(hidden), notes=notes)


def _looked_through(package: XmlPackage) -> bool:
    """Unpack every part within the limit before the library does without one, and refuse sheets
    whose far corners would make it fill memory. Says whether a formula lacks its result."""
    lacking = False
    for name in package.names("xl/"):
        part = package.read(name)
        if not name.startswith("xl/worksheets/"):
            continue
        lacking = lacking or FORMULA.search(part) is not None
        rows, columns = 0, 0
        for letters, row in REFERENCE.findall(part):
            rows, columns = max(rows, int(row)), max(columns, _column(letters))
        if rows * columns > MOST_SQUARES:
            raise UnreadableError(LARGE)
    return lacking


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheets(data: bytes) -> Iterator[tuple[str, bool, Grid]]:
    """Name, whether it is shown, and squares of every sheet. The library tells of bad files by
    errors of many kinds, one of which is no Exception."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        for about in book.sheets_metadata:
            if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(about.name)
            if sheet.total_height * sheet.total_width > MOST_SQUARES:
                raise UnreadableError(LARGE)
            visible = about.visible == python_calamine.SheetVisibleEnum.Visible
            yield about.name, visible, _grid(sheet, about.name)
    except (UnreadableError, MemoryError, GeneratorExit):
        raise
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise UnreadableError(BROKEN) from error
        raise


def _grid(sheet: Any, name: str) -> Grid:
    """A sheet as one grid: merged ranges as spans, the squares they cover left out."""
    rows = sheet.to_python(skip_empty_area=False)
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if (bottom - top + 1) * (right - left + 1) > MOST_SQUARES:
            raise UnreadableError(LARGE)
        spans[top, left] = (bottom - top + 1, right - left + 1)
        last = min(bottom, len(rows))
        covered.update((r, c) for r in range(top, last + 1) for c in range(left, right + 1))
    covered -= spans.keys()
    cells = [
        Cell(
            shown(value),
            row,
            column,
            *spans.get((row, column), (1, 1)),
            place=Place(row=row + 1, column=column + 1, part=name),
        )
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
        if (row, column) not in covered
    ]
    return Grid(tuple(cells), Place(part=name))


def shown(value: Value) -> str:
    """A value as a person reads it; whole numbers without a point, no binary fractions."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case float():
            return str(int(value)) if value.is_integer() else format(value, ".15g")
        case datetime():
            whole = value.time() == time()
            return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
        case _:
            return str(value).strip()


def _meta(package: XmlPackage) -> dict[str, str]:
    names = {"title": "title", "creator": "author", "modified": "modified_on"}
    root = package.optional("docProps/core.xml")
    return {
        names[local(element)]: element.text.strip()
        for element in (root if root is not None else ())
        if local(element) in names and element.text and element.text.strip()
    }
