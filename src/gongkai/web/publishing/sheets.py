"""Rows of a table that somebody uploads, by the names in its head. Pure.

What kinds of files there are, and what a cell says, is read as in the imports of office tables.
"""

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from gongkai.web.files.bounds import MIB, Bounds, keep_within
from gongkai.web.files.sniff import OLE, XLSX, RefusedError
from gongkai.web.ledgers.sheets import values
from gongkai.web.ledgers.sheets.book import UnreadableError, shown
from gongkai.web.ledgers.sheets.registry import sheets_of

LARGEST = 10 * MIB
BOUNDS = Bounds(size=LARGEST, unpacked=100 * MIB)
MOST = 20_000
"""Rows of one table."""
HEAD_WITHIN = 10
"""Rows above the head at most: titles, units."""
BEGINNINGS = ((b"PK", "xlsx"), (OLE, "xls"))
Row = Mapping[str, str]


class SheetError(Exception):
    """The table cannot be taken in; the message says which row and what to do."""


def rows(name: str, data: bytes, needed: Sequence[str]) -> list[tuple[int, Row]]:
    """Number of the row in the sheet and its cells by the names of the head, empty rows left out.

    `needed` are the columns that must be there; the head is the first row that holds them all.
    """
    if len(data) > LARGEST:
        raise SheetError("表格不能超过 10 MB，请分几次导入。")
    cells = _cells(data)
    above = [row for number, row in cells if number <= HEAD_WITHIN]
    head = next((at for at, row in enumerate(above) if set(needed) <= set(row)), None)
    if head is None:
        raise SheetError(f"没有找到表头。表头应当有：{'、'.join(needed)}。")
    found = [
        (number, dict(zip(above[head], row, strict=False))) for number, row in cells[head + 1 :]
    ]
    if len(found) > MOST:
        raise SheetError(f"{name}有 {len(found)} 行，一次最多导入 {MOST} 行，请分几次导入。")
    return found


def _cells(data: bytes) -> list[tuple[int, list[str]]]:
    """Number and cells of each row of the first sheet, whatever the file is called."""
    ending = next((each for start, each in BEGINNINGS if data.startswith(start)), "csv")
    try:
        if ending == "xlsx":
            keep_within(XLSX, data, BOUNDS)
        sheets = sheets_of(f"table.{ending}", data)
        lines = sheets[0].lines() if sheets else iter(())
        return [(line.number, [shown(value) for value in line.values]) for line in lines]
    except (RefusedError, UnreadableError) as fault:
        raise SheetError(str(fault)) from fault
    except zipfile.BadZipFile as fault:
        raise SheetError("读不出这个表格，可能已经损坏或者加了密码，请另存后再上传。") from fault


def day(said: str) -> date | None:
    """A day as clerks write it; None where it is none."""
    try:
        return values.day(said)
    except values.NotSoError:
        return None


def refuse(faults: Iterable[str], most: int = 8) -> None:
    """Raise what is wrong with the rows, the first few in full."""
    told = list(faults)
    if told:
        more = f"等共 {len(told)} 处" if len(told) > most else ""
        raise SheetError("没有导入。" + "；".join(told[:most]) + more + "。改正后重新上传。")
