"""Which of the cells after a label are its figures: blanks left by merged cells fall away."""

from collections import Counter
from collections.abc import Iterable

from gongkai.reports.read.runs import Run, Shown
from gongkai.reports.read.values import is_value

Layout = tuple[int, int, int]
"""Rows laid out alike: the same grid, or (outside grids) labels in the same pieces."""


class Windows:
    """Learns from the full rows of a table in which columns its figures stand."""

    def __init__(self, runs: Iterable[Run], width: int) -> None:
        self.width = width
        full: dict[Layout, Counter[tuple[int, ...]]] = {}
        self.lengths: dict[Layout, set[int]] = {}
        for run in runs:
            columns = tuple(v.column for v in run.values if not v.blank)
            if run.celled and len(columns) == width and len(set(columns)) == width:
                full.setdefault(_layout(run), Counter())[columns] += 1
                self.lengths.setdefault(_layout(run), set()).add(len(run.values))
        self.columns = {layout: seen.most_common(1)[0][0] for layout, seen in full.items()}

    def of(self, run: Run) -> list[Shown]:
        """The row's cells, at most `width` unless more figures are printed than columns."""
        values = run.values
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


def _layout(run: Run) -> Layout:
    return (run.table, -1, -1) if run.table else (0, run.slot, len(run.pieces))
