"""The statutory forms of the annual report as data: rows, columns, labels, groups, sums.

A cell has a path, the same as in a statement: `requests.granted.total`, `proactive.permits`,
`remedies.reconsideration.upheld`. Everything that reads, checks, counts or prints a report walks
these tables; nobody repeats them.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

Kind = Literal["count", "change", "amount"]
"""count: a whole number from 0; change: may be negative (2019 form); amount: may have decimals."""

FormId = Literal["2019", "2021"]

OUTCOMES = "outcomes"
"""In a sum, every row that is an outcome of its own: （一） to （六）."""


@dataclass(frozen=True, slots=True)
class Table:
    """One of the three tables and the section of the report that it stands in."""

    key: str
    section: str
    label: str
    head: str = ""
    column_group: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading over rows: （三）不予公开, or 第二十条第（一）项."""

    table: str
    key: str
    label: str
    number: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its label, the heading over it, the words it is known by, what it may hold."""

    table: str
    key: str
    label: str
    group: str = ""
    core: tuple[tuple[str, ...], ...] = ()
    kind: Kind = "count"
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its printed number and label, the group it stands in, its columns, its cells."""

    table: str
    key: str
    label: str
    columns: tuple[str, ...]
    number: str = ""
    group: str = ""
    core: tuple[tuple[str, ...], ...] = ()
    path: str = field(init=False, compare=False)
    cells: tuple[str, ...] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "path", f"{self.table}.{self.key}")
        object.__setattr__(self, "cells", tuple(self.cell(column) for column in self.columns))

    @property
    def printed(self) -> str:
        """Number and label as the form prints them."""
        return self.number + self.label

    def cell(self, column: str) -> str:
        """The path of one cell; the 2021 rows of one value are their own cell."""
        if self.table == "proactive" and len(self.columns) == 1:
            return self.path
        return f"{self.path}.{column}"


@dataclass(frozen=True, slots=True)
class Equation:
    """The cells on the left add up to those on the right; `rule` is the check that says so.

    `at` is the path of the row (A03, A04) or column (A01, A02: `requests.*.total`) it speaks of.
    """

    rule: str
    at: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Form:
    """One edition of the statutory form; the same object for the same edition."""

    id: FormId
    source: str
    first_year: int
    last_year: int | None
    tables: tuple[Table, ...]
    groups: tuple[Group, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    equations: tuple[Equation, ...]

    def rows_of(self, table: str) -> tuple[Row, ...]:
        return _rows_of(self, table)

    def columns_of(self, table: str) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.table == table)

    def groups_of(self, table: str) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.table == table)

    def row(self, path: str) -> Row:
        """The row of a path such as `requests.granted`; KeyError where the form has none."""
        return _by_path(self)[path]

    def column(self, table: str, key: str) -> Column:
        return next(c for c in self.columns if (c.table, c.key) == (table, key))

    def kind(self, cell: str) -> Kind:
        """What a cell may hold, by its path."""
        return _kinds(self)[cell]

    @property
    def cells(self) -> tuple[str, ...]:
        """The path of every cell, in the order of the form."""
        return _cells(self)

    @property
    def proactive_table(self) -> str:
        """The key of table one: `proactive` or `proactive_2019`."""
        return self.tables[0].key

    @property
    def outcomes(self) -> tuple[Row, ...]:
        """The rows of table two that are outcomes of applications: （一） to （六）."""
        return tuple(r for r in self.rows_of("requests") if r.group and r.key != "handled_total")


@cache
def _by_path(form: Form) -> dict[str, Row]:
    return {row.path: row for row in form.rows}


@cache
def _rows_of(form: Form, table: str) -> tuple[Row, ...]:
    return tuple(row for row in form.rows if row.table == table)


@cache
def _cells(form: Form) -> tuple[str, ...]:
    return tuple(_kinds(form))


@cache
def _kinds(form: Form) -> dict[str, Kind]:
    kinds = {(column.table, column.key): column.kind for column in form.columns}
    return {row.cell(c): kinds[row.table, c] for row in form.rows for c in row.columns}


@cache
def form(form_id: FormId) -> Form:
    """The form of 2019 (reports for 2019 and 2020) or of 2021 (reports since 2021)."""
    text = files("gongkai.statute.tables").joinpath(f"form_{form_id}.toml").read_text("utf-8")
    data = tomllib.loads(text)
    tables = tuple(Table(**entry) for entry in data["table"])
    rows = tuple(Row(**_tupled(entry)) for entry in data["row"])
    columns = tuple(Column(**_tupled(entry)) for entry in data["column"])
    return Form(
        id=form_id,
        source=data["source"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        tables=tables,
        groups=tuple(Group(**entry) for entry in data["group"]),
        columns=columns,
        rows=rows,
        equations=tuple(e for entry in data["sum"] for e in _equations(entry, rows)),
    )


def form_in_force(year: int) -> Form:
    """The form that a report for this calendar year must follow. Before 2019: the form of 2019."""
    return form("2021") if year >= form("2021").first_year else form("2019")


def _tupled(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        **entry,
        **({"core": tuple(tuple(words) for words in entry["core"])} if "core" in entry else {}),
        **({"columns": tuple(entry["columns"])} if "columns" in entry else {}),
    }


def _equations(entry: dict[str, Any], rows: tuple[Row, ...]) -> Iterator[Equation]:
    """One equation for each column (a sum over rows) or for each row (a sum over columns)."""
    here = [row for row in rows if row.table == entry["table"]]
    if "columns" in entry:
        for row in here:
            left, right = (tuple(row.cell(c) for c in side) for side in entry["columns"])
            yield Equation(entry["rule"], row.path, left, right)
        return
    outcomes = [row.key for row in here if row.group and row.key != "handled_total"]
    by_key = {row.key: row for row in here}
    for column in here[0].columns:
        sides = ((outcomes if side == [OUTCOMES] else side) for side in entry["rows"])
        left, right = (tuple(by_key[key].cell(column) for key in side) for side in sides)
        yield Equation(entry["rule"], f"{entry['table']}.*.{column}", left, right)
