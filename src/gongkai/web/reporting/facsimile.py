"""The source of a report as it can be shown beside its figures, each with its place. Pure."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from gongkai.reports.model.document import Grid, Place
from gongkai.reports.model.report import Report

TABLES = ("proactive", "proactive_2019", "requests", "remedies")


def facsimile(report: Report) -> dict[str, Any]:
    """The source as `kind`, `blocks` in its order, `where`: path of the statement → anchor.

    A block is a line of text with its anchor, or a table: rows of cells, each with its anchor,
    text and spans.
    """
    owners = _owners(report)
    where: dict[str, str] = {}
    blocks = []
    for number, block in enumerate(report.document.blocks):
        if isinstance(block, Grid):
            blocks.append(_table(block, number))
            where |= _in_grid(report, block, number, owners.get(number))
        elif block.text.strip():
            level = getattr(block, "level", None)
            words = block.text.replace("\t", "  ")
            kind = "heading" if level else "text"
            page = block.place.page
            blocks.append({"kind": kind, "at": _anchor(number), "text": words, "page": page})
    where |= _in_lines(report)
    return {"kind": report.document.kind.value, "blocks": blocks, "where": where}


def _anchor(number: int, row: int | None = None, column: int | None = None) -> str:
    return f"s{number}" if row is None else f"s{number}-{row}-{column}"


def _table(grid: Grid, number: int) -> dict[str, Any]:
    rows = [
        [
            {
                "at": _anchor(number, cell.row, cell.column),
                "text": cell.text,
                "down": cell.row_span,
                "across": cell.column_span,
            }
            for cell in row
        ]
        for row in grid.rows()
    ]
    return {"kind": "table", "rows": rows, "page": grid.place.page}


def _in_lines(report: Report) -> dict[str, str]:
    """The paths whose place is a line of the source."""
    lines: dict[tuple[int | None, int | None], str] = {}
    for number, block in enumerate(report.document.blocks):
        if not isinstance(block, Grid):
            lines.setdefault((block.place.page, block.place.line), _anchor(number))
    return {
        path: lines[place.page, place.line]
        for path, place in report.places.items()
        if place.row is None and (place.page, place.line) in lines
    }


def _in_grid(report: Report, grid: Grid, number: int, table: str | None) -> dict[str, str]:
    """The paths of a table that stand in cells of this grid."""
    if table is None:
        return {}
    cells = {_spot(cell.place): cell for cell in grid.cells}
    found = {}
    for path, place in report.places.items():
        cell = cells.get(_spot(place)) if path.partition(".")[0] == table else None
        if cell is not None and place.row is not None:
            found[path] = _anchor(number, cell.row, cell.column)
    return found


def _owners(report: Report) -> dict[int, str]:
    """Number of a grid → the statutory table whose figures stand in it.

    Places in a docx tell row and column only, so a grid is known by the figures it shows.
    """
    owners = {}
    for number, block in enumerate(report.document.blocks):
        if isinstance(block, Grid):
            hits = Counter(_hits(report, block))
            if hits:
                owners[number] = hits.most_common(1)[0][0]
    return owners


def _hits(report: Report, grid: Grid) -> Iterator[str]:
    """The table of each figure that this grid shows where the reader says it stands."""
    texts = {_spot(cell.place): "".join(cell.text.split()) for cell in grid.cells}
    for path, place in report.places.items():
        table, value = path.partition(".")[0], report.statement.figure(path)
        if table in TABLES and place.row is not None and _spot(place) in texts:
            shown = texts[_spot(place)]
            if (value is None and not shown) or (value is not None and f"{value:g}" in shown):
                yield table


def _spot(place: Place) -> tuple[int | None, int | None, int | None]:
    return place.page, place.row, place.column
