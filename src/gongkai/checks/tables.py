"""What the states of cells say about a table as a whole."""

from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State, Statement
from gongkai.statute.forms import Row, form

ABSENT = {None, State.MISSING_ROW, State.MISSING_CELL, State.MISSING_COLUMN, State.NOT_IN_FORM}


def missing_tables(report: Report) -> tuple[str, ...]:
    """The tables of which nothing is there: no figure, no blank, no words; all without a form."""
    statement = report.statement
    own = statement.form or form("2021")
    return tuple(
        table.key
        for table in own.tables
        if not any(
            statement.figure(cell) is not None or statement.state(cell) not in ABSENT
            for row in own.rows_of(table.key)
            for cell in row.cells
        )
    )


def missing_columns(statement: Statement) -> tuple[str, ...]:
    """Paths such as `requests.*.total` of columns that the source does not have."""
    return tuple(
        path
        for path, cell in statement.cells.items()
        if cell.state is State.MISSING_COLUMN and ".*." in path
    )


def cells_missing(statement: Statement, row: Row) -> tuple[str, ...]:
    """Cells that a row lacks although the table has their column."""
    return tuple(
        cell
        for column, cell in zip(row.columns, row.cells, strict=True)
        if _state(statement, cell) is State.MISSING_CELL
        and _state(statement, f"{row.table}.*.{column}") is not State.MISSING_COLUMN
    )


def has_too_many_cells(statement: Statement, row: Row) -> bool:
    """Whether a row shows more cells than the table has columns: which is which is not known."""
    state = statement.cells.get(row.path)
    return (
        state is not None
        and state.state is State.AMBIGUOUS
        and not state.candidates
        and not cells_missing(statement, row)
    )


def _state(statement: Statement, path: str) -> State | None:
    cell = statement.cells.get(path)
    return cell.state if cell else None
