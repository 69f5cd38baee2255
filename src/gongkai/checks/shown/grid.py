"""The three tables of a report for a page: labels, figures as read, the findings about each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from gongkai.checks.finding import Language, Wording
from gongkai.checks.shown.marks import Mark
from gongkai.reports.model.statement import State, Statement
from gongkai.statute.forms import Form, Row

NO_FIGURE = {
    State.BLANK: Wording("空白", "blank"),
    State.PLACEHOLDER: Wording("空白", "blank"),
    State.INVALID: Wording("不是数", "no number"),
    State.MISSING_CELL: Wording("缺格", "no cell"),
    State.MISSING_ROW: Wording("缺行", "no row"),
    State.MISSING_COLUMN: Wording("缺列", "no column"),
    State.AMBIGUOUS: Wording("待定", "unsettled"),
    State.NOT_IN_FORM: Wording("未列", "not listed"),
}
NAMED_GROUPS = {
    "refused",
    "unavailable",
    "not_processed",
    "other",
    "litigation",
}
"""Groups whose label a row needs to be understood alone."""


@dataclass(frozen=True, slots=True)
class Square:
    """A cell or label of the page; `faint` where no figure is shown."""

    text: str
    mark: Mark | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that share their columns: the head, then label and cells of each row."""

    head: tuple[Square, ...]
    rows: tuple[tuple[Square, tuple[Square, ...]], ...]


def stretches(
    statement: Statement, form: Form, table: str, marks: Mapping[str, Mark], lang: Language
) -> Iterator[Stretch]:
    """A table in stretches; `marks` by path."""
    for columns, rows in groupby(form.rows_of(table), key=lambda row: row.columns):
        head = (
            Square(form.column(table, key).label, marks.get(f"{table}.*.{key}")) for key in columns
        )
        yield Stretch(
            tuple(head),
            tuple(
                (_label(form, row, marks), tuple(_cells(statement, row, marks, lang)))
                for row in rows
            ),
        )


def _label(form: Form, row: Row, marks: Mapping[str, Mark]) -> Square:
    group = next((g for g in form.groups_of(row.table) if g.key == row.group), None)
    over = f"{group.number}{group.label} " if group and group.key in NAMED_GROUPS else ""
    return Square(over + row.printed, marks.get(row.path) if len(row.cells) > 1 else None)


def _cells(
    statement: Statement, row: Row, marks: Mapping[str, Mark], lang: Language
) -> Iterator[Square]:
    for cell in row.cells:
        value, state = statement.figure(cell), statement.state(cell)
        if value is not None:
            shown = f"{value:.10g}" if isinstance(value, float) else str(value)
            yield Square(shown, marks.get(cell))
        else:
            empty = NO_FIGURE[state].said_in(lang) if state in NO_FIGURE else "—"
            yield Square(empty, marks.get(cell), faint=True)
