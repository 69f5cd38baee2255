"""The statement: one body's statutory figures and prose for one year, as the source shows them.

Shape and meaning are those of the JSON schema `gongkai/statement/1`. Figures are kept by the path
of their cell in the statutory form (gongkai.statute.forms), so that sums, checks and printing walk
the form's table; `gongkai.reports.model.exchange` turns a statement into JSON and back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Literal

from gongkai.statute.forms import Equation, Form, FormId, form

Number = int | float

BodyKind = Literal["government", "department", "street", "township", "institution", "enterprise"]
Scope = Literal["own", "area"]
SectionKey = Literal["overview", "proactive", "requests", "remedies", "problems", "other"]
NoteKind = Literal["extraction", "layout", "ambiguity", "words"]

SECTION_KEYS: tuple[SectionKey, ...] = (
    "overview",
    "proactive",
    "requests",
    "remedies",
    "problems",
    "other",
)


class State(StrEnum):
    """What stands in a cell, row, column or table instead of a plain printed number."""

    BLANK = "blank"
    PLACEHOLDER = "placeholder"
    WORDS = "words"
    INVALID = "invalid"
    MISSING_CELL = "missing_cell"
    MISSING_ROW = "missing_row"
    MISSING_COLUMN = "missing_column"
    AMBIGUOUS = "ambiguous"
    NOT_IN_FORM = "not_in_form"
    SOLVED = "solved"


@dataclass(frozen=True, slots=True)
class CellState:
    """The state of a cell (or row, column, table), the text as printed, the splits that fit."""

    state: State
    printed: str | None = None
    candidates: tuple[tuple[Number | None, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """The file read."""

    file: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered section in the order found: prose only, paragraphs divided by line ends."""

    key: SectionKey | None
    number: str | None
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Annex:
    """What follows section six, the text of its tables included."""

    title: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """A row of a table that the form does not have."""

    table: Literal["proactive", "requests", "remedies"]
    label: str
    values: tuple[Number | str | None, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A label that differs from the form's."""

    at: str
    printed: str
    form: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a reader wants a person to know."""

    kind: NoteKind
    at: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A report as data. `figures` holds a number or None for every cell of its form, by path.

    None is "nothing plain is shown there", 0 is a printed zero; `cells` says why a cell is None
    (or how it was settled). Nothing is padded, summed or corrected by a reader.
    """

    form_id: FormId | None
    body: str | None
    year: int | None
    figures: Mapping[str, Number | None] = field(default_factory=dict)
    cells: Mapping[str, CellState] = field(default_factory=dict)
    source: Source | None = None
    title: str | None = None
    body_kind: BodyKind | None = None
    scope: Scope | None = None
    signature: str | None = None
    issued_on: date | None = None
    published_on: date | None = None
    preamble: str = ""
    sections: tuple[Section, ...] = ()
    annexes: tuple[Annex, ...] = ()
    fees_unit: str | None = None
    amount_unit: Literal["元", "万元"] | None = None
    extra_rows: tuple[ExtraRow, ...] = ()
    labels: tuple[Label, ...] = ()
    notes: tuple[Note, ...] = ()

    @property
    def form(self) -> Form | None:
        return form(self.form_id) if self.form_id else None

    def figure(self, cell: str) -> Number | None:
        """The number of a cell, None where none is shown or the form has no such cell."""
        return self.figures.get(cell)

    def state(self, cell: str) -> State | None:
        """What is said of a cell itself, its row, its column or its table, the nearest first."""
        states = self.cells
        for path in paths_over(cell) if states else ():
            if path in states:
                return states[path].state
        return None

    def sides(self, equation: Equation) -> tuple[Number, Number] | None:
        """What the left and the right of a sum come to; None where the sum proves nothing.

        A blank part counts as 0; a blank total, or a side that is blank as a whole, is no claim.
        Cells that are missing, ambiguous or were settled by this very sum silence it.
        """
        left, right = (self._side(side, equation) for side in (equation.left, equation.right))
        return None if left is None or right is None else (left, right)

    def _side(self, cells: tuple[str, ...], equation: Equation) -> Number | None:
        if not self.cells:
            shown = [self.figures.get(cell) for cell in cells]
            return None if None in shown or not shown else sum(filter(None, shown))
        values = [self._addend(cell, equation) for cell in cells]
        if "silent" in values or all(value == "blank" for value in values):
            return None
        return sum(value for value in values if not isinstance(value, str))

    def _addend(self, cell: str, equation: Equation) -> Number | Literal["blank", "silent"]:
        """What one cell gives to a sum."""
        own, row = self.cells.get(cell), self.cells.get(cell.rpartition(".")[0])
        value = self.figures.get(cell)
        if own or row or equation.at in self.cells:
            states = [entry.state for entry in (own, row) if entry]
            if State.NOT_IN_FORM in states:
                return 0
            if State.AMBIGUOUS in states or self._settled_by(equation, states):
                return "silent"
        if value is not None:
            return value
        blank = own is not None and own.state in (State.BLANK, State.PLACEHOLDER)
        return "blank" if blank and not is_total(cell) else "silent"

    def _settled_by(self, equation: Equation, states: list[State]) -> bool:
        """Whether glued digits were split with this sum: a row's, or a column so marked."""
        if ".*." in equation.at:
            return equation.at in self.cells and self.cells[equation.at].state is State.SOLVED
        return State.SOLVED in states

    def section(self, key: SectionKey) -> Section | None:
        """The first section of this key."""
        return next((s for s in self.sections if s.key == key), None)


def is_total(cell: str) -> bool:
    """Whether a cell is itself a sum: the column 总计, or the row （七）总计."""
    return cell.endswith(".total") or ".handled_total." in cell


@lru_cache(maxsize=4096)
def paths_over(cell: str) -> tuple[str, ...]:
    """A cell's path, then its row's, its column's and its table's."""
    table, _, rest = cell.partition(".")
    row, _, column = rest.partition(".")
    if not column:
        return (cell, table)
    return (cell, f"{table}.{row}", f"{table}.*.{column}", table)
