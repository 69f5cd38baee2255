"""Runs: the figures of a table in reading order, each run with the label text before it.

Every layout ends here: a row of a grid is a run with a label of its own; in loose text the label
is whatever stood since the last run, which may hold more than one label or a piece of the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from gongkai.reports.model.document import NOWHERE, Cell, Place
from gongkai.reports.read.labels import Labels
from gongkai.reports.read.normal import words
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.tokens import tokens
from gongkai.reports.read.values import is_value


class Shown(NamedTuple):
    """A cell as printed: its text ("" where blank), its place and column, separators lost?

    The column is that of a row of cells; in a line, the middle of the figure in half characters.
    """

    text: str
    place: Place = NOWHERE
    column: int = 0
    glued: bool = False

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


@dataclass(slots=True, eq=False)
class Run:
    """Figures in a row. `own`: the label stands in the same row of cells and is this row's.

    `label` is the text as printed, `words` its characters only; `after` the text up to the next
    run (a label may be wrapped on both sides of its figures). `slot` is the piece of the row that
    holds the label, `table` the grid it stands in.
    """

    label: str
    own: bool
    values: list[Shown] = field(default_factory=list)
    place: Place = NOWHERE
    slot: int = -1
    table: int = 0
    celled: bool = False
    after: str = ""
    pieces: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return words(self.label)

    @property
    def shown(self) -> int:
        """How many figures are printed; a row of blank cells only shows none."""
        return len([1 for cell in self.values if cell.text and not cell.text.isspace()])

    @property
    def digits(self) -> str:
        """All digits that the run shows."""
        return "".join(c for value in self.values for c in value.text if c.isdigit())

    def glued(self, width: int) -> bool:
        """Whether it shows fewer figures than the row has, but digits enough for all."""
        return not self.celled and self.shown <= width // 2 and len(self.digits) >= width


class RunReader:
    """Turns the strips of one table into runs; `width` is the most figures that a row has."""

    def __init__(self, labels: Labels, width: int) -> None:
        self.labels = labels
        self.width = width
        self.least = 2 if width > 3 else 1
        self.runs: list[Run] = []
        self.loose: list[str] = []
        self.head = ""
        self._heads: list[str] = []
        self._open: Run | None = None

    def read(self, strip: Strip) -> None:
        if strip.celled:
            self._read_cells(strip)
        else:
            self._read_line(strip)

    def _read_cells(self, strip: Strip) -> None:
        self._open = None
        for part in self._parts(strip.pieces):
            self._read_part(strip, part)

    def _parts(self, pieces: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
        """A row of cells cut where a second label follows figures: two rows side by side."""
        cuts, figures = [0], False
        for index, piece in enumerate(pieces):
            if figures and self._is_label(piece):
                cuts.append(index)
                figures = False
            figures = figures or _is_figure(piece.text)
        return [pieces[a:b] for a, b in zip(cuts, [*cuts[1:], len(pieces)], strict=True)]

    def _is_label(self, piece: Cell) -> bool:
        return not _is_figure(piece.text) and bool(self.labels.hits(words(piece.text)))

    def _slot(self, pieces: tuple[Cell, ...]) -> int:
        """The piece that ends the label: the last that names a row, else the last words."""
        named = [i for i, piece in enumerate(pieces) if self._is_label(piece)]
        if named:
            return named[-1]
        first = next((i for i, piece in enumerate(pieces) if _is_figure(piece.text)), len(pieces))
        return max((i for i in range(first) if pieces[i].text.strip()), default=-1)

    def _read_part(self, strip: Strip, pieces: tuple[Cell, ...]) -> None:
        slot = self._slot(pieces)
        label = tuple(p.text for p in pieces[: slot + 1] if p.text.strip())
        values = _shown(pieces[slot + 1 :])
        named = bool(self.labels.hits(words("".join(label))))
        if all(value.blank for value in values) and not (named and len(values) >= self.least):
            (self.loose if named or len(label) < 3 else self._heads).extend(label)
            return
        if slot < 0 and len(values) != self.width and not any(map(_numbered, values)):
            return
        run = self._begin(strip, label if named or len(words("".join(label))) > 4 else ())
        run.values, run.pieces, run.celled = values, label, True
        run.slot, run.table = pieces[0].column + slot if slot >= 0 else -1, strip.grid
        self._open = None

    def _read_line(self, strip: Strip) -> None:
        found = list(tokens(strip.text))
        figures = sum(token.figure for token in found)
        if self._open and (
            not found[:1] or not found[0].figure or self._open.shown + figures > self.width
        ):
            self._open = None
        for token in found:
            if not token.figure:
                if self._open and token.text in {"元", "万元"}:
                    last = self._open.values[-1]
                    self._open.values[-1] = Shown(last.text + token.text, last.place)
                    continue
                self._open = None
                self.loose.append(token.text)
                continue
            run = self._open or self._begin(strip)
            run.values.append(Shown(token.text, strip.place, token.middle, token.glued))

    def _begin(self, strip: Strip, label: tuple[str, ...] = ()) -> Run:
        """A new run; without a label of its own it takes the loose text before it."""
        self.finish()
        if not self.runs:
            self.head = "".join([*self._heads, *self.loose])
        run = Run("".join(label or self.loose), bool(label), place=strip.place)
        self.runs.append(run)
        self.loose = []
        self._open = run
        return run

    def finish(self) -> list[Run]:
        if self.runs:
            self.runs[-1].after = "".join(self.loose)
        return self.runs


def _shown(pieces: Iterable[Cell]) -> list[Shown]:
    """The cells as printed; a cell that holds several figures (lost borders) gives several."""
    values: list[Shown] = []
    for piece in pieces:
        parts = piece.text.split()
        if len(parts) > 1 and all(is_value(part) for part in parts):
            values.extend(Shown(part, piece.place, piece.column) for part in parts)
        else:
            values.append(Shown(piece.text.strip(), piece.place, piece.column))
    return values


def _numbered(shown: Shown) -> bool:
    return any(c.isdigit() for c in shown.text)


@lru_cache(maxsize=4096)
def _is_figure(text: str) -> bool:
    parts = text.split()
    return bool(parts) and all(is_value(part) for part in parts)
