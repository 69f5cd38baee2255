"""The province's entry layout as a spreadsheet: what stands where is data, a file a layout."""

import io
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import xlsxwriter

from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import Form
from gongkai.web.reporting.binding import named
from gongkai.web.ui.config import config

PER_CELL = ("number", "code", "name", "unit", "value")
PER_BODY = ("body", "credit_code", "year")


class LayoutError(ValueError):
    """A layout's file cannot be used; the message says what to mend."""


@dataclass(frozen=True)
class Layout:
    """A layout: its title, the name of its sheet, a line for each cell or one for the body."""

    title: str
    sheet: str
    each: str
    tables: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    """Head, and what the column holds."""


def layouts() -> Mapping[str, Layout]:
    """Key → layout: those that come with the platform, and those of the data folder."""
    ours = [
        Path(str(each)) for each in files("gongkai.web.reporting").joinpath("layouts").iterdir()
    ]
    own = sorted((config().data / "layouts").glob("*.toml"))
    return {path.stem: read(path) for path in (*sorted(ours), *own)}


def read(path: Path) -> Layout:
    data = tomllib.loads(path.read_text("utf-8"))
    columns = tuple((each["head"], each["holds"]) for each in data["columns"])
    known = (*PER_CELL, *PER_BODY)
    if data["each"] not in ("cells", "body") or any(holds not in known for _, holds in columns):
        raise LayoutError(
            f"{path.name}：each 只能是 cells 或者 body，holds 只能是 {'、'.join(known)}。"
        )
    return Layout(data["title"], data["sheet"], data["each"], tuple(data["tables"]), columns)


def filled(layout: Layout, statement: Statement, credit_code: str) -> bytes:
    """The layout with a statement's figures."""
    form = statement.form
    if form is None:
        raise LayoutError("报告没有表格，不能填报。")
    facts = {"body": statement.body, "credit_code": credit_code, "year": statement.year}
    cells = [cell for cell in form.cells if _table(cell) in layout.tables]
    rows = _by_cell if layout.each == "cells" else _by_body
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet(layout.sheet)
        bold = book.add_format({"bold": True})
        for at, row in enumerate(rows(layout, form, statement, facts, cells)):
            sheet.write_row(at, 0, row, None if at else bold)
        sheet.set_column(0, len(layout.columns), 22)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _table(cell: str) -> str:
    """Both editions of table one are called `proactive` in a layout."""
    return cell.partition(".")[0].removesuffix("_2019")


def _by_cell(layout: Layout, form: Form, statement: Statement, facts: dict, cells: list[str]):
    yield [head for head, _ in layout.columns]
    for number, cell in enumerate(cells, 1):
        told: dict[str, Number | str | None] = {
            **facts,
            "number": number,
            "code": cell,
            "name": named(form, cell),
            "unit": _unit(form, cell),
            "value": statement.figure(cell),
        }
        yield [told[holds] for _, holds in layout.columns]


def _by_body(layout: Layout, form: Form, statement: Statement, facts: dict, cells: list[str]):
    yield [head for head, _ in layout.columns] + [named(form, cell) for cell in cells]
    own = [facts.get(holds, "") for _, holds in layout.columns]
    yield own + [statement.figure(cell) for cell in cells]


def _unit(form: Form, cell: str) -> str:
    return "万元" if form.kind(cell) == "amount" else "件"
