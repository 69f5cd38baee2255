"""The figures of two reports side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from gongkai.reports.model.counterpart import (
    OTHER_ROWS,
    figure_as,
    in_ten_thousand_yuan,
    other_handling,
    other_is_one_row,
    plain,
)
from gongkai.reports.model.statement import Number, Statement
from gongkai.statute.forms import Form, FormId, Row, form

ALL_OTHER = "（六）其他处理"
"""Label of the three rows of （六） taken together, where one of the reports has a single row."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One cell in both reports; None where a report shows no number for it."""

    path: str
    section: str
    row: str
    column: str
    before: Number | None
    after: Number | None

    @property
    def change(self) -> Number | None:
        if self.before is None or self.after is None:
            return None
        return plain(Decimal(str(self.after)) - Decimal(str(self.before)))

    @property
    def percent(self) -> Decimal | None:
        """The change in percent of the first report's figure to one place; None from nothing."""
        if self.change is None or not self.before:
            return None
        share = Decimal(str(self.change)) / abs(Decimal(str(self.before))) * 100
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def is_main(self) -> bool:
        """Whether it is a total over applicants, or a cell of the tables that have none."""
        return not self.path.startswith("requests.") or self.path.endswith(".total")


def pairs(before: Statement, after: Statement) -> tuple[Pair, ...]:
    """Every cell of the newer form of the two, then what only the older one has."""
    ids = sorted({s.form_id for s in (before, after) if s.form_id}, reverse=True)
    found: list[Pair] = []
    for form_id in ids[:1]:
        found.extend(_pairs_in(form(form_id), before, after))
    for form_id in ids[1:]:
        first = form(form_id).proactive_table
        older = _pairs_in(form(form_id), before, after)
        found.extend(p for p in older if p.path.startswith(first) and None in (p.before, p.after))
    return tuple(found)


def _pairs_in(own: Form, before: Statement, after: Statement) -> Iterator[Pair]:
    sections = {table.key: table.section for table in own.tables}
    together = any(other_is_one_row(statement) for statement in (before, after))
    for row in own.rows:
        if together and row.key in OTHER_ROWS[:-1]:
            continue
        one = together and row.key == OTHER_ROWS[-1]
        label = ALL_OTHER if one else row_label(own, row)
        for key, cell in zip(row.columns, row.cells, strict=True):
            yield Pair(
                cell,
                sections[row.table],
                label,
                own.column(row.table, key).label,
                *(
                    other_handling(s, key) if one else _comparable(s, cell, own.id)
                    for s in (before, after)
                ),
            )


def row_label(own: Form, row: Row) -> str:
    """A row's label with that of the group it stands in: （三）不予公开 1.属于国家秘密."""
    groups = {group.key: group for group in own.groups_of(row.table)}
    group = groups.get(row.group)
    if group is None or group.key == "handled":
        return row.printed
    return f"{group.number}{group.label} {row.printed}"


def _comparable(statement: Statement, cell: str, form_id: FormId) -> Number | None:
    """The figure; fees in 万元, the unit of the form."""
    value = figure_as(statement, cell, form_id)
    if cell == "proactive.fees":
        return in_ten_thousand_yuan(value, statement.fees_unit or "万元")
    if cell == "proactive_2019.procurement.amount":
        return in_ten_thousand_yuan(value, statement.amount_unit or "万元")
    return value
