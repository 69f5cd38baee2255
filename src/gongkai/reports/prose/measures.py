"""What the figures of the tables are called in prose: a measure is a sum of cells of the form.

`received` is `requests.received`; `refused` is the eight rows of （三）; `litigation` both blocks
of 行政诉讼. A measure may be narrowed to applicants: `received` of natural persons.
"""

from dataclasses import dataclass
from functools import cache

from gongkai.reports.model.statement import Number, State, Statement
from gongkai.statute.forms import Form, Row

ORGANISATIONS = (
    "business",
    "research",
    "social_organisation",
    "legal_service",
    "other_organisation",
)
DECIDED = ("upheld", "corrected", "other")
LITIGATION = ("litigation_direct", "litigation_after_reconsideration")
EMPTY = frozenset({State.BLANK, State.PLACEHOLDER, State.NOT_IN_FORM})


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that the tables hold: rows of a table and one column, or its organisations.

    `key` names a row (`received`), a group of rows (`refused`), or rows joined by `+`. `part` is
    an applicant column, `organisations`, an outcome of a remedy, `issued` …, or empty for the
    total.
    """

    table: str
    key: str
    part: str = ""

    @property
    def path(self) -> str:
        """Where a finding about it points: its first row, with the column where there is one."""
        return f"{self.table}.{self.key}" + (f".{self.part}" if self.part else "")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the table shows for a measure: every value that its cells bear out, the first printed.

    Several where the printed total and the sum of its parts differ (that is another rule's
    finding).
    """

    values: tuple[Number, ...]

    def __bool__(self) -> bool:
        return bool(self.values)


def shown(statement: Statement, measure: Measure) -> Shown:
    """What the tables show for it; nothing where a cell is missing or ambiguous."""
    form = statement.form
    found: list[Number] = []
    for cells in _sums(form, measure) if form else ():
        value = _sum(statement, cells)
        if value is not None and value not in found:
            found.append(value)
    return Shown(tuple(found))


@cache
def _sums(form: Form, measure: Measure) -> tuple[tuple[str, ...], ...]:
    """The cells that make up a measure: more than one set where a total is printed too."""
    rows = _rows(form, measure.table, measure.key)
    if not rows:
        return ()
    columns = rows[0].columns
    if measure.part == "decided":
        return (_cells(rows, DECIDED),)
    if measure.part == "organisations":
        return (_cells(rows, ORGANISATIONS),)
    if measure.part in columns:
        return (_cells(rows, (measure.part,)),)
    if "total" in columns:
        return (
            _cells(rows, ("total",)),
            _cells(rows, tuple(column for column in columns if column != "total")),
        )
    return (rows[0].cells,) if len(columns) == 1 else ()


def _cells(rows: tuple[Row, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(row.cell(column) for row in rows for column in columns)


def _sum(statement: Statement, cells: tuple[str, ...]) -> Number | None:
    """The sum of the cells, blanks as 0; None where one is unknown or all are blank."""
    shown = [statement.figures.get(cell) for cell in cells]
    if not statement.cells:
        return None if None in shown or not shown else sum(filter(None, shown))
    values = [_value(statement, cell) for cell in cells]
    if None in values or shown.count(None) == len(shown):
        return None
    return sum(filter(None, values))


def _value(statement: Statement, cell: str) -> Number | None:
    state = statement.state(cell)
    if state is State.AMBIGUOUS:
        return None
    value = statement.figure(cell)
    return 0 if value is None and state in EMPTY else value


@cache
def _rows(form: Form, table: str, key: str) -> tuple[Row, ...]:
    """The rows of a measure in this edition of the form; empty where it has none such."""
    if table == "proactive":
        table = form.proactive_table
    own = {row.key: row for row in form.rows_of(table)}
    found: list[Row] = []
    for name in key.split("+"):
        if name in own:
            found.append(own[name])
        elif name == "litigation":
            found += [own[block] for block in LITIGATION]
        elif group := [row for row in form.rows_of(table) if row.group == name]:
            found += group
        elif name == "other" and "other_other" in own:
            found.append(own["other_other"])
        else:
            return ()
    return tuple(found)
