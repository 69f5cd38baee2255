"""A list of applications from a CSV file, for `gongkai fee`.

The first line names the columns, in Chinese or English: 申请人, 收到日期, and, where wanted, 件数,
页数, 计收方式. The file is UTF-8 or GB18030, as spreadsheets write it.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from gongkai.law.fee.applications import Application
from gongkai.law.fee.tariff import Basis

COLUMNS = {
    "申请人": "applicant",
    "收到日期": "received",
    "收到申请日期": "received",
    "件数": "items",
    "页数": "pages",
    "计收方式": "basis",
}
REQUIRED = ("申请人", "收到日期")
BASES = {each.value: each for each in Basis} | {each.chinese: each for each in Basis}
BASES |= {"按件": Basis.ITEMS, "按量": Basis.PAGES, "": Basis.ITEMS}
MOST = 1_000_000


def read_applications(path: Path) -> list[Application]:
    """The applications of that file; a click.UsageError names the line that is wrong."""
    return [read_row(row, number) for number, row in rows(text_of(path))]


def text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError:
        raise click.UsageError(f"读不到申请清单文件 {path}") from None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise click.UsageError(f"{path.name} 不是文本文件，请另存为 CSV（UTF-8）再试")


def rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Each line that is not empty, with its number in the file and its cells by column."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        head = [COLUMNS.get(each.strip(), each.strip()) for each in next(reader, [])]
        for zh in REQUIRED:
            if COLUMNS[zh] not in head:
                raise click.UsageError(f"申请清单的第一行缺少“{zh}”列")
        for cells in reader:
            if any(each.strip() for each in cells):
                yield reader.line_num, dict(zip(head, map(str.strip, cells), strict=False))
    except csv.Error as wrong:
        raise click.UsageError(
            f"申请清单第 {reader.line_num} 行不是有效的 CSV（{wrong}）"
        ) from None


def read_row(row: Mapping[str, str], number: int) -> Application:
    where = f"申请清单第 {number} 行"
    if not row.get("applicant"):
        raise click.UsageError(f"{where}没有申请人")
    try:
        received = date.fromisoformat(row.get("received", "").replace("/", "-"))
    except ValueError:
        raise click.UsageError(f"{where}的收到日期应写成 2026-01-26 的样子") from None
    basis = BASES.get(row.get("basis", ""))
    if basis is None:
        raise click.UsageError(f"{where}的计收方式应为“按件”或者“按量”")
    return Application(
        applicant=row["applicant"],
        received=received,
        items=whole(row.get("items") or "1", "件数", where),
        pages=whole(row.get("pages") or "0", "页数", where),
        basis=basis,
    )


def whole(text: str, label: str, where: str) -> int:
    if not (text.isdecimal() and int(text) <= MOST):
        raise click.UsageError(f"{where}的{label}应为不超过 {MOST} 的整数")
    return int(text)
