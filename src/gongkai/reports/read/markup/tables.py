"""A table element to a grid: spans kept as far as they are true."""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from gongkai.reports.model.document import Cell, Grid, Place
from gongkai.reports.read.markup.walk import is_dropped, is_hidden, named, tidy, walk
from gongkai.reports.read.unreadable import UnreadableError

WIDEST, MOST_SQUARES = 1000, 1_000_000
BREAKS = named("br p div li tr td th table h1 h2 h3 h4")
TOO_LARGE = "网页里有一张大得不合常理的表格，无法读取：请把报告正文另存为一个网页或 Word 文件再交"


@dataclass(slots=True)
class RawCell:
    """A cell as its element says: text, spans."""

    text: str
    row_span: int
    column_span: int


def grid_of(table: LexborNode, place: Place) -> tuple[Grid, list[str]]:
    """The grid of a table element, and the text of its hidden parts."""
    raw = RawTable(table)
    return Grid(tuple(_laid_out(raw.rows, place)), place), raw.hidden


class RawTable:
    """The rows of a table element, its hidden rows apart; rows of an inner table become part of
    the text of the cell they stand in."""

    def __init__(self, table: LexborNode) -> None:
        self.rows: list[list[RawCell]] = []
        self.hidden: list[str] = []
        self._pieces: list[str] = []
        self._cell: RawCell | None = None
        self._depth = 0
        walk(table, self._enter, self._leave)

    def _enter(self, node: LexborNode) -> bool:
        if node.is_text_node:
            if self._cell is not None:
                self._pieces.append(node.text_content or "")
            return True
        if node.is_comment_node or is_dropped(node):
            return True
        if is_hidden(node):
            self.hidden.append(node.text())
            return True
        self._begin(node, node.tag or "")
        return False

    def _begin(self, node: LexborNode, tag: str) -> None:
        if tag == "table":
            self._depth += 1
        elif self._depth == 0 and tag == "tr":
            self.rows.append([])
        elif self._depth == 0 and tag in {"td", "th"}:
            self._cell = RawCell("", *_spans(node))
            self._pieces.clear()
        if tag in BREAKS:
            self._pieces.append(LINE_END)

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "table":
            self._depth -= 1
        elif self._depth == 0 and tag in {"td", "th"} and self._cell is not None:
            self._cell.text = cell_text("".join(self._pieces))
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(self._cell)
            self._cell = None
        if tag in BREAKS and tag != "br":
            self._pieces.append(LINE_END)


LINE_END = "\x1e"
"""Stands for a line end that the page shows, unlike one of the source."""


def cell_text(raw: str) -> str:
    lines = [tidy(line) for line in raw.split(LINE_END)]
    return "\n".join(line for line in lines if line)


def _spans(cell: LexborNode) -> tuple[int, int]:
    """rowspan (0: to the end) and colspan as far as they are numbers."""
    attributes = cell.attributes
    row_span = _number(attributes.get("rowspan"))
    return (65534 if row_span == 0 else row_span), min(
        max(_number(attributes.get("colspan")), 1), WIDEST
    )


def _number(text: str | None) -> int:
    digits = "".join(c for c in (text or "").strip()[:6] if c.isascii() and c.isdigit())
    return int(digits) if digits else 1


def _laid_out(rows: list[list[RawCell]], place: Place) -> Iterator[Cell]:
    """Cells where a browser puts them; a span ends where the table ends or another cell stands."""
    taken: dict[int, int] = {}
    squares = 0
    for number, row in enumerate(rows):
        column = 0
        for raw in row:
            while taken.get(column, 0) > number:
                column += 1
            width = 1
            while width < raw.column_span and taken.get(column + width, 0) <= number:
                width += 1
            height = max(1, min(raw.row_span, len(rows) - number))
            for at in range(column, column + width):
                taken[at] = number + height
            squares += width * height
            if squares > MOST_SQUARES:
                raise UnreadableError(TOO_LARGE)
            where = Place(line=place.line, row=number + 1, column=column + 1, part=place.part)
            yield Cell(raw.text, number, column, height, width, where)
            column += width
