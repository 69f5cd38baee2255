"""Rows of the tables that the form does not have."""

from collections.abc import Iterator

from gongkai.reports.model.statement import ExtraRow, Number, Statement
from gongkai.reports.write.layout.square import Square
from gongkai.reports.write.printed import clean, number


def extra_rows(statement: Statement, table: str) -> list[ExtraRow]:
    return [row for row in statement.extra_rows if row.table == table]


def extra_row(extra: ExtraRow, at: int, stub: int, wide: int) -> Iterator[Square]:
    yield Square(clean(extra.label), at, 0, "row", column_span=stub)
    yield from extra_values(extra, at, stub, wide)


def extra_values(extra: ExtraRow, at: int, left: int, wide: int) -> Iterator[Square]:
    """The values side by side; the last one takes what is left of the row's width."""
    label = f"r{at}c0" if left else f"r{at - 1}c0"
    values = list(extra.values) or [None]
    kept = [*values[: wide - 1], _together(values[wide - 1 :])] if len(values) > wide else values
    for index, value in enumerate(kept):
        span = wide - index if index == len(kept) - 1 else 1
        plain = None if isinstance(value, str) else value
        yield Square(
            _text(value), at, left + index, "value", column_span=span, value=plain, heads=(label,)
        )


def _together(values: list[Number | str | None]) -> str:
    """Values for which the form has no column, in one square."""
    return "；".join(_text(value) for value in values)


def _text(value: Number | str | None) -> str:
    if value is None:
        return ""
    return clean(value) if isinstance(value, str) else number(value)
