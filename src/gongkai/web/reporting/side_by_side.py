"""A report as it was read, made ready to be compared with its source cell by cell. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.reports.model.statement import Number, Statement
from gongkai.reports.write.layout.square import Square
from gongkai.reports.write.layout.tables import tables
from gongkai.reports.write.printed import number
from gongkai.web.reporting.taking import doubtful

WHY = {
    "solved": "数字连在一起，按合计拆开",
    "ambiguous": "不知道缺的是哪一格",
    "missing_cell": "缺这一格",
    "missing_row": "缺这一行",
    "missing_column": "缺这一列",
    "invalid": "不是数字",
    "words": "数字旁有文字",
}


@dataclass(frozen=True)
class Spot:
    """A square of the printed table: whether a person must settle it, where its source stands."""

    square: Square
    asked: bool = False
    typed: str = ""
    why: str = ""
    anchor: str = ""
    label: str = ""
    wrong: bool = False


@dataclass(frozen=True)
class Sheet:
    """One of the three tables, row by row."""

    section: str
    label: str
    rows: tuple[tuple[Spot, ...], ...]


def sheets(
    statement: Statement,
    where: Mapping[str, str],
    *,
    everything: bool = False,
    typed: Mapping[str, str] | None = None,
    wrong: frozenset[str] = frozenset(),
) -> list[Sheet]:
    """The tables with the cells to be settled; `everything` opens every cell for typing."""
    doubts = set(doubtful(statement))
    typed = typed or {}

    def spot(square: Square, names: Mapping[str, str]) -> Spot:
        if square.role != "value":
            return Spot(square)
        state, value = statement.state(square.path), statement.figure(square.path)
        return Spot(
            square,
            asked=everything or square.path in doubts,
            typed=typed.get(square.path, "" if value is None else number(value)),
            why=WHY.get(state.value, "") if state and square.path in doubts else "",
            anchor=where.get(square.path, ""),
            label=" ".join(names[head] for head in square.heads if names.get(head)),
            wrong=square.path in wrong,
        )

    made = []
    for table in tables(statement):
        names = {square.name: square.text for square in table.squares if square.role != "value"}
        rows = tuple(tuple(spot(square, names) for square in row) for row in table.rows())
        made.append(Sheet(table.section, table.label, rows))
    return made


def settled(
    statement: Statement, typed: Mapping[str, str]
) -> tuple[dict[str, Number | None], frozenset[str]]:
    """What a person typed for cells in doubt or changed; and the cells that hold no number."""
    own, doubts = statement.form, set(doubtful(statement))
    found: dict[str, Number | None] = {}
    wrong = set()
    for cell in own.cells if own else ():
        if cell not in typed:
            continue
        try:
            value = _number(typed[cell], amount=own.kind(cell) == "amount")
        except ValueError:
            wrong.add(cell)
            continue
        if cell in doubts or value != statement.figure(cell):
            found[cell] = value
    return found, frozenset(wrong)


def _number(text: str, *, amount: bool) -> Number | None:
    text = text.strip().replace(",", "").replace("，", "")
    if not text:
        return None
    if not amount:
        return int(text)
    value = round(float(text), 6)
    return int(value) if value == int(value) else value


def doubtful_rows(statement: Statement) -> list[tuple[str, str, str]]:
    """The rows with cells to be settled: the first such cell, the row's label, why."""
    own, doubts = statement.form, doubtful(statement)
    found: dict[str, tuple[str, str, str]] = {}
    for row in own.rows if own else ():
        here = [cell for cell in row.cells if cell in doubts]
        if here and row.path not in found:
            states = {state.value for cell in here if (state := statement.state(cell))}
            why = "；".join(WHY[state] for state in sorted(states))
            found[row.path] = (here[0], row.printed, why)
    return list(found.values())


def changes(before: Statement, after: Statement) -> list[tuple[str, str, str]]:
    """Where two statements of the same year differ: label of the cell and both figures."""
    own = after.form
    found = []
    for row in own.rows if own else ():
        for key, cell in zip(row.columns, row.cells, strict=True):
            one, other = before.figure(cell), after.figure(cell)
            if one != other:
                column = own.column(row.table, key).label
                found.append((f"{row.printed} {column}", _shown(one), _shown(other)))
    return found


def _shown(value: Number | None) -> str:
    return "空" if value is None else number(value)


def linked(findings: list[dict[str, Any]], where: Mapping[str, str]) -> list[dict[str, Any]]:
    """The findings with the anchor of their place in the source."""
    return [{**each, "anchor": where.get(each["at"], "")} for each in findings]
