"""The body of a Word document to blocks: paragraphs with their numbers, tables, text boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from gongkai.reports.model.document import Block, Cell, Grid, Line, Paragraph, Place
from gongkai.reports.read.word.numbering import Numbering
from gongkai.reports.read.word.styles import Styles, whole
from gongkai.reports.read.xmlparts import attribute, below, child, local, value

SYMBOLS = {"F0FE": "☑", "F052": "☑", "F0A8": "□", "F06F": "□", "F0A3": "□", "00A8": "□"}
"""Signs of symbol fonts that forms use: ticked and empty boxes."""

MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}

UNSEEN = frozenset({"instrText", "delText", "delInstrText", "Fallback", "rt", "pPr", "rPr"})

THROUGH = frozenset(
    {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"}
)
"""Elements that only wrap paragraphs, tables, rows or cells."""


@dataclass(slots=True)
class Body:
    """Reads the paragraphs of a document in order, counting lists, pages and lines as it goes."""

    numbering: Numbering
    styles: Styles
    notes: dict[str, str] = field(default_factory=dict)
    """Footnotes and endnotes by `footnote 3`: they follow the paragraph that calls them."""
    hidden: list[Line] = field(default_factory=list)
    pictures: int = 0
    page: int | None = None
    line: int = 0

    def blocks(self, holder: etree._Element) -> Iterator[Block]:
        for element in through(holder):
            name = local(element)
            if name == "p":
                yield from self.paragraph(element)
            elif name == "tbl":
                yield from self.table(element)
            elif name in {"del", "moveFrom"}:
                self.hide(element, "修订")

    def paragraph(self, element: etree._Element) -> Iterator[Block]:
        self.line += 1
        place = Place(page=self.page, line=self.line)
        style = value(element, "pPr", "pStyle")
        boxes: list[etree._Element] = []
        text = self.text(element, boxes)
        if self.styles.is_contents(style):
            self.hidden.append(Line(text, place))
        elif text:
            yield Paragraph(text, place, self.level(element, style))
        for box in boxes:
            yield from self.blocks(box)
        yield from self.called_notes(element)

    def text(self, element: etree._Element, boxes: list[etree._Element]) -> str:
        """The number and text of a paragraph; the text boxes anchored in it are put aside."""
        pieces: list[str] = []
        self.run(element, pieces, boxes)
        said = "".join(pieces).strip(" \t\n\u3000\xa0\u200b")
        number = self.number(element)
        return number + said if said or number.strip("0123456789. ") else said

    def run(self, element: etree._Element, pieces: list[str], boxes: list[etree._Element]) -> None:
        """Add what a run or a wrapper of runs shows."""
        for part in element:
            name = local(part)
            if name == "t":
                pieces.append(part.text or "")
            elif name in MARKS:
                pieces.append(MARKS[name])
            elif name == "lastRenderedPageBreak":
                self.page = (self.page or 1) + 1
            elif name == "sym":
                pieces.append(SYMBOLS.get((attribute(part, "char") or "").upper(), ""))
            elif name == "txbxContent":
                boxes.append(part)
            elif name in {"del", "moveFrom"}:
                self.hide(part, "修订")
            elif name == "r" and is_vanished(part):
                self.hide(part, "隐藏文字")
            elif name not in UNSEEN:
                self.pictures += name in {"drawing", "pict"}
                self.run(part, pieces, boxes)

    def number(self, element: etree._Element) -> str:
        """The automatic number before a paragraph."""
        style = value(element, "pPr", "pStyle")
        own = child(element, "pPr", "numPr")
        given = self.styles.list(style)
        if own is not None:
            num = value(own, "numId") or (given[0] if given else None)
            depth = whole(value(own, "ilvl"))
            given = (num, depth if depth is not None else 0) if num else None
        if given is None or given[0] == "0":
            return ""
        return self.numbering.label(*given)

    def level(self, element: etree._Element, style: str | None) -> int | None:
        """The heading level, counted from 1; Word's outline level 9 is body text."""
        outline = whole(value(element, "pPr", "outlineLvl"))
        if outline is None:
            outline = self.styles.outline(style)
        return outline + 1 if outline is not None and outline < 9 else None

    def hide(self, element: etree._Element, part: str) -> None:
        """Keep text that a reader of the page does not see."""
        text = "".join(t.text or "" for t in element.iter() if local(t) in {"t", "delText"})
        if text.strip():
            self.hidden.append(Line(text, Place(page=self.page, line=self.line, part=part)))

    def called_notes(self, element: etree._Element) -> Iterator[Paragraph]:
        for kind in ("footnote", "endnote") if self.notes else ():
            for call in below(element, kind + "Reference"):
                text = self.notes.pop(f"{kind} {attribute(call, 'id')}", "")
                if text:
                    yield Paragraph(text, Place(page=self.page, line=self.line, part="脚注"))

    def table(self, element: etree._Element) -> Iterator[Block]:
        """A grid; a frame of one cell, or one that holds other tables, as what it holds."""
        cells = [cell for row in rows_of(element) for cell in cells_of(row)]
        inner = any(local(part) == "tbl" for cell in cells for part in through(cell))
        if inner or len(cells) == 1:
            for cell in cells:
                yield from self.blocks(cell)
            return
        place = Place(page=self.page, line=self.line + 1)
        cut: list[Block] = []
        grid = Grid(tuple(self.grid_cells(element, cut)), place)
        if grid.cells:
            yield grid
        yield from cut

    def grid_cells(self, element: etree._Element, after: list[Block]) -> list[Cell]:
        """The cells of a table by their squares; vertically merged ones once, with their span."""
        cells: list[Cell] = []
        above: dict[int, int] = {}
        number = 0
        for row in rows_of(element):
            if is_hidden_row(row):
                self.hide(row, "隐藏行")
                continue
            column = whole(value(row, "trPr", "gridBefore")) or 0
            for source in cells_of(row):
                width = min(whole(value(source, "tcPr", "gridSpan")) or 1, 200) or 1
                where = Place(page=self.page, row=number + 1, column=column + 1)
                merge = child(source, "tcPr", "vMerge")
                goes_on = merge is not None and attribute(merge, "val") != "restart"
                if goes_on and column in above:
                    self.hide(source, "合并格")
                    cells[above[column]] = taller(cells[above[column]], number)
                else:
                    text = self.cell_text(source, after)
                    above.pop(column, None)
                    if merge is not None:
                        above[column] = len(cells)
                    cells.append(Cell(text, number, column, 1, width, where))
                column += width
            number += 1
        return cells

    def cell_text(self, cell: etree._Element, after: list[Block]) -> str:
        lines: list[str] = []
        for block in self.blocks(cell):
            if isinstance(block, Grid):
                lines.extend(inner.text for inner in block.cells)
            elif block.place.part:
                after.append(block)
            else:
                lines.append(block.text)
        return "\n".join(lines)


def through(holder: etree._Element) -> Iterator[etree._Element]:
    """The children of an element, those that only wrap replaced by what they wrap."""
    for element in holder:
        name = local(element)
        if name in THROUGH:
            yield from through(element)
        else:
            yield element


def rows_of(table: etree._Element) -> Iterator[etree._Element]:
    return (element for element in through(table) if local(element) == "tr")


def cells_of(row: etree._Element) -> Iterator[etree._Element]:
    return (element for element in through(row) if local(element) == "tc")


def taller(cell: Cell, row: int) -> Cell:
    """The cell reaching down to a row."""
    height = row - cell.row + 1
    return Cell(cell.text, cell.row, cell.column, height, cell.column_span, cell.place)


def is_vanished(run: etree._Element) -> bool:
    vanish = child(run, "rPr", "vanish")
    return vanish is not None and attribute(vanish, "val") not in {"0", "false"}


def is_hidden_row(row: etree._Element) -> bool:
    """A row that is hidden, or was deleted in a tracked change."""
    properties = child(row, "trPr")
    return child(properties, "hidden") is not None or child(properties, "del") is not None
