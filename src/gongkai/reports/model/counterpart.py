"""The same figure in reports of different editions of the form, and in different units."""

from decimal import Decimal

from gongkai.reports.model.statement import Number, State, Statement
from gongkai.statute.forms import FormId

SAME_FIGURE = {
    "proactive.permits": "proactive_2019.permits.decisions",
    "proactive.penalties": "proactive_2019.penalties.decisions",
    "proactive.coercive_measures": "proactive_2019.coercive_measures.decisions",
}
"""Cell of the 2021 form → the cell of the 2019 form that counts the same: 处理决定数量."""

OTHER_ROWS = ("other_not_corrected", "other_fee_unpaid", "other_other")
"""（六）其他处理 in the three rows of 2021; the form of 2019 has the last alone, for all three."""

UNITS = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}
"""Unit → how many 万元 it is; the longer names first."""


def figure_as(statement: Statement, cell: str, form_id: FormId) -> Number | None:
    """The figure that a statement has for a cell of `form_id`, whatever its own form.

    Where its own form counts the same under another path, that one. Rows of （六） that its source
    does not have are 0: what they would count is in the one row that it has.
    """
    table, _, rest = cell.partition(".")
    row, _, column = rest.partition(".")
    if table == "requests" and row in OTHER_ROWS:
        if form_id == "2019":
            return other_handling(statement, column)
        return 0 if _not_in_source(statement, row) else statement.figure(cell)
    if statement.form_id == form_id:
        return statement.figure(cell)
    same = {old: new for new, old in SAME_FIGURE.items()} if form_id == "2019" else SAME_FIGURE
    return statement.figure(same.get(cell, cell))


def other_handling(statement: Statement, column: str) -> Number | None:
    """（六）其他处理 as a whole, be it one row or three; None where a row shows no number."""
    rows = [row for row in OTHER_ROWS if not _not_in_source(statement, row)]
    values = [statement.figure(f"requests.{row}.{column}") for row in rows]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def other_is_one_row(statement: Statement) -> bool:
    """Whether （六）其他处理 is a single row in the source."""
    return _not_in_source(statement, OTHER_ROWS[0])


def in_ten_thousand_yuan(value: Number | None, unit: str | None) -> Number | None:
    """An amount in 万元; None where its unit is none that is known."""
    for name, factor in UNITS.items():
        if value is not None and unit is not None and name in unit:
            return plain(Decimal(str(value)) * factor)
    return None


def plain(value: Decimal) -> Number:
    """A sum as a statement holds it: whole numbers as int."""
    return int(value) if value == value.to_integral_value() else float(value)


def _not_in_source(statement: Statement, row: str) -> bool:
    if row in OTHER_ROWS[:2] and statement.form_id == "2019":
        return True
    said = statement.cells.get(f"requests.{row}")
    return said is not None and said.state is State.NOT_IN_FORM
