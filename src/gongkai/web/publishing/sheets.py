"""Rows of a table that somebody uploads as CSV or XLSX, by the names in its head. Pure."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from gongkai.web.files.bounds import MIB, Bounds, keep_within
from gongkai.web.files.sniff import XLSX, RefusedError

LARGEST = 10 * MIB
BOUNDS = Bounds(size=LARGEST, unpacked=100 * MIB)
MOST = 20_000
"""Rows of one table."""
HEAD_WITHIN = 10
"""Rows above the head at most: titles, units."""
Row = Mapping[str, str]


class SheetError(Exception):
    """The table cannot be taken in; the message says which row and what to do."""


def rows(name: str, data: bytes, needed: Sequence[str]) -> list[tuple[int, Row]]:
    """Number of the row in the sheet and its cells by the names of the head, empty rows left out.

    `needed` are the columns that must be there; the head is the first row that holds them all.
    """
    if len(data) > LARGEST:
        raise SheetError("表格不能超过 10 MB，请分几次导入。")
    cells = _book(data) if data[:2] == b"PK" or data[:4] == b"\xd0\xcf\x11\xe0" else _csv(data)
    head = next((at for at, row in enumerate(cells[:HEAD_WITHIN]) if set(needed) <= set(row)), None)
    if head is None:
        raise SheetError(f"没有找到表头。表头应当有：{'、'.join(needed)}。")
    found = [
        (at + 1, dict(zip(cells[head], row, strict=False)))
        for at, row in enumerate(cells)
        if at > head and any(row)
    ]
    if len(found) > MOST:
        raise SheetError(f"{name}有 {len(found)} 行，一次最多导入 {MOST} 行，请分几次导入。")
    return found


def _csv(data: bytes) -> list[list[str]]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text))]
    raise SheetError("读不出这个文件。请另存为 XLSX 或者 UTF-8 编码的 CSV 再上传。")


def _book(data: bytes) -> list[list[str]]:
    try:
        keep_within(XLSX, data, BOUNDS)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        values = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except RefusedError as refusal:
        raise SheetError(str(refusal)) from refusal
    except (CalamineError, IndexError, zipfile.BadZipFile) as fault:
        raise SheetError("读不出这个表格，可能已经损坏或者加了密码，请另存后再上传。") from fault
    return [[_text(value) for value in row] for row in values]


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def day(said: str) -> date | None:
    """2026-1-5, 2026/1/5, 2026.1.5 or 2026年1月5日."""
    plain = said.strip().rstrip("日").replace("年", "-").replace("月", "-")
    parts = plain.replace("/", "-").replace(".", "-").split("-")
    try:
        year, month, number = map(int, parts)
        return date(year, month, number)
    except ValueError:
        return None


def refuse(faults: Iterable[str], most: int = 8) -> None:
    """Raise what is wrong with the rows, the first few in full."""
    told = list(faults)
    if told:
        more = f"等共 {len(told)} 处" if len(told) > most else ""
        raise SheetError("没有导入。" + "；".join(told[:most]) + more + "。改正后重新上传。")
