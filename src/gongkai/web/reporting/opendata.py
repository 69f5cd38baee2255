"""The shelf as files for other programs: cells, bodies, the meaning of the cells. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from gongkai.reports.compare.figures import row_label
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.data.csv import harmless
from gongkai.reports.write.registry import Exchange, exchange
from gongkai.statute.forms import form

LICENCE = {"name": "other-pd", "title": "依法公开的政府信息"}
CELLS = ("path", "table", "row", "column", "form")
BODIES = ("code", "name", "kind", "area", "on_platform")


def write_cells(statements: Iterable[Statement], to: Exchange, target: BinaryIO) -> None:
    """One row a cell of every statement. Raises CannotRenderError where a library is lacking."""
    writer = exchange(to, target)
    for statement in statements:
        writer.add(statement)
    writer.close()


def cells() -> Iterator[tuple[str, ...]]:
    """What each path means: table, row and column as the form prints them."""
    seen = set()
    for form_id in ("2021", "2019"):
        own = form(form_id)
        tables = {table.key: table.label for table in own.tables}
        for row in own.rows:
            for key, cell in zip(row.columns, row.cells, strict=True):
                if cell not in seen:
                    seen.add(cell)
                    label = own.column(row.table, key).label
                    yield cell, tables[row.table], row_label(own, row), label, own.id


def as_csv(head: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(head)
    lines.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def package(*, site: str, address: str, changed: str, parquet: bool) -> dict[str, Any]:
    """The description of the files (datapackage.json), their addresses below `address`."""
    figures = [
        _field("body", "string", "单位名称"),
        _field("year", "integer", "报告年度"),
        _field("path", "string", "单元格，含义见 cells.csv"),
        _field("value", "number", "数字；空表示原文没有数字"),
        _field("state", "string", "没有数字或经过处理的原因，见数据格式说明"),
    ]
    resources = [
        _resource("figures", f"{address}figures.csv", "全部报告的每一格", figures),
        _resource(
            "bodies", f"{address}bodies.csv", "单位名录", [_field(n, "string") for n in BODIES]
        ),
        _resource(
            "cells", f"{address}cells.csv", "单元格的含义", [_field(n, "string") for n in CELLS]
        ),
    ]
    if parquet:
        made = _resource(
            "figures-parquet", f"{address}figures.parquet", "全部报告的每一格", figures
        )
        resources.append(
            {**made, "format": "parquet", "mediatype": "application/vnd.apache.parquet"}
        )
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "gongkai-annual-reports",
        "title": f"{site}：政府信息公开工作年度报告数据",
        "created": changed,
        "licenses": [LICENCE],
        "resources": resources,
    }


def _resource(name: str, path: str, title: str, fields: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "name": name,
        "path": path,
        "title": title,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields},
    }


def _words(name: str) -> dict[str, str]:
    return _field(name, "string")


def _field(name: str, kind: str, title: str = "") -> dict[str, str]:
    return {"name": name, "type": kind, **({"title": title} if title else {})}
