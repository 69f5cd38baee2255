"""The whole report as a Word document."""

from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from gongkai.reports.model.statement import Statement
from gongkai.reports.write import page
from gongkai.reports.write.docx import styles
from gongkai.reports.write.docx.table import table
from gongkai.reports.write.outline import Outline, Part, Prose, closing, dated, outline, title_lines


def render(statement: Statement) -> bytes:
    """The report as .docx."""
    laid = outline(statement)
    document = docx.Document()
    styles.set_up(document)
    _describe(document, statement, laid)
    heading = document.add_paragraph(style=styles.TITLE)
    for index, line in enumerate(title_lines(laid.title)):
        if index:
            heading.add_run().add_break()
        heading.add_run(line)
    _prose(document, laid.preamble)
    for part in laid.parts:
        _part(document, part)
    _closing(document, laid)
    for annex in laid.annexes:
        _annex(document, annex)
    styles.name_substitutes(document)
    styles.number_pages(document)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: Document, statement: Statement, laid: Outline) -> None:
    about = document.core_properties
    about.title, about.author, about.language = laid.title, laid.author, "zh-CN"
    about.comments = about.last_modified_by = ""
    about.created = about.modified = datetime.combine(dated(statement), time(), UTC)


def _part(document: Document, part: Part) -> None:
    heading = document.add_paragraph(part.heading, styles.HEADING)
    above = heading._p.getprevious()
    if above is not None and above.tag == qn("w:tbl"):
        heading.paragraph_format.space_before = Pt(page.LINE / 2)
    _prose(document, part.prose)
    if part.table:
        last = document.paragraphs[-1]
        last.paragraph_format.keep_with_next = not (part.prose and part.table.tall)
        last.paragraph_format.space_after = Pt(page.LINE / 4)
        style_id = document.styles[styles.TABLE].style_id
        end = document.element.body.find(qn("w:sectPr"))
        end.addprevious(table(part.table, style_id))


def _annex(document: Document, annex: Part) -> None:
    before = len(document.paragraphs)
    if annex.heading:
        document.add_paragraph(annex.heading, styles.HEADING)
    _prose(document, annex.prose)
    for first in document.paragraphs[before : before + 1]:
        first.paragraph_format.page_break_before = True


def _prose(document: Document, prose: tuple[Prose, ...]) -> None:
    for paragraph in prose:
        text = paragraph.text
        if paragraph.is_heading:
            document.add_paragraph(text, styles.SUBHEADING)
            continue
        made = document.add_paragraph(style=styles.BODY)
        if paragraph.lead:
            made.add_run(text[: paragraph.lead], styles.LEAD)
        made.add_run(text[paragraph.lead :])


def _closing(document: Document, laid: Outline) -> None:
    """Signature and date at the right, the shorter one centred on the longer one."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    for index, (text, from_right) in enumerate(closing(laid)):
        made = document.add_paragraph(text, styles.BODY)
        _at_the_right(made, from_right)
        if index == 0:
            made.paragraph_format.space_before = Pt(2 * page.LINE)
            made.paragraph_format.keep_with_next = True


def _at_the_right(paragraph: Any, characters: float) -> None:
    form = paragraph.paragraph_format
    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    form.first_line_indent = Pt(0)
    form.right_indent = Pt(characters * page.BODY_SIZE)
    paragraph._p.pPr.find(qn("w:ind")).set(qn("w:firstLineChars"), "0")
