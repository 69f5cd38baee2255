"""A table element to a grid: spans kept as far as they are true."""

from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from gongkai.reports.model.document import Cell, Grid, Place
from gongkai.reports.read.markup.walk import Unseen, named, tidy, walk
from gongkai.reports.read.unreadable import UnreadableError

WIDEST, MOST_SQUARES = 1000, 1_000_000
PARTS, CELLS = named("thead tbody tfoot"), named("td th")
BREAKS = named("br p div li tr td th table h1 h2 h3 h4")
TOO_LARGE = "网页里有一张大得不合常理的表格，无法读取：请把报告正文另存为一个网页或 Word 文件再交"


class RawCell(NamedTuple):
    """A cell as its element says: text, spans."""

    text: str
    row_span: int
    column_span: int


def grid_of(table: LexborNode, place: Place, unseen: Unseen) -> tuple[Grid, list[str]]:
    """The grid of a table element, and the text of its hidden parts."""
    raw = RawTable(unseen)
    raw.read(table)
    return Grid(tuple(_laid_out(raw.rows, place)), place), raw.hidden


class RawTable:
    """The rows of a table element, what is hidden in it apart; an inner table becomes part of
    the text of the cell that it stands in.

    However a page is written, the parser leaves rows only in a part of a table, cells in a row.
    """

    def __init__(self, unseen: Unseen) -> None:
        self.rows: list[list[RawCell]] = []
        self.hidden: list[str] = []
        self._unseen = unseen
        self._spanning: frozenset[int] = frozenset()

    def read(self, table: LexborNode) -> None:
        self._spanning = frozenset(cell.mem_id for cell in table.css("[rowspan],[colspan]"))
        for part in self._shown(table):
            for row in self._shown(part) if part.tag in PARTS else ():
                self.rows.append(
                    [self._cell(cell) for cell in self._shown(row) if cell.tag in CELLS]
                )

    def _shown(self, parent: LexborNode) -> Iterator[LexborNode]:
        """The elements right below one that a reader sees."""
        node = parent.child
        while node is not None:
            if node.is_element_node and not self._passes_over(node):
                yield node
            node = node.next

    def _passes_over(self, node: LexborNode) -> bool:
        if node.mem_id in self._unseen.hidden:
            self.hidden.append(node.text())
            return True
        return node.mem_id in self._unseen.dropped

    def _cell(self, cell: LexborNode) -> RawCell:
        spans = _spans(cell) if cell.mem_id in self._spanning else (1, 1)
        return RawCell(self._text(cell), *spans)

    def _text(self, cell: LexborNode) -> str:
        only = cell.child
        while only is not None and only.next is None and only.is_element_node:
            if only in self._unseen:
                break
            only = only.child
        if only is None:
            return ""
        if only.is_text_node and only.next is None:
            return tidy(only.text_content or "")
        return self._lines(cell)

    def _lines(self, cell: LexborNode) -> str:
        """The text of a cell of several parts, each block of it a line."""
        pieces: list[str] = []

        def enter(node: LexborNode) -> bool:
            if node.is_text_node:
                pieces.append(node.text_content or "")
                return True
            if node.is_comment_node or self._passes_over(node):
                return True
            if node.tag in BREAKS:
                pieces.append(LINE_END)
            return False

        def leave(node: LexborNode) -> None:
            if node.tag in BREAKS and node.tag != "br":
                pieces.append(LINE_END)

        walk(cell, enter, leave)
        return cell_text("".join(pieces))


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
            width, height = 1, raw.row_span
            while width < raw.column_span and taken.get(column + width, 0) <= number:
                width += 1
            if height != 1:
                height = max(1, min(height, len(rows) - number))
            for at in range(column, column + width):
                taken[at] = number + height
            squares += width * height
            if squares > MOST_SQUARES:
                raise UnreadableError(TOO_LARGE)
            where = Place(None, place.line, number + 1, column + 1, place.part)
            yield Cell(raw.text, number, column, height, width, where)
            column += width
