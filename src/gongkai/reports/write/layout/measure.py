"""How wide the columns are and how large the type, so that no figure is broken over two lines."""

import re

from gongkai.reports.write.layout.square import NUMBERED, TableLayout

POINT = 25.4 / 72
"""Millimetres in a point."""

PADDING = 1.6
"""Millimetres that the two inner margins of a square take."""

SMALLEST = 5.0
"""Points below which type is no longer read; wider figures would then break."""

DIGIT = 0.66
"""Ems of a digit in the widest of the fonts that may stand in."""

LABEL = 3
"""Characters of a numbered label that must fit on a line, of others 2; they break anywhere."""


def measure(table: TableLayout, width: float, size: float) -> tuple[tuple[float, ...], float]:
    """Column widths in mm that sum to `width`, and the type size in points, `size` at most."""
    while True:
        widths = _fit(_wanted(table, width), _needs(table, size))
        if sum(widths) <= width + 0.01 or size <= SMALLEST:
            scale = width / sum(widths)
            return tuple(w * scale for w in widths), size
        size -= 0.5


def _wanted(table: TableLayout, width: float) -> list[float]:
    return [width * weight / sum(table.weights) for weight in table.weights]


def _fit(wanted: list[float], needs: list[float]) -> list[float]:
    """The wanted widths, the narrow ones widened at the cost of those with room to spare."""
    spare = sum(max(w - n, 0) for w, n in zip(wanted, needs, strict=True))
    lack = sum(max(n - w, 0) for w, n in zip(wanted, needs, strict=True))
    give = min(lack / spare, 1) if spare else 0
    return [n if n > w else w - (w - n) * give for w, n in zip(wanted, needs, strict=True)]


def _needs(table: TableLayout, size: float) -> list[float]:
    """The least width of each column in mm: its longest run of digits, or a few characters."""
    needs = [0.0] * len(table.weights)
    for square in table.squares:
        least = _longest(square.text) * size * POINT + PADDING
        share = least / square.column_span
        for column in range(square.column, square.column + square.column_span):
            needs[column] = max(needs[column], share)
    return needs


def _longest(text: str) -> float:
    """The widest piece that cannot be broken, in ems."""
    runs = max((len(run) for run in re.findall(r"[!-~]+", text)), default=0)
    return max(runs * DIGIT, min(len(text), LABEL if NUMBERED.match(text) else 2))
