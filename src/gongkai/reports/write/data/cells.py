"""A statement as rows, one a cell of its form."""

from collections.abc import Iterator
from typing import NamedTuple

from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import form


class CellRow(NamedTuple):
    """One figure: whose, of which year, where in the form, the number, what stands in its stead."""

    body: str | None
    year: int | None
    path: str
    value: Number | None
    state: str | None


def cell_rows(statement: Statement) -> Iterator[CellRow]:
    """The cells of a statement in the order of its form; those of 2021 where it has no tables."""
    for path in form(statement.form_id or "2021").cells:
        state = statement.state(path)
        yield CellRow(
            statement.body,
            statement.year,
            path,
            statement.figure(path),
            state.value if state else None,
        )
