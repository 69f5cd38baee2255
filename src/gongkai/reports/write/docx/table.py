"""A statutory table as WordprocessingML, written at once: merging cell by cell is far slower."""

from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from gongkai.reports.write import page
from gongkai.reports.write.docx.styles import element
from gongkai.reports.write.layout.measure import measure
from gongkai.reports.write.layout.square import Square, TableLayout

TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""

EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


@dataclass(frozen=True, slots=True)
class Type:
    """How the text of a table is set: paragraph style by id, size in points."""

    style_id: str
    size: float


def table(layout: TableLayout, style_id: str) -> Any:
    """The `w:tbl` of a table; `style_id` is the id of the paragraph style of its text."""
    widths_mm, size = measure(layout, page.TYPE_AREA, page.TABLE_SIZES[layout.section])
    widths = [round(width * TWIPS) for width in widths_mm]
    kind = Type(style_id, size)
    made = element("w:tbl", _properties(layout, sum(widths)))
    made.append(element("w:tblGrid", *(element("w:gridCol", w=width) for width in widths)))
    by_place = {(square.row, square.column): square for square in layout.squares}
    for row in range(layout.height):
        line = element("w:tr", _row_properties(layout, row))
        keep = layout.keeps_with_next(row)
        column = 0
        while column < len(widths):
            square = by_place.get((row, column)) or _above(layout, row, column)
            text = square.text if square.row == row else ""
            width = sum(widths[column : column + square.column_span])
            paragraph = _paragraph(text, square, kind, keep=keep)
            line.append(_cell(square, width, paragraph, continued=square.row < row))
            column += square.column_span
        made.append(line)
    return made


def _above(layout: TableLayout, row: int, column: int) -> Square:
    """The square that reaches down to a place in which none begins."""
    return next(
        s for s in layout.squares if s.column == column and s.row < row < s.row + s.row_span
    )


def _properties(layout: TableLayout, width: int) -> Any:
    borders = (element(f"w:{edge}", val="single", sz=4, space=0, color="000000") for edge in EDGES)
    inner = (element(f"w:{side}", w=40, type="dxa") for side in ("left", "right"))
    return element(
        "w:tblPr",
        element("w:tblW", w=width, type="dxa"),
        element("w:jc", val="center"),
        element("w:tblBorders", *borders),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", *inner),
        element("w:tblCaption", val=layout.label),
    )


def _row_properties(layout: TableLayout, row: int) -> Any:
    least = 480 if layout.section == "proactive" else 320
    properties = element(
        "w:trPr", element("w:cantSplit"), element("w:trHeight", val=least, hRule="atLeast")
    )
    if row < layout.head_rows:
        properties.append(element("w:tblHeader"))
    return properties


def _cell(square: Square, width: int, paragraph: Any, *, continued: bool) -> Any:
    properties = element("w:tcPr", element("w:tcW", w=width, type="dxa"))
    if square.column_span > 1:
        properties.append(element("w:gridSpan", val=square.column_span))
    if square.row_span > 1:
        merge = element("w:vMerge") if continued else element("w:vMerge", val="restart")
        properties.append(merge)
    properties.append(element("w:vAlign", val="center"))
    return element("w:tc", properties, paragraph)


def _paragraph(text: str, square: Square, kind: Type, *, keep: bool) -> Any:
    properties = element("w:pPr", element("w:pStyle", val=kind.style_id))
    if keep:
        properties.append(element("w:keepNext"))
    properties.append(element("w:jc", val="left" if square.to_the_left else "center"))
    made = element("w:p", properties)
    if text:
        half_points = round(kind.size * 2)
        style = element(
            "w:rPr", element("w:sz", val=half_points), element("w:szCs", val=half_points)
        )
        words = element("w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        made.append(element("w:r", style, words))
    return made
