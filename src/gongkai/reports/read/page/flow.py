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

PAGE_NUMBER = re.compile(
    r"[\s\-—–―－~·.]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／共,，]+\s*\d{1,4}\s*页?)?[\s\-—–―－~·.]*"
)


@dataclass(slots=True)
class Laid:
    """A page taken apart: what stands on it from top to bottom, and its furniture."""

    page: DrawnPage
    items: list[TextLine | Grid] = field(default_factory=list)
    furniture: list[TextLine] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Flow:
    """The blocks of all pages, and what a reader passes over: page numbers, running heads."""

    blocks: tuple[Block, ...]
    hidden: tuple[Line, ...]


def flow(pages: Iterable[DrawnPage]) -> Flow:
    laid = [_laid(page) for page in pages]
    _strip_furniture(laid)
    hidden = (
        Line(line.text, Place(page=one.page.number)) for one in laid for line in one.furniture
    )
    return Flow(tuple(_Composer().blocks(laid)), tuple(hidden))


def _laid(page: DrawnPage) -> Laid:
    """The lines and grids of a page from top to bottom."""
    tables = _tables(nets(page))
    within: list[dict[Square, list[Glyph]]] = [{} for _ in tables]
    loose: list[Glyph] = []
    for glyph in page.glyphs:
        for net, cells in zip(tables, within, strict=True):
            square = net.square(glyph.x, glyph.y)
            if square is not None:
                cells.setdefault(net.corner[square], []).append(glyph)
                break
        else:
            loose.append(glyph)
    placed: list[tuple[float, TextLine | Grid]] = [(x.top, x) for x in text_lines(loose)]
    for net, cells in zip(tables, within, strict=True):
        if cells:
            placed.append((net.ys[0], _grid(net, cells, page.number)))
    return Laid(page, [item for _, item in sorted(placed, key=lambda pair: pair[0])])


def _tables(found: list[Net]) -> list[Net]:
    """Nets that are tables. One column of boxes is stationery or a frame, not a table, unless it
    is the end of a table that the page cut: short, and as wide as another one."""
    wide = [net for net in found if net.columns > 1]
    edges = {(round(net.xs[0] / 4), round(net.xs[-1] / 4)) for net in wide}
    return [
        net
        for net in found
        if net.columns > 1
        or (net.rows <= 3 and (round(net.xs[0] / 4), round(net.xs[-1] / 4)) in edges)
    ]


def _grid(net: Net, within: dict[Square, list[Glyph]], page: int) -> Grid:
    cells = tuple(
        Cell(
            cell_text(within.get(corner, [])),
            *corner,
            *spans,
            place=Place(page=page, row=corner[0] + 1, column=corner[1] + 1),
        )
        for corner, spans in net.spans().items()
    )
    return Grid(cells, Place(page=page))


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
    for item in [*one.items[:2], *one.items[2:][-2:]]:
        if isinstance(item, TextLine) and (item.bottom < height * 0.11 or item.top > height * 0.89):
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


NOT_FIRST = "，。、；：！？）》」』】〕”’%％"
"""Punctuation that begins no line and takes the character before it along."""


def _first_word(line: TextLine) -> float:
    """The width of what cannot be parted at the beginning of a line."""
    end = 1
    text = [glyph.text for glyph in line.glyphs]
    while end < len(text) and (
        text[end] in NOT_FIRST
        or (text[end].isascii() and text[end - 1].isascii() and text[end] != " ")
        or text[end - 1] in "（《「『【〔“‘"
    ):
        end += 1
    return line.glyphs[end - 1].right - line.left


def _measure(one: Laid) -> Measure | None:
    """The measure of a page's longer lines; None where there are none."""
    lines = [item for item in one.items if isinstance(item, TextLine) and len(item.glyphs) > 11]
    if not lines:
        return None
    gaps = sorted(after.top - line.bottom for line, after in pairwise(lines))
    close = [gap for gap in gaps if gap < 3 * lines[0].size]
    gap = close[len(close) // 2] if close else lines[0].size
    rights = sorted(line.right for line in lines)
    long = [right for right in rights if right > rights[-1] - 4 * lines[0].size]
    return Measure(min(line.left for line in lines), long[len(long) // 2], gap)


class _Composer:
    """Joins lines into paragraphs, also over a page's end; lines with columns stay lines."""

    def __init__(self) -> None:
        self.lines: list[TextLine] = []
        self.place = Place()
        self.measure: Measure | None = None
        self.its: Measure | None = None
        """The measure of the page where the last line stands."""

    def blocks(self, laid: list[Laid]) -> Iterator[Block]:
        for one in laid:
            self.measure = _measure(one) or self.measure
            columnar = _columnar(one.items)
            for number, item in enumerate(one.items, 1):
                place = Place(page=one.page.number, line=number)
                if isinstance(item, Grid):
                    yield from self.closed()
                    yield item
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


def _columnar(items: list[TextLine | Grid]) -> set[int]:
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
