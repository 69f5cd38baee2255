"""Table one: blocks, one an item of article 20, each with a head of its own."""

from collections.abc import Iterator

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.layout.extra import extra_row, extra_rows
from gongkai.reports.write.layout.square import Square, value_square
from gongkai.reports.write.printed import clean
from gongkai.statute.forms import Column, Form, Row

ITEM = "信息内容"
"""Head over the row labels of table one."""


def _values_wide(form: Form) -> int:
    """Columns right of the labels: 3, or 4 where some rows have two values (2019)."""
    counts = {len(row.columns) for row in form.rows_of(form.proactive_table)}
    return 4 if 2 in counts else 3


def weights(form: Form) -> tuple[int, ...]:
    """Four equal columns; in 2019 the middle one is halved so that two values share the width."""
    return (2, 2, 1, 1, 2) if _values_wide(form) == 4 else (1, 1, 1, 1)


def _spans(columns: int, wide: int) -> tuple[int, ...]:
    """How the values of a row share the columns right of its label."""
    return {1: (wide,), 2: (2, 2), 3: (1, 2, 1) if wide == 4 else (1, 1, 1)}[columns]


def squares(statement: Statement, form: Form) -> Iterator[Square]:
    table = form.proactive_table
    wide = _values_wide(form)
    at = 0
    for group in form.groups_of(table):
        band = Square(group.label, at, 0, "band", column_span=1 + wide)
        rows = [row for row in form.rows_of(table) if row.group == group.key]
        heads = tuple(_block_head(statement, form, rows[0], at + 1, wide))
        yield band
        yield from heads
        for offset, row in enumerate(rows):
            yield from _block_row(statement, row, at + 2 + offset, (band, *heads))
        at += 2 + len(rows)
    for extra in extra_rows(statement, "proactive"):
        yield from extra_row(extra, at, 1, wide)
        at += 1


def _block_head(statement: Statement, form: Form, row: Row, at: int, wide: int) -> Iterator[Square]:
    yield Square(ITEM, at, 0, "column")
    column = 1
    for key, span in zip(row.columns, _spans(len(row.columns), wide), strict=True):
        label = _with_unit(statement, form.column(row.table, key))
        yield Square(label, at, column, "column", column_span=span)
        column += span


def _with_unit(statement: Statement, column: Column) -> str:
    """The label of a column with the unit that the statement's figures are in."""
    unit = statement.fees_unit if column.table == "proactive" else statement.amount_unit
    if column.kind != "amount" or unit is None:
        return column.label
    unit = clean(unit).strip()
    if column.unit:
        return column.label.replace(column.unit, unit)
    return f"{column.label}（单位：{unit}）"


def _block_row(
    statement: Statement, row: Row, at: int, heads: tuple[Square, ...]
) -> Iterator[Square]:
    band, _, *columns = heads
    label = Square(row.printed, at, 0, "row", heads=(band.name,))
    yield label
    for cell, head in zip(row.cells, columns, strict=True):
        names = (band.name, head.name, label.name)
        yield value_square(statement, cell, at, head.column, span=head.column_span, heads=names)
