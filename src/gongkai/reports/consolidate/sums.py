"""The figures of bodies added up, cell by cell. Nothing plus a number stays nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from gongkai.reports.model.counterpart import (
    OTHER_ROWS,
    figure_as,
    in_ten_thousand_yuan,
    other_is_one_row,
    plain,
)
from gongkai.reports.model.statement import (
    CellState,
    Note,
    Number,
    Section,
    SectionKey,
    State,
    Statement,
)
from gongkai.statute.forms import FormId, form, form_in_force

TITLES: dict[SectionKey, str] = {
    "overview": "总体情况",
    "proactive": "主动公开政府信息情况",
    "requests": "收到和处理政府信息公开申请情况",
    "remedies": "政府信息公开行政复议、行政诉讼情况",
    "problems": "存在的主要问题及改进情况",
    "other": "其他需要报告的事项",
}
"""The six sections of the form, for people to fill in."""

FEES, AMOUNT = "proactive.fees", "proactive_2019.procurement.amount"

MOST_NAMES = 10
"""Bodies named in a note; of more the number is told."""

Figures = dict[str, Number | None]


@dataclass(frozen=True, slots=True)
class Consolidation:
    """An area's statement, and for each cell what each body gave to it, in the bodies' order."""

    statement: Statement
    bodies: tuple[Statement, ...]
    parts: dict[str, tuple[Number | None, ...]] = field(default_factory=dict)

    @property
    def form_id(self) -> FormId:
        return self.statement.form_id or "2021"


def consolidate(
    statements: Sequence[Statement], *, name: str | None = None, year: int | None = None
) -> Consolidation:
    """Add up the reports of an area's bodies for one year, one report a body.

    The sum follows the form in force, unless all of them use another one. A cell in which one body
    shows no number stays without; a note names the bodies.
    """
    form_id = _form_of(statements, year)
    parts = {cell: _parts(statements, cell, form_id) for cell in form(form_id).cells}
    figures = {cell: _sum(values) for cell, values in parts.items()}
    names = [body_name(s, n) for n, s in enumerate(statements, 1)]
    unit: Literal["万元"] = "万元"
    made = Statement(
        form_id=form_id,
        body=name,
        year=year,
        figures=figures,
        cells={c: CellState(State.MISSING_CELL) for c, value in figures.items() if value is None},
        title=f"{name}{year or ''}{'年' if year else ''}政府信息公开工作年度报告" if name else None,
        body_kind="government" if name and name.endswith("人民政府") else None,
        scope="area",
        sections=tuple(
            Section(key, number, title, "")
            for (key, title), number in zip(TITLES.items(), "一二三四五六", strict=True)
        ),
        fees_unit=unit if form_id == "2021" else None,
        amount_unit=unit if form_id == "2019" else None,
        notes=(*_gaps(form_id, parts, names), *_one_row_notes(statements, names, form_id)),
    )
    return Consolidation(made, tuple(statements), parts)


def body_name(statement: Statement, number: int) -> str:
    """The body, else the file, else its place in the list."""
    file = statement.source.file if statement.source else ""
    return statement.body or file or f"第 {number} 份报告"


def _form_of(statements: Sequence[Statement], year: int | None) -> FormId:
    used = {s.form_id for s in statements if s.form_id}
    if len(used) == 1:
        return used.pop()
    return form_in_force(year).id if year else "2021"


def _parts(
    statements: Sequence[Statement], cell: str, form_id: FormId
) -> tuple[Number | None, ...]:
    if cell == FEES:
        return tuple(
            in_ten_thousand_yuan(s.figure(FEES), s.fees_unit or "万元") for s in statements
        )
    if cell == AMOUNT:
        return tuple(in_ten_thousand_yuan(s.figure(AMOUNT), s.amount_unit) for s in statements)
    return tuple(figure_as(statement, cell, form_id) for statement in statements)


def _sum(values: tuple[Number | None, ...]) -> Number | None:
    if not values or None in values:
        return None
    known = [value for value in values if value is not None]
    if all(isinstance(value, int) for value in known):
        return sum(known)
    return plain(sum((Decimal(str(value)) for value in known), Decimal()))


def _gaps(
    form_id: FormId, parts: dict[str, tuple[Number | None, ...]], names: list[str]
) -> list[Note]:
    """One note a row: which bodies show no number there, so that it cannot be summed."""
    notes = []
    for row in form(form_id).rows:
        lacking = {
            names[index]: None
            for cell in row.cells
            for index, value in enumerate(parts[cell])
            if value is None
        }
        if lacking:
            text = f"{row.printed}：{_named(list(lacking))}没有可加的数，未合计"
            notes.append(Note("extraction", row.path, text))
    return notes


def _one_row_notes(
    statements: Sequence[Statement], names: list[str], form_id: FormId
) -> list[Note]:
    """Whose （六） is one row and was added to 3.其他 as a whole."""
    whole = [n for n, s in zip(names, statements, strict=True) if other_is_one_row(s)]
    if form_id == "2019" or not whole:
        return []
    text = f"{_named(whole)}的（六）其他处理只有一行，全部计入“3.其他”"
    return [Note("layout", f"requests.{OTHER_ROWS[-1]}", text)]


def _named(names: list[str]) -> str:
    if len(names) <= MOST_NAMES:
        return "、".join(names)
    return f"{'、'.join(names[:MOST_NAMES])}等 {len(names)} 个机关"
