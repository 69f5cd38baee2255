"""A letter as a Word file: edited outside, made with the body's own template, or laid out by us."""

from datetime import date

from gongkai.checks.finding import Finding
from gongkai.reports.read.registry import document_of
from gongkai.web.files.queries import content
from gongkai.web.requests import queries
from gongkai.web.requests.letters.blanks import DATE, NUMBER, TEXT, TITLE
from gongkai.web.requests.letters.case import case_of, said_in, series
from gongkai.web.requests.letters.checked import LIMITS, faults
from gongkai.web.requests.letters.own import rendered
from gongkai.web.requests.letters.page import Sheet, printed
from gongkai.web.requests.letters.words import built_in, values_of
from gongkai.web.requests.models.letters import Letter
from gongkai.web.ui.templatetags.gongkai import day

UNNUMBERED = ("L1",)
"""Letters that bear no number and are not signed off."""


def docx_of(letter: Letter, *, number: str, dated: str, on: date) -> bytes:
    """The letter's file with this number and date, which may be blanks still to be filled."""
    said = {NUMBER: number, DATE: dated}
    if letter.edited:
        return rendered(content(letter.edited), said)
    title = letter.title or built_in(letter.code).title
    text = queries.letter_text(letter)
    if letter.template and letter.template.upload:
        case = case_of(letter.request)
        values = {**values_of(case, said_in(letter, on)), **said, TITLE: title, TEXT: text}
        return rendered(content(letter.template.upload), values)
    return printed(Sheet(letter.request.body.name, number, title, text, dated, on))


def to_edit(letter: Letter, on: date) -> bytes:
    """The file for Word: number and date stay blanks until it is numbered."""
    return docx_of(letter, number=f"{{{{{NUMBER}}}}}", dated=f"{{{{{DATE}}}}}", on=on)


def to_look_at(letter: Letter, on: date) -> bytes:
    """The file as it would be on that day, the number's place kept free."""
    number = letter.number or provisional(letter, on)
    return docx_of(letter, number=number, dated=day(letter.issued or on), on=on)


def provisional(letter: Letter, on: date) -> str:
    if letter.code in UNNUMBERED:
        return ""
    return f"{series(letter.request.body)}〔{on.year}〕　号"


def faults_of(letter: Letter, on: date) -> list[Finding]:
    """What the rules about letters find in it as it stands."""
    said = said_in(letter, on)
    return faults(to_look_at(letter, on), case_of(letter.request), said, letter.number)


def text_in(data: bytes) -> str:
    """The words of a Word file as the page shows them, a paragraph on a line."""
    lines = (line.text.strip() for line in document_of(data, LIMITS).lines())
    return "\n".join(line for line in lines if line)
