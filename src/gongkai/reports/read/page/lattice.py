"""Ruling lines to tables: which squares of the net they span are one cell.

Two neighbouring squares are one cell where no line divides them, so merged cells need no special
case, and a table whose outer sides are open is closed.
"""

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from gongkai.reports.read.page.shapes import DrawnPage, Ruling

NEAR = 3.0
"""Lines closer than this are one line; a line may end this far from the one it meets (points)."""

MOST_RULINGS, MOST_SQUARES = 3000, 60_000
"""What is beyond is a drawing, not a table."""

Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Net:
    """A table: the coordinates of its columns and rows, the upper left square of each square."""

    xs: list[float]
    ys: list[float]
    corner: dict[Square, Square]

    @property
    def columns(self) -> int:
        return len(self.xs) - 1

    @property
    def rows(self) -> int:
        return len(self.ys) - 1

    def square(self, x: float, y: float) -> Square | None:
        """The square (row, column) a point lies in."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]):
            return None
        column = min(bisect_right(self.xs, x), self.columns) - 1
        return min(bisect_right(self.ys, y), self.rows) - 1, column

    def spans(self) -> dict[Square, tuple[int, int]]:
        """Each cell by its upper left square: how many rows and columns it covers."""
        ends: dict[Square, Square] = {}
        for (row, column), corner in self.corner.items():
            last = ends.get(corner, corner)
            ends[corner] = (max(last[0], row), max(last[1], column))
        return {c: (end[0] - c[0] + 1, end[1] - c[1] + 1) for c, end in sorted(ends.items())}


def nets(page: DrawnPage) -> list[Net]:
    """The tables that the page's rulings draw, from top to bottom."""
    across, down = joined(page.across), joined(page.down)
    if len(across) + len(down) > MOST_RULINGS:
        return []
    found = [_net(h, v) for h, v in _connected(across, down)]
    kept = [net for net in found if net is not None]
    return sorted(kept, key=lambda net: (net.ys[0], net.xs[0]))


def joined(rulings: list[Ruling]) -> list[Ruling]:
    """Rulings that lie on one line and touch, joined; the line's place is the middle of theirs."""
    result: list[Ruling] = []
    for band in _bands(sorted(rulings)):
        at = sum(ruling.at for ruling in band) / len(band)
        start, end = None, 0.0
        for ruling in sorted(band, key=lambda ruling: ruling.start):
            if start is None or ruling.start > end + NEAR:
                if start is not None:
                    result.append(Ruling(at, start, end))
                start, end = ruling.start, ruling.end
            end = max(end, ruling.end)
        if start is not None:
            result.append(Ruling(at, start, end))
    return [ruling for ruling in result if ruling.end - ruling.start > 2 * NEAR]


def _bands(rulings: list[Ruling]) -> list[list[Ruling]]:
    """Sorted rulings by nearness across: a new band where the gap is wide."""
    bands: list[list[Ruling]] = []
    for ruling in rulings:
        if bands and ruling.at - bands[-1][-1].at <= NEAR:
            bands[-1].append(ruling)
        else:
            bands.append([ruling])
    return bands


def _connected(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """The rulings by table: those that meet one another, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, h in enumerate(across):
        for j, v in enumerate(down):
            if meets(h, v):
                parent[root(i)] = root(len(across) + j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for i, h in enumerate(across):
        groups[root(i)][0].append(h)
    for j, v in enumerate(down):
        groups[root(len(across) + j)][1].append(v)
    return [group for group in groups.values() if len(group[0]) > 1 and group[1]]


def meets(h: Ruling, v: Ruling) -> bool:
    crosses = h.start - NEAR <= v.at <= h.end + NEAR
    return crosses and v.start - NEAR <= h.at <= v.end + NEAR


def _net(across: list[Ruling], down: list[Ruling]) -> Net | None:
    left, right = min(h.start for h in across), max(h.end for h in across)
    top, bottom = min(v.start for v in down), max(v.end for v in down)
    xs = _coordinates([v.at for v in down] + [left, right])
    ys = _coordinates([h.at for h in across] + [top, bottom])
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > MOST_SQUARES:
        return None
    return _tight(Net(xs, ys, _corners(xs, ys, across, down)))


def _tight(net: Net) -> Net:
    """The net without rows and columns in which no cell begins: a line drawn beside another."""
    rows = sorted({row for row, _ in net.corner.values()})
    columns = sorted({column for _, column in net.corner.values()})
    return Net(
        [net.xs[column] for column in columns] + net.xs[-1:],
        [net.ys[row] for row in rows] + net.ys[-1:],
        {
            (rows.index(row), columns.index(column)): (rows.index(top), columns.index(left))
            for (row, column), (top, left) in net.corner.items()
            if row in rows and column in columns
        },
    )


def _coordinates(values: list[float]) -> list[float]:
    """The distinct values; those that lie near one another are one."""
    distinct: list[float] = []
    for value in sorted(values):
        if not distinct or value - distinct[-1] > NEAR:
            distinct.append(value)
    return distinct


def _corners(
    xs: list[float], ys: list[float], across: list[Ruling], down: list[Ruling]
) -> dict[Square, Square]:
    """For every square the upper left square of its cell; a cell that is no rectangle is cut."""
    middles_x = [(a + b) / 2 for a, b in pairwise(xs)]
    middles_y = [(a + b) / 2 for a, b in pairwise(ys)]
    walls_left = _walls(xs, middles_y, down)
    walls_above = _walls(ys, middles_x, across)
    group: dict[Square, list[Square]] = {}
    for row in range(len(middles_y)):
        for column in range(len(middles_x)):
            here = [(row, column)]
            if column and (column, row) not in walls_left:
                here = _merge(group, group[row, column - 1], here)
            if row and (row, column) not in walls_above:
                here = _merge(group, group[row - 1, column], here)
            group[row, column] = here
    corner: dict[Square, Square] = {}
    for squares in {id(squares): squares for squares in group.values()}.values():
        corner.update(_rectangles(set(squares)))
    return corner


def _walls(lines: list[float], middles: list[float], rulings: list[Ruling]) -> set[tuple[int, int]]:
    """(index of the line, index of the square along it) wherever a ruling covers the square."""
    walls = set()
    for ruling in rulings:
        line = min(range(len(lines)), key=lambda index: abs(lines[index] - ruling.at))
        for index, middle in enumerate(middles):
            if ruling.start - NEAR <= middle <= ruling.end + NEAR:
                walls.add((line, index))
    return walls


def _merge(
    group: dict[Square, list[Square]], into: list[Square], squares: list[Square]
) -> list[Square]:
    if into is not squares:
        into.extend(squares)
        for square in squares:
            group[square] = into
    return into


def _rectangles(squares: set[Square]) -> dict[Square, Square]:
    """Each square's upper left one in the largest rectangles that cover them from the top."""
    corner: dict[Square, Square] = {}
    for row, column in sorted(squares):
        if (row, column) in corner:
            continue
        right = column
        while (row, right + 1) in squares and (row, right + 1) not in corner:
            right += 1
        low = row
        while all((low + 1, at) in squares for at in range(column, right + 1)):
            low += 1
        for y in range(row, low + 1):
            for x in range(column, right + 1):
                corner[y, x] = (row, column)
    return corner
