"""The document as strips: one row of cells or one line of text each, whatever the format.

Rows of grids, lines with tabs, rows of pipes and runs of one-cell lines become strips of several
pieces; everything else is a strip of one piece. Table reading and prose both walk the strips.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.reports.model.document import Cell, Document, Grid, Line, Paragraph, Place
from gongkai.reports.read.normal import words
from gongkai.reports.read.titles import divided, heading


@dataclass(slots=True, eq=False)
class Strip:
    """One row or line. `grid` numbers the grid it is a row of; 0 for text lines.

    `celled`: its pieces are cells, so that an empty one is a blank cell and its end a row's end.
    `gap`: how many blank lines stand before it. `level`: the source marks it as a heading.
    """

    text: str
    place: Place
    pieces: tuple[Cell, ...] = ()
    grid: int = 0
    celled: bool = False
    gap: int = 0
    level: int | None = None
    paragraph: bool = False
    _words: str | None = field(default=None, repr=False)

    @property
    def words(self) -> str:
        """The text's characters, letters and digits only."""
        if self._words is None:
            self._words = words(self.text)
        return self._words


BLANK_ROW = 12
"""Cells: a row of so many blanks is the empty row of table three, a shorter one a divider."""

_CELL_LINE = re.compile(r"\t[^\t]*")
_RULE_ROW = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\|?")
_PAGE_NUMBER = re.compile(
    r"[-—–－·•~]+\s*\d{1,3}\s*[-—–－·•~]+|第\s*\d+\s*页(?:[,，/\s]*共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)


def strips_of(document: Document) -> list[Strip]:
    """The strips of a document in reading order; blank lines and page numbers are left out."""
    strips: list[Strip] = []
    lines: list[Line] = []
    grids = 0
    for block in document.blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        strips.extend(_from_lines(lines))
        lines = []
        if isinstance(block, Grid):
            grids += 1
            strips.extend(_from_grid(block, grids))
        else:
            strips.extend(_from_paragraph(block))
    strips.extend(_from_lines(lines))
    return strips


def _from_paragraph(block: Paragraph) -> Iterator[Strip]:
    for text in block.text.split("\n"):
        for part in divided(text):
            if part.strip() and not _PAGE_NUMBER.fullmatch(part.strip()):
                yield Strip(part, block.place, (), level=block.level, paragraph=True)


def _from_grid(grid: Grid, number: int) -> Iterator[Strip]:
    for row in grid.rows():
        if not row:
            continue
        text = "\t".join(cell.text.replace("\n", "") for cell in row)
        if len(row) == 1 and _is_prose(row[0]):
            for line in row[0].text.split("\n"):
                if line.strip():
                    yield Strip(line, row[0].place, grid=number)
            continue
        yield Strip(text, row[0].place, row, grid=number, celled=True)


def _is_prose(cell: Cell) -> bool:
    """A lone cell with sentences or a section's title: a page laid out as a table."""
    return "。" in cell.text or any(heading(line) for line in cell.text.split("\n"))


def _from_lines(lines: list[Line]) -> Iterator[Strip]:
    gap = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        text = line.text
        if not text.strip() and not text.startswith("\t"):
            gap += 1
            continue
        if _PAGE_NUMBER.fullmatch(text.strip()):
            continue
        if text[0] == "\t" and _CELL_LINE.fullmatch(text):
            cells, index = _one_cell_lines(lines, index - 1)
            if cells:
                yield _strip_of_cells(cells, gap)
            gap = 1
            continue
        for strip in _from_line(line, gap):
            yield strip
            gap = 0


def _one_cell_lines(lines: list[Line], start: int) -> tuple[list[Cell], int]:
    """A row printed one cell a line: each begins with a tab, a wrapped cell goes on without one."""
    cells: list[Cell] = []
    index = start
    while index < len(lines):
        text = lines[index].text
        if text[:1] == "\t" and _CELL_LINE.fullmatch(text):
            cells.append(_cell(text[1:], lines[index], len(cells)))
        elif not text.strip() or "\t" in text or heading(text) or len(text) > 40:
            break
        else:
            cells[-1] = cells[-1]._replace(text=cells[-1].text + text)
        index += 1
    return cells, index


def _cell(text: str, line: Line, column: int) -> Cell:
    """A cell of a row printed as a line."""
    return Cell(text, 0, column, place=line.place)


def _strip_of_cells(cells: list[Cell], gap: int) -> Strip:
    text = "\t".join(cell.text for cell in cells)
    if len(cells) == 1:
        return Strip(cells[0].text, cells[0].place, gap=gap)
    return Strip(text, cells[0].place, tuple(cells), celled=True, gap=gap)


def _from_line(line: Line, gap: int) -> Iterable[Strip]:
    text = line.text
    if "|" in text or "｜" in text:
        return _from_pipes(line, gap)
    if "\t" in text.strip() or text.endswith("\t"):
        cells = text.split("\t")
        pieces = tuple(_cell(cell, line, i) for i, cell in enumerate(cells))
        return [Strip(text, line.place, pieces, celled=True, gap=gap)]
    return [
        Strip(part, line.place, gap=0 if number else gap)
        for number, part in enumerate(divided(text))
        if part.strip()
    ]


def _from_pipes(line: Line, gap: int) -> list[Strip]:
    """A row of pipes; where rows are broken over lines the pipes are only blanks."""
    text = line.text.replace("｜", "|").strip()
    if _RULE_ROW.fullmatch(text):
        return []
    whole = text.startswith("|") and text.endswith("|") and text.count("|") > 2
    if not whole:
        loose = text.replace("|", " ")
        return [Strip(loose, line.place, gap=gap)] if loose.strip() else []
    cells = text[1:-1].split("|")
    if not any(cell.strip() for cell in cells) and len(cells) < BLANK_ROW:
        return []
    pieces = tuple(_cell(cell.strip(), line, i) for i, cell in enumerate(cells))
    return [Strip("\t".join(p.text for p in pieces), line.place, pieces, celled=True, gap=gap)]
