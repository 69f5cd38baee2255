"""Tables that a page end has cut, put together again, rows that it has cut as well."""

import re
from dataclasses import dataclass

from gongkai.reports.model.document import Cell, Grid

NEAR = 6.0
"""Edges of two parts of a table differ by less (points)."""

NUMBERED = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]+[）)、]|[（(]?\d+[）).．、]|第.{1,4}条)")
"""A label that begins so begins a row."""

FIGURE = re.compile(r"[\s\d.,，.+\-—/]*")


@dataclass(slots=True)
class Piece:
    """A table, or what a page shows of one.

    `xs` are the edges of its columns; `full` the cells whose last line leaves no room for another
    character, so that their text may go on.
    """

    grid: Grid
    xs: list[float]
    full: set[tuple[int, int]]

    @property
    def height(self) -> int:
        return max((cell.row + cell.row_span for cell in self.grid.cells), default=0)


def goes_on(above: Piece, below: Piece) -> bool:
    """Whether the first table of a page continues the last one of the page before."""
    return abs(above.xs[0] - below.xs[0]) < NEAR and abs(above.xs[-1] - below.xs[-1]) < NEAR


def stitched(above: Piece, below: Piece) -> Piece:
    """Both parts as one table: columns by their common edges, a head that is repeated dropped."""
    xs = _edges(above.xs + below.xs)
    upper, upper_full = _spread(above, xs)
    lower, lower_full = _spread(below, xs)
    height, head = above.height, _repeated_head(upper, lower)
    lower = [cell._replace(row=cell.row - head) for cell in lower if cell.row >= head]
    cut = _row_is_cut(upper, lower, height, upper_full)
    first = height - cut
    lower = [cell._replace(row=cell.row + first) for cell in lower]
    joined = _joined(upper, lower, height, cut=cut)
    full = {(row - head + first, column) for row, column in lower_full}
    return Piece(Grid(tuple(joined), above.grid.place), xs, full)


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] >= NEAR:
            edges.append(value)
    return edges


def _spread(piece: Piece, xs: list[float]) -> tuple[list[Cell], set[tuple[int, int]]]:
    """The cells of a piece counted in the common columns, and which of them are full."""
    at = [min(range(len(xs)), key=lambda index: abs(xs[index] - x)) for x in piece.xs]
    cells, full = [], set()
    for cell in piece.grid.cells:
        left, right = at[cell.column], at[cell.column + cell.column_span]
        cells.append(cell._replace(column=left, column_span=max(right - left, 1)))
        if (cell.row, cell.column) in piece.full:
            full.add((cell.row, left))
    return cells, full


def _repeated_head(upper: list[Cell], lower: list[Cell]) -> int:
    """How many rows of the lower part repeat the head of the upper one."""
    rows = 0
    while (row := _texts(lower, rows)) and row == _texts(upper, rows) and any(row):
        rows += 1
    return rows


def _texts(cells: list[Cell], row: int) -> list[str]:
    return [cell.text for cell in cells if cell.row == row]


def _row_is_cut(
    upper: list[Cell], lower: list[Cell], height: int, full: set[tuple[int, int]]
) -> bool:
    """Whether the last row above and the first row below are one row: a column shows its figure
    in one of them only, and the label goes on where there was no more room for it.

    A long figure may itself be broken by the page's end, so a few columns may show both parts.
    """
    last = {c.column: c for c in upper if c.row + c.row_span == height}
    first = {c.column: c for c in lower if c.row == 0}
    columns = {at for at in last if at in first and _is_figure(last[at]) and _is_figure(first[at])}
    both = [at for at in columns if last[at].text and first[at].text]
    shown = any(last[at].text or first[at].text for at in columns)
    if not shown or 2 * len(both) >= len(columns):
        return False
    if any((last[at].row, at) not in full for at in both):
        return False
    labels = [c for at, c in first.items() if c.text and at not in columns]
    if both and not labels:  # the ends of long figures alone are left for the new page
        return {at for at in columns if first[at].text} == set(both)
    if not labels or any(NUMBERED.match(c.text) for c in labels):
        return False
    return any((c.row, at) in full for at, c in last.items() if at not in columns)


def _is_figure(cell: Cell) -> bool:
    return cell.column_span == 1 and FIGURE.fullmatch(cell.text) is not None


def _joined(upper: list[Cell], lower: list[Cell], height: int, *, cut: bool) -> list[Cell]:
    """All cells; one that reaches the cut from above and one below it in the same columns are one
    where the row is cut, or where the lower one has no label of its own."""
    reaching = {
        (cell.column, cell.column_span): index
        for index, cell in enumerate(upper)
        if cell.row + cell.row_span == height
    }
    result = list(upper)
    for cell in lower:
        index = reaching.get((cell.column, cell.column_span))
        touches = cell.row == height - cut
        if index is None or not touches or not _is_rest(cell, result[index], cut=cut):
            result.append(cell)
            continue
        whole = result[index]
        end = "" if _is_figure(whole) and _is_figure(cell) else "\n"
        text = end.join(part for part in (whole.text, cell.text) if part)
        span = cell.row + cell.row_span - whole.row
        result[index] = whole._replace(text=text, row_span=span)
    return result


def _is_rest(cell: Cell, whole: Cell, *, cut: bool) -> bool:
    if cut and whole.row_span == 1 and cell.row_span == 1:
        return True
    spans = whole.row_span > 1 or cell.row_span > 1
    return spans and not NUMBERED.match(cell.text) and (not cell.text or cut or not whole.text)
