"""A letter in Word as GB/T 9704-2012 lays it out: red head, number, title, text, end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from gongkai.reports.write import page
from gongkai.reports.write.docx import styles
from gongkai.reports.write.docx.styles import element
from gongkai.reports.write.outline import TITLE_LINE, ems

MARK_BELOW_TOP = 35
"""mm from the upper edge of the type area to that of the issuing body's mark (7.2.4)."""
MARK_SIZE, MARK_LEAST = 48, 22
"""Points of the mark, and to what it may shrink for a long name."""
RULE_BELOW_NUMBER = 4
"""mm from the number to the red rule (7.2.7)."""
RED = RGBColor(0xFF, 0, 0)
BASELINE = 0.8
"""Where the baseline lies in a line of exact height, in Word and LibreOffice alike."""
INK_ABOVE, INK_BELOW = 0.85, 0.09
"""How far a Chinese character's ink reaches above and below the baseline, in sizes of the type."""
DATE_FROM_THE_RIGHT = 4
"""Characters that the date keeps from the right edge where a seal is put (7.3.5.1)."""
CLOSER = -5
"""Twentieths of a point between two characters of 三号, so that 28 stand in a line."""
AFTER_SPACING = ("w:bidi", "w:adjustRightInd", "w:snapToGrid", *styles.AFTER_PUNCTUATION)
"""What stands behind the automatic spacing in `w:pPr`."""
DASH_BELOW_LINE = 6.5
"""Points from the upper edge of a line of 四号 to the dash in it."""
NEW_PAGE = "# "
HEADINGS = (
    (re.compile(r"[一二三四五六七八九十]+、"), styles.HEADING),
    (re.compile(r"（[一二三四五六七八九十]+）"), styles.SUBHEADING),
)
LONGEST_HEADING = 30


@dataclass(frozen=True)
class Sheet:
    """What stands on the paper; `number` and `day` may be empty or blanks."""

    body: str
    number: str
    title: str
    text: str
    day: str
    on: date
    """The day that the file says it was made."""


def printed(sheet: Sheet) -> bytes:
    """The letter as .docx. The first line of the text is the addressee."""
    document = docx.Document()
    styles.set_up(document)
    _free_of_the_grid(document.sections[0]._sectPr)
    _lines_of_28(document.styles[styles.BODY])
    _describe(document, sheet)
    _head(document, sheet)
    _title(document, sheet.title, before=2)
    own, *others = _pages(sheet.text)
    _text(document, own)
    _end(document, sheet)
    for heading, lines in (_split(other) for other in others):
        _title(document, heading, before=0).paragraph_format.page_break_before = True
        _text(document, lines)
    styles.name_substitutes(document)
    styles.number_pages(document)
    _raise_page_numbers(document.sections[0])
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _raise_page_numbers(section: Any) -> None:
    """The dash beside the number, not the line it stands in, keeps 7 mm from the type area."""
    section.footer_distance += Pt(DASH_BELOW_LINE)
    for footer in (section.footer, section.even_page_footer):
        form = footer.paragraphs[0].paragraph_format
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        form.line_spacing = Pt(page.PAGE_NUMBER_SIZE)


def _pages(text: str) -> Iterator[str]:
    return iter(re.split(rf"^(?={NEW_PAGE})", text, flags=re.MULTILINE))


def _split(other: str) -> tuple[str, str]:
    heading, _, lines = other.removeprefix(NEW_PAGE).partition("\n")
    return heading, lines


def _free_of_the_grid(section: Any) -> None:
    """Lines are of exact height here; a grid would move the head and the title to its own lines."""
    for grid in section.findall(qn("w:docGrid")):
        section.remove(grid)


def _lines_of_28(style: Any) -> None:
    """28 characters fill the width of 156 mm (5.2.2)."""
    style.element.rPr.find(qn("w:color")).addnext(element("w:spacing", val=CLOSER))


def _describe(document: Document, sheet: Sheet) -> None:
    about = document.core_properties
    about.title, about.author, about.language = sheet.title, sheet.body, "zh-CN"
    about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(sheet.on, time(), UTC)


def _head(document: Document, sheet: Sheet) -> None:
    """The mark in red, two lines below it the number, and the red rule."""
    width = Mm(page.TYPE_AREA).pt
    size = max(MARK_LEAST, min(MARK_SIZE, int(width / max(ems(sheet.body), 1))))
    mark = _line(document, sheet.body, size * 1.2)
    above = Mm(MARK_BELOW_TOP).pt - (size * 1.2 * BASELINE - size * INK_ABOVE)
    mark.paragraph_format.space_before = Pt(above)
    for run in mark.runs:
        _font(run, page.TITLE_FONT, size)
        run.font.color.rgb = RED
    _line(document, "", page.LINE)
    _line(document, "", page.LINE)
    number = _line(document, sheet.number, page.LINE)
    ink_ends = page.LINE * (1 - BASELINE) - page.BODY_SIZE * INK_BELOW
    space = round(Mm(RULE_BELOW_NUMBER).pt - ink_ends)
    rule = element("w:bottom", val="single", sz=12, space=space, color="FF0000")
    properties = number._p.get_or_add_pPr()
    properties.insert_element_before(
        element("w:pBdr", rule), "w:shd", "w:spacing", "w:ind", "w:jc", *styles.AFTER_PUNCTUATION
    )


def _line(document: Document, text: str, points: float) -> Any:
    """A centred line of exact height."""
    made = document.add_paragraph(text, styles.BODY)
    form = made.paragraph_format
    form.alignment, form.line_spacing = WD_ALIGN_PARAGRAPH.CENTER, Pt(points)
    _no_indent(made)
    return made


def _font(run: Any, name: str, size: float) -> None:
    run.font.name, run.font.size = page.LATIN_FONT, Pt(size)
    run._r.rPr.rFonts.set(qn("w:eastAsia"), name)


def _title(document: Document, title: str, *, before: int) -> Any:
    for _each in range(before):
        _line(document, "", page.LINE)
    made = document.add_paragraph(style=styles.TITLE)
    for index, line in enumerate(_balanced(title)):
        if index:
            made.add_run().add_break()
        made.add_run(line)
    return made


def _balanced(title: str) -> list[str]:
    """The title in as few lines as it needs, of about equal length."""
    count = -(-len(title) // TITLE_LINE) or 1
    length = -(-len(title) // count)
    return [title[at : at + length] for at in range(0, len(title), length)] or [""]


def _text(document: Document, text: str) -> None:
    for index, line in enumerate(text.strip("\n").split("\n")):
        made = document.add_paragraph(line, _style(line))
        if index == 0 and line.endswith("："):
            _no_indent(made)


def _style(line: str) -> str:
    if len(line) <= LONGEST_HEADING and not line.endswith(("。", "；", "：")):
        for pattern, style in HEADINGS:
            if pattern.match(line):
                return style
    return styles.BODY


def _end(document: Document, sheet: Sheet) -> None:
    """Name and date for the seal: the name centred on the date, never alone on a page.

    Both are centred in the same stretch at the right, so that they meet whatever font is there.
    """
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    name = document.add_paragraph(sheet.body, styles.BODY)
    name.paragraph_format.space_before = Pt(2 * page.LINE)
    name.paragraph_format.keep_with_next = True
    stretch = 2 * DATE_FROM_THE_RIGHT + ems(sheet.day)
    for made in (name, document.add_paragraph(sheet.day, styles.BODY)):
        _no_indent(made)
        form = made.paragraph_format
        if ems(made.text) > stretch:
            form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            continue
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form.left_indent = Mm(page.TYPE_AREA) - Pt(stretch * page.BODY_SIZE)
        _without_gaps(made)


def _without_gaps(paragraph: Any) -> None:
    """No space between digits and Chinese characters: the date is as wide as it is counted."""
    properties = paragraph._p.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        properties.insert_element_before(element(name, val=0), *AFTER_SPACING)


def _no_indent(paragraph: Any) -> None:
    paragraph.paragraph_format.first_line_indent = Pt(0)
    paragraph._p.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), "0")
