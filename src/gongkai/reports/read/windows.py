"""Which of the cells after a label are its figures: blanks left by merged cells fall away."""

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from gongkai.reports.read.runs import Run, Shown
from gongkai.reports.read.values import is_value

WIDE = 8
NEAR = 3
"""Half characters: columns set out in a line lie this far apart, their figures this near."""

Layout = tuple[int, int, int]
"""Rows laid out alike: the same grid, or (outside grids) labels in the same pieces."""


class Windows:
    """Learns from the full rows of a table in which columns its figures stand."""

    def __init__(self, runs: Iterable[Run], width: int) -> None:
        self.width = width
        self.runs = list(runs)
        full: dict[Layout, Counter[tuple[int, ...]]] = {}
        self.lengths: dict[Layout, set[int]] = {}
        for run in self.runs:
            columns = tuple(v.column for v in run.values if not v.blank)
            if run.celled and len(columns) == width and len(set(columns)) == width:
                full.setdefault(_layout(run), Counter())[columns] += 1
                self.lengths.setdefault(_layout(run), set()).add(len(run.values))
        self.columns = {layout: seen.most_common(1)[0][0] for layout, seen in full.items()}

    def of(self, run: Run) -> list[Shown]:
        """The row's cells, at most `width` unless more figures are printed than columns."""
        values = run.values
        if not run.celled and 1 < len(values) < self.width:
            return self._below(run) or values
        if not run.celled or len(values) == self.width:
            return values
        figures = [v for v in values if not v.blank]
        while len(figures) > self.width and not is_value(figures[0].text):
            figures = figures[1:]
        if len(figures) >= self.width:
            return figures
        if len(values) < self.width:
            return values
        columns = self._columns(run)
        chosen = [v for v in values if v.column in columns]
        if len(chosen) == self.width and all(v.blank or v in chosen for v in values):
            return self._without_dropped(run, chosen)
        return self._without_surplus(run, list(values))

    def _below(self, run: Run) -> list[Shown] | None:
        """The cells of a line that is set under the lines around it: which of them are blank."""
        index = next((i for i, other in enumerate(self.runs) if other is run), 0)
        before = next((o for o in reversed(self.runs[:index]) if self._set_out(o)), None)
        after = next((o for o in self.runs[index + 1 :] if self._set_out(o)), None)
        found = [_under(run, other) for other in (before, after) if other]
        same = {tuple(bool(cell.text) for cell in cells) for cells in found if cells}
        return found[0] if found and all(found) and len(same) == 1 else None

    def _set_out(self, run: Run) -> bool:
        """A whole line of figures with wide blanks between them."""
        middles = [value.column for value in run.values]
        places = {value.place for value in run.values}
        return (
            not run.celled
            and len(middles) == self.width
            and len(places) == 1
            and all(b - a >= WIDE for a, b in pairwise(middles))
        )

    def _columns(self, run: Run) -> tuple[int, ...]:
        """The columns of rows laid out like this one, else those that all rows share."""
        if own := self.columns.get(_layout(run)):
            return own
        near = {found for layout, found in self.columns.items() if layout[1] == run.slot}
        shared = near or set(self.columns.values())
        return shared.pop() if len(shared) == 1 else ()

    def _without_dropped(self, run: Run, chosen: list[Shown]) -> list[Shown]:
        """A row with fewer cells than all its likes lacks one: its last blank is no cell of it."""
        lengths = self.lengths.get(_layout(run), set())
        if len(lengths) == 1:
            for _ in range(max(lengths) - len(run.values)):
                if chosen[-1].blank:
                    chosen = chosen[:-1]
        return chosen

    def _without_surplus(self, run: Run, values: list[Shown]) -> list[Shown]:
        """Surplus blanks before the figures where the label stands first in its row, else after."""
        ends = (0, -1) if run.slot == 0 else (-1, 0)
        for end in ends:
            while len(values) > self.width and values[end].blank:
                values.pop(end)
        return values


def _under(run: Run, whole: Run) -> list[Shown] | None:
    """The figures of a short line under those of a whole one, blanks where none stands."""
    cells: list[Shown] = [Shown("", run.place, over.column) for over in whole.values]
    taken = -1
    for value in run.values:
        near = [i for i, cell in enumerate(whole.values) if abs(cell.column - value.column) <= NEAR]
        if len(near) != 1 or near[0] <= taken:
            return None
        taken = near[0]
        cells[taken] = value
    return cells


def _layout(run: Run) -> Layout:
    return (run.table, -1, -1) if run.table else (0, run.slot, len(run.pieces))
