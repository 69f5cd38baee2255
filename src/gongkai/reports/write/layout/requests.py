"""Table two: three columns of labels, then the applicants."""

from collections import Counter
from collections.abc import Iterator

from gongkai.reports.model.statement import ExtraRow, State, Statement
from gongkai.reports.write.layout.extra import extra_row, extra_rows
from gongkai.reports.write.layout.square import Square, value_square
from gongkai.statute.forms import Column, Form, Group, Row

STUB = 3
"""Columns of row labels."""


def squares(statement: Statement, form: Form) -> Iterator[Square]:
    table = form.tables[1]
    columns = form.columns_of(table.key)
    yield Square(table.head, 0, 0, "corner", row_span=3, column_span=STUB)
    top = Square(table.column_group, 0, STUB, "column", column_span=len(columns))
    heads = tuple(_applicants(columns, top))
    yield top
    yield from dict.fromkeys(square for path in heads for square in path[1:])
    rows, groups = _request_rows(statement, form)
    spans = Counter(group.key for row in rows for group in _stubs_over(row, groups))
    stubs: dict[str, Square] = {}
    for at, line in enumerate(_lines(statement, rows), start=3):
        if isinstance(line, ExtraRow):
            yield from extra_row(line, at, STUB, len(columns))
            continue
        over = _stubs_over(line, groups)
        for depth, group in enumerate(over):
            if group.key not in stubs:
                text = group.number + group.label
                stubs[group.key] = Square(text, at, depth, "row", row_span=spans[group.key])
                yield stubs[group.key]
        label = Square(line.printed, at, len(over), "row", column_span=STUB - len(over))
        yield label
        names = (*(stubs[group.key].name for group in over), label.name)
        for index, cell in enumerate(line.cells):
            above = tuple(square.name for square in heads[index])
            yield value_square(statement, cell, at, STUB + index, heads=(*above, *names))


def _lines(statement: Statement, rows: list[Row]) -> Iterator[Row | ExtraRow]:
    """The rows of the form; those that it does not have stand before the last, which ends it."""
    yield from rows[:-1]
    yield from extra_rows(statement, "requests")
    yield from rows[-1:]


def _applicants(columns: tuple[Column, ...], top: Square) -> Iterator[tuple[Square, ...]]:
    """For each column the heads over it; columns of one group share the head between."""
    for index, column in enumerate(columns):
        at = STUB + index
        if not column.group:
            yield top, Square(column.label, 1, at, "column", row_span=2)
            continue
        inside = [i for i, other in enumerate(columns) if other.group == column.group]
        group = Square(column.group, 1, STUB + inside[0], "column", column_span=len(inside))
        yield top, group, Square(column.label, 2, at, "column")


def _request_rows(statement: Statement, form: Form) -> tuple[list[Row], dict[str, Group]]:
    """The rows to print: where the source has （六） as one row, it stays one row."""
    groups = {group.key: group for group in form.groups_of("requests")}
    rows = list(form.rows_of("requests"))
    there = [row for row in rows if _in_source(statement, row)]
    if "other" in groups and [row.key for row in there if row.group == "other"] == ["other_other"]:
        group = groups["other"]
        there = [
            Row(row.table, row.key, group.label, row.columns, group.number, group.parent)
            if row.key == "other_other"
            else row
            for row in there
        ]
    return there, groups


def _in_source(statement: Statement, row: Row) -> bool:
    said = statement.cells.get(row.path)
    return said is None or said.state is not State.NOT_IN_FORM


def _stubs_over(row: Row, groups: dict[str, Group]) -> list[Group]:
    """The groups that a row stands in, the outermost first."""
    found: list[Group] = []
    key = row.group
    while key:
        found.insert(0, groups[key])
        key = groups[key].parent
    return found
