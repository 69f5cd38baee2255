"""A sheet or a page laid out as one wide table, taken apart into its tables and its prose."""

import re
from collections.abc import Iterable, Iterator

from gongkai.reports.model.document import NOWHERE, Block, Cell, Grid, Paragraph, Place

WIDEST_TABLE = 24
"""No table of a report has more columns; a wider grid arranges a page."""

PROSE = re.compile(
    r"[一二三四五六七八九十]+、(?!本年新收|上年结转|本年度办理|结转下年)|（[一二三四五六七八九十]+）.{12}"
    r"|.*年度报告|.{40}",
    re.DOTALL,
)
"""What stands alone in a row and is no label: a section's title, a report's title, sentences."""


def taken_apart(grid: Grid) -> list[Block]:
    """The grid itself, or its parts where it is too wide to be one table."""
    wide = any(cell.column + cell.column_span > WIDEST_TABLE for cell in grid.cells)
    return list(parts(grid)) if wide else [grid]


def parts(grid: Grid) -> Iterator[Block]:
    """Runs of rows as grids, each without the columns it leaves empty; lone prose as paragraphs.

    A run ends at an empty row and at a row of prose, unless a cell reaches down across it.
    """
    run: list[Cell] = []
    reach = 0
    for number, row in enumerate(grid.rows()):
        said = [cell for cell in row if cell.text]
        if number >= reach and (not said or (len(said) == 1 and _is_prose(said[0], run))):
            yield from _table(run, grid)
            run = []
            yield from (Paragraph(cell.text, cell.place) for cell in said)
            continue
        run.extend(row)
        reach = max([reach, *(cell.row + cell.row_span for cell in said)])
    yield from _table(run, grid)


def _is_prose(cell: Cell, run: list[Cell]) -> bool:
    """Whether a lone cell is prose; before a table begins anything alone is."""
    text = "".join(cell.text.split())
    return bool(PROSE.match(text)) or (not run and not text.startswith("第二十条"))


def _table(run: list[Cell], grid: Grid) -> Iterator[Block]:
    """A run of rows as a grid from row 0; a run of lone cells as paragraphs."""
    said = [cell for cell in run if cell.text]
    if not said:
        return
    if len({cell.row for cell in said}) == len(said):
        yield from (Paragraph(cell.text, cell.place) for cell in said)
        return
    first = min(cell.row for cell in run)
    yield Grid(tuple(_cropped(run, said, first)), _place(run, grid))


def _place(run: list[Cell], grid: Grid) -> Place:
    return run[0].place if run[0].place != NOWHERE else grid.place


def _cropped(run: Iterable[Cell], said: list[Cell], first: int) -> Iterator[Cell]:
    """Cells counted from the run's first row, without the empty ones of columns left empty."""
    used = {cell.column for cell in said}
    for cell in run:
        if cell.text or cell.column in used:
            yield Cell(
                cell.text,
                cell.row - first,
                cell.column,
                cell.row_span,
                cell.column_span,
                cell.place,
            )
