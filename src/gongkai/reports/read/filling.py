"""What reading the tables gives, gathered cell by cell."""

from dataclasses import dataclass, field
from typing import Literal

from gongkai.reports.model.document import Place
from gongkai.reports.model.statement import (
    CellState,
    ExtraRow,
    Label,
    Note,
    NoteKind,
    Number,
    State,
)
from gongkai.reports.read.runs import Shown
from gongkai.reports.read.values import value
from gongkai.statute.forms import Form

Candidates = tuple[tuple[Number | None, ...], ...]


@dataclass(slots=True)
class Filling:
    """Figures, states, places, labels of the tables while they are being read."""

    form: Form
    figures: dict[str, Number | None] = field(default_factory=dict)
    cells: dict[str, CellState] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    labels: list[Label] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    extra_rows: list[ExtraRow] = field(default_factory=list)
    fees_unit: str | None = None
    amount_unit: Literal["元", "万元"] | None = None

    def show(self, cell: str, shown: Shown) -> None:
        """Put what is printed into a cell of the form."""
        read = value(shown.text, self.form.kind(cell))
        self.figures[cell] = read.number
        self.places[cell] = shown.place
        if read.state:
            self.mark(cell, read.state, read.printed)
        if read.unit:
            self.unit(cell, read.unit)

    def unit(self, cell: str, unit: str) -> None:
        """A unit printed after a figure stands for the column's."""
        if cell == "proactive_2019.procurement.amount" and unit in {"元", "万元"}:
            self.amount_unit = "元" if unit == "元" else "万元"
        if cell == "proactive.fees":
            self.fees_unit = unit

    def mark(
        self, path: str, state: State, printed: str | None = None, candidates: Candidates = ()
    ) -> None:
        self.cells[path] = CellState(state, printed or None, candidates)

    def note(self, kind: NoteKind, at: str, text: str) -> None:
        self.notes.append(Note(kind, at, text))

    def solve(self, cell: str, number: Number, shown: Shown) -> None:
        """A figure that came out of glued digits by a sum."""
        self.figures[cell] = number
        self.places[cell] = shown.place
        self.mark(cell, State.SOLVED, shown.text)

    def open(self, cell: str, shown: Shown, candidates: Candidates) -> None:
        """A cell that cannot be settled: null, with the splits that fit."""
        self.figures[cell] = None
        self.places[cell] = shown.place
        self.mark(cell, State.AMBIGUOUS, shown.text, candidates)
