"""What a printed table is made of: squares with spans."""

import re
from dataclasses import dataclass
from typing import Literal

from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.write.printed import number, printed

Role = Literal["corner", "column", "band", "row", "value"]
"""corner: the square over the row heads; column: a head over columns; band: a head over the block
below it; row: a head of rows; value: a figure or what stands in its place."""


WHOLE, TALL = 30, 20
"""Rows of a table up to which a page of its own holds it, and from which it fills that page."""

NUMBERED = re.compile(r"[一二三四]、|（|\d")


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of the printed table by its upper left corner, counted from 0.

    `path` is the statement's path of a figure, `value` its number where a plain one is printed.
    `heads` are the `name`s of the heads that speak of a value, the outermost first.
    """

    text: str
    row: int
    column: int
    role: Role
    row_span: int = 1
    column_span: int = 1
    path: str = ""
    value: Number | None = None
    heads: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Tells the square from the others of its table: `r3c1`."""
        return f"r{self.row}c{self.column}"

    @property
    def to_the_left(self) -> bool:
        """Whether the text stands at the left edge, as numbered row labels do; others centred."""
        return self.role == "row" and self.row_span == 1 and bool(NUMBERED.match(self.text))


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table: its squares row by row, and how much wider one column is than another.

    `head_rows` are repeated where the table runs over to another page.
    """

    key: str
    section: str
    label: str
    squares: tuple[Square, ...]
    weights: tuple[int, ...]
    head_rows: int

    @property
    def height(self) -> int:
        return max(square.row + square.row_span for square in self.squares)

    @property
    def whole(self) -> bool:
        """Whether it fits on a page of its own."""
        return self.height <= WHOLE

    @property
    def tall(self) -> bool:
        """Whether a page has hardly room for it and the words before it together."""
        return self.height > TALL

    def keeps_with_next(self, row: int) -> bool:
        """Whether a page must not end after this row.

        A table that a page can hold stays whole; in a longer one the head stays with the first
        row, a group of rows (（三）不予公开) together.
        """
        if self.whole:
            return row < self.height - 1
        groups = [s for s in self.squares if s.role == "row" and s.row_span > 1 and s.column]
        inside = any(s.row <= row < s.row + s.row_span - 1 for s in groups)
        return inside or row < self.head_rows

    def rows(self) -> tuple[tuple[Square, ...], ...]:
        """The squares that begin in each row, left to right."""
        rows: list[list[Square]] = [[] for _ in range(self.height)]
        for square in sorted(self.squares, key=lambda s: (s.row, s.column)):
            rows[square.row].append(square)
        return tuple(tuple(row) for row in rows)


def value_square(
    statement: Statement, cell: str, row: int, column: int, *, span: int = 1, heads: tuple[str, ...]
) -> Square:
    """The square of a figure under and beside its heads (their names)."""
    text, value = printed(statement, cell), statement.figure(cell)
    plain = value is not None and text == number(value)
    return Square(
        text,
        row,
        column,
        "value",
        column_span=span,
        path=cell,
        value=value if plain else None,
        heads=heads,
    )
