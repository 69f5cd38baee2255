"""The neutral document: what every format becomes before its tables and prose are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class SourceKind(StrEnum):
    """The format of the source, told from its content."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    OFD = "ofd"
    XLSX = "xlsx"
    JSON = "json"

    @property
    def extracted(self) -> bool:
        """Whether text of this kind was taken out of something else.

        Residue, damage and shifted rows in it may be the work of a conversion, not of the author.
        """
        return self in (SourceKind.TEXT, SourceKind.MARKDOWN, SourceKind.PDF, SourceKind.OFD)


class Place(NamedTuple):
    """Where something stands in the source, as far as the format allows; counts begin at 1.

    `part` names a sheet, an attachment or a file inside a container.
    """

    page: int | None = None
    line: int | None = None
    row: int | None = None
    column: int | None = None
    part: str | None = None


NOWHERE = Place()


class Line(NamedTuple):
    """A line of a plain-text source as it stands: tabs and blanks kept, no line end."""

    text: str
    place: Place = NOWHERE


class Paragraph(NamedTuple):
    """A paragraph of a format that knows paragraphs; `level` where the source marks a heading."""

    text: str
    place: Place = NOWHERE
    level: int | None = None


class Cell(NamedTuple):
    """A cell of a grid by its upper left corner, counted from 0; its text keeps line ends."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the source; merged cells stand once, with their spans."""

    cells: tuple[Cell, ...]
    place: Place = NOWHERE

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells by the row they begin in, left to right; a row that only continues is empty."""
        height = max((cell.row + cell.row_span for cell in self.cells), default=0)
        rows: list[list[Cell]] = [[] for _ in range(height)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows)

    def filled(self) -> tuple[tuple[str, ...], ...]:
        """The text of every square, a merged cell's text in each square it covers."""
        height = max((cell.row + cell.row_span for cell in self.cells), default=0)
        width = max((cell.column + cell.column_span for cell in self.cells), default=0)
        squares = [[""] * width for _ in range(height)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    squares[row][column] = cell.text
        return tuple(tuple(row) for row in squares)


Block = Line | Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside or beside the source whose text was taken: name, text, places of its lines."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a source holds, in reading order.

    `pages` is None where the format has none. `meta` holds what the container says about itself
    (`title`, `published_on`, `author` … as printed). `hidden` is text that a reader of the page
    does not see (comments, hidden rows, headers): rules about privacy read it, others do not.
    """

    kind: SourceKind
    blocks: tuple[Block, ...]
    pages: int | None = None
    meta: dict[str, str] = field(default_factory=dict)
    hidden: tuple[Line, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[Line]:
        """All text in order, the cells of grids included, each with its place."""
        for block in self.blocks:
            if isinstance(block, Grid):
                for cell in sorted(block.cells, key=lambda c: (c.row, c.column)):
                    yield Line(cell.text, cell.place)
            elif isinstance(block, Paragraph):
                yield Line(block.text, block.place)
            else:
                yield block
