"""The catalogue as a file: CSV, JSON, XLSX. Pure."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping

import xlsxwriter

COLUMNS = (
    "索引号",
    "名称",
    "文号",
    "发布机构",
    "生成日期",
    "发布日期",
    "内容概述",
    "主题分类",
    "体裁",
    "有效性",
    "网址",
)
"""The statutory four of article 12 and the rest of the record."""
FORMULA = ("=", "+", "-", "@", "\t")
Row = Mapping[str, str]


def to_csv(rows: Iterable[Row]) -> bytes:
    """With a byte-order mark, as office software wants it; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in rows:
        cells = [row[column] for column in COLUMNS]
        writer.writerow(f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells)
    return out.getvalue().encode("utf-8-sig")


def to_json(rows: Iterable[Row]) -> bytes:
    return json.dumps({"items": list(rows)}, ensure_ascii=False, indent=1).encode()


def to_xlsx(rows: Iterable[Row]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("目录")
        sheet.set_column(0, len(COLUMNS) - 1, 18)
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        for at, row in enumerate(rows, 1):
            sheet.write_row(at, 0, [row[column] for column in COLUMNS])
    return out.getvalue()


FORMATS: Mapping[str, Callable[[Iterable[Row]], bytes]] = {
    "csv": to_csv,
    "json": to_json,
    "xlsx": to_xlsx,
}
