"""Drawn pages to the blocks of a document: paragraphs, loose lines, grids, page furniture."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from gongkai.reports.model.document import Block, Cell, Grid, Line, Paragraph, Place
from gongkai.reports.read.page.lattice import Net, Square, nets
from gongkai.reports.read.page.lines import TextLine, cell_text, text_lines
from gongkai.reports.read.page.shapes import DrawnPage, Glyph
from gongkai.reports.read.page.stitch import Piece, goes_on, stitched

PAGE_NUMBER = re.compile(
    r"[\s\-—–―－~·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共,，]+\s*\d{1,4}\s*页?)?[\s\-—–―－~·.]*"
)


FOLIO = re.compile(r"[—–―]\s*\d{1,4}\s*[—–―]")
"""A page number between dashes: no cell of a table holds one, though a table may run into it."""

NOT_FIRST = "，。、；：！？）》」』】〕”’%％"
"""Punctuation that begins no line and takes the character before it along."""


MARGIN = 90.0
"""Page numbers and running heads stand within this of the page's upper and lower edge (points),
or within a ninth of a large page."""

CELL_MARGIN = 9.0
"""What a cell keeps free at its sides at most (points)."""

QUOTES = frozenset("“”‘’\"'")
"""No line is broken before or after them."""

HEADING = re.compile(r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]")


@dataclass(slots=True)
class Laid:
    """A page taken apart: what stands on it from top to bottom, and its furniture."""

    page: DrawnPage
    items: list[TextLine | Piece] = field(default_factory=list)
    furniture: list[TextLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Flow:
    """The blocks of all pages, and what a reader passes over: page numbers, running heads."""

    blocks: tuple[Block, ...]
    hidden: tuple[Line, ...]


def flow(pages: Iterable[DrawnPage]) -> Flow:
    drawn = [(page, nets(page)) for page in pages]
    widths = {_width(net) for _, found in drawn for net in found if net.columns > 1}
    laid = [_laid(page, _tables(found, widths)) for page, found in drawn]
    _strip_furniture(laid)
    _stitch(laid)
    hidden = (
        Line(line.text, Place(page=one.page.number)) for one in laid for line in one.furniture
    )
    return Flow(tuple(_Composer().blocks(laid)), tuple(hidden))


def _laid(page: DrawnPage, tables: list[Net]) -> Laid:
    """The lines and grids of a page from top to bottom."""
    within: list[dict[Square, list[Glyph]]] = [{} for _ in tables]
    loose: list[Glyph] = []
    cell: list[Glyph] | None = None
    folio = _folio(page)
    for at, glyph in enumerate(page.glyphs):
        if at in folio:
            cell = None
        elif not (cell and _hangs(glyph, cell[-1])):
            cell = _cell_at(glyph, tables, within)
        (loose if cell is None else cell).append(glyph)
    placed: list[tuple[float, TextLine | Piece]] = [(x.top, x) for x in text_lines(loose)]
    for net, cells in zip(tables, within, strict=True):
        if cells:
            placed.append((net.ys[0], _piece(net, cells, page.number)))
    return Laid(page, [item for _, item in sorted(placed, key=lambda pair: pair[0])])


def _folio(page: DrawnPage) -> set[int]:
    """Which glyphs are the page number that stands between dashes in a margin of the page."""
    foot = page.height - _margin(page.height)
    told = "".join(glyph.text[:1] or " " for glyph in page.glyphs)
    return {
        at
        for found in FOLIO.finditer(told)
        for at in range(*found.span())
        if not _margin(page.height) < page.glyphs[at].y < foot
    }


def _margin(height: float) -> float:
    return max(0.11 * height, MARGIN)


def _cell_at(
    glyph: Glyph, tables: list[Net], within: list[dict[Square, list[Glyph]]]
) -> list[Glyph] | None:
    """The glyphs of the cell that the middle of a glyph lies in; None outside of tables."""
    for net, cells in zip(tables, within, strict=True):
        square = net.square(glyph.x, glyph.y)
        if square is not None:
            return cells.setdefault(net.corner[square], [])
    return None


def _hangs(glyph: Glyph, last: Glyph) -> bool:
    """Whether a mark directly after the last glyph of a cell belongs to it wherever it stands:
    Chinese typesetting lets punctuation hang over the edge."""
    near = abs(glyph.left - last.right) < 0.5 * last.height
    return glyph.text in NOT_FIRST and near and abs(glyph.y - last.y) < 0.5 * last.height


def _tables(found: list[Net], widths: set[tuple[int, int]]) -> list[Net]:
    """Nets that are tables. One column of boxes is stationery or a frame, not a table, unless it
    is the end of a table that a page cut: short, and as wide as another one."""
    return [net for net in found if net.columns > 1 or (net.rows <= 3 and _width(net) in widths)]


def _width(net: Net) -> tuple[int, int]:
    """The outer edges, roughly."""
    return round(net.xs[0] / 4), round(net.xs[-1] / 4)


def _piece(net: Net, within: dict[Square, list[Glyph]], page: int) -> Piece:
    cells = []
    full = set()
    for corner, spans in net.spans().items():
        glyphs = within.get(corner, [])
        place = Place(page=page, row=corner[0] + 1, column=corner[1] + 1)
        edge = net.xs[corner[1] + spans[1]] - CELL_MARGIN
        cells.append(Cell(cell_text(glyphs, edge), *corner, *spans, place=place))
        lines = text_lines(glyphs)
        if lines and lines[-1].right + lines[-1].size > edge:
            full.add(corner)
    return Piece(Grid(tuple(cells), Place(page=page)), net.xs, full)


def _stitch(laid: list[Laid]) -> None:
    """Put together the tables that page ends have cut."""
    before: Piece | None = None
    holder: Laid | None = None
    for one in laid:
        first = one.items[0] if one.items else None
        if isinstance(first, Piece) and before and holder and goes_on(before, first):
            before = stitched(before, first)
            holder.items[-1] = before
            del one.items[0]
        if one.items:
            last = one.items[-1]
            before, holder = (last, one) if isinstance(last, Piece) else (None, None)


def _strip_furniture(laid: list[Laid]) -> None:
    """Take page numbers and the heads and feet that repeat out of the text."""
    seen: Counter[str] = Counter()
    for one in laid:
        seen.update({_bare(line) for line in _margin_lines(one)})
    for one in laid:
        for line in list(_margin_lines(one)):
            repeated = len(laid) > 1 and seen[_bare(line)] > len(laid) / 2
            if PAGE_NUMBER.fullmatch(line.text) or repeated:
                one.items.remove(line)
                one.furniture.append(line)


def _margin_lines(one: Laid) -> Iterator[TextLine]:
    """The first two and last two lines of a page as far as they stand in its margins."""
    height = one.page.height
    margin = _margin(height)
    for item in [*one.items[:2], *one.items[2:][-2:]]:
        if isinstance(item, TextLine) and (item.bottom < margin or item.top > height - margin):
            yield item


def _bare(line: TextLine) -> str:
    return re.sub(r"[\d\s]", "", line.text)


@dataclass(frozen=True, slots=True)
class Measure:
    """The text column of a page: its edges and the usual gap between two lines of a paragraph."""

    left: float
    right: float
    gap: float

    def full(self, line: TextLine, after: TextLine) -> bool:
        """Whether the first word of the line after would not have fitted into a line."""
        return line.right + _first_word(after) > self.right + 0.3 * line.size

    def indented(self, line: TextLine) -> bool:
        return line.left > self.left + 1.2 * line.size


def _first_word(line: TextLine) -> float:
    """The width of what cannot be parted at the beginning of a line."""
    end = 1
    text = [glyph.text for glyph in line.glyphs]
    while end < len(text) and (
        text[end] in NOT_FIRST
        or (text[end].isascii() and text[end - 1].isascii() and text[end] != " ")
        or text[end - 1] in "（《「『【〔"
        or not QUOTES.isdisjoint(text[end - 1 : end + 1])
    ):
        end += 1
    return line.glyphs[end - 1].right - line.left


def _measure(items: Iterable[TextLine | Piece], least: int) -> Measure | None:
    """The measure that longer lines show; None where there are too few of them."""
    lines = [item for item in items if isinstance(item, TextLine) and len(item.glyphs) > 11]
    if len(lines) < least:
        return None
    gaps = sorted(after.top - line.bottom for line, after in pairwise(lines))
    close = [gap for gap in gaps if 0 <= gap < 3 * lines[0].size]
    rights = sorted(line.right for line in lines)
    long = [right for right in rights if right > rights[-1] - 4 * lines[0].size]
    return Measure(
        min(line.left for line in lines),
        long[len(long) // 2],
        close[len(close) // 2] if close else lines[0].size,
    )


class _Composer:
    """Joins lines into paragraphs, also over a page's end; lines with columns stay lines."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.place = Place()
        self.measure: Measure | None = None
        self.its: Measure | None = None
        """The measure of the page where the last line stands."""

    def blocks(self, laid: list[Laid]) -> Iterator[Block]:
        whole = _measure((item for one in laid for item in one.items), 1)
        for one in laid:
            self.measure = _measure(one.items, 5) or whole
            columnar = _columnar(one.items)
            for number, item in enumerate(one.items, 1):
                place = Place(page=one.page.number, line=number)
                if isinstance(item, Piece):
                    yield from self.closed()
                    yield item.grid
                elif number - 1 in columnar:
                    yield from self.closed()
                    yield Line(item.spaced, place)
                elif self.goes_on(item, first=number == 1):
                    self.lines.append(item)
                    self.its = self.measure
                else:
                    yield from self.closed()
                    self.lines, self.place, self.its = [item], place, self.measure
        yield from self.closed()

    def goes_on(self, line: TextLine, *, first: bool) -> bool:
        """Whether a line continues the open paragraph; `first`: it is the first of a page."""
        if not self.lines or self.its is None or self.measure is None:
            return False
        last = self.lines[-1]
        if not self.its.full(last, line) or self.measure.indented(line):
            return False
        if last.text[-1] in "。！？" and HEADING.match(line.text):
            return False
        if abs(last.size - line.size) > 0.35 * last.size:
            return False
        return first or line.top - last.bottom <= self.measure.gap + 0.5 * line.size

    def closed(self) -> Iterator[Paragraph]:
        """The open paragraph, if there is one."""
        if not self.lines:
            return
        text = self.lines[0].text
        for line in self.lines[1:]:
            latin = text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii()
            text += (" " if latin else "") + line.text
        self.lines = []
        yield Paragraph(text, self.place)


def _columnar(items: list[TextLine | Piece]) -> set[int]:
    """The indices of lines that form a table without rulings: columns stand side by side in most
    of them, with no more than five lines without between. One such line alone is none."""
    gapped = [i for i, item in enumerate(items) if isinstance(item, TextLine) and item.gaps]
    found: set[int] = set()
    for before, after in pairwise(gapped):
        between = items[before : after + 1]
        if after - before <= 6 and all(isinstance(item, TextLine) for item in between):
            found.update(range(before, after + 1))
    for last in [index for index in found if index + 1 not in found]:
        item = items[last + 1] if last + 1 < len(items) else None
        if isinstance(item, TextLine) and item.spaced != item.text:
            found.add(last + 1)
    return found
