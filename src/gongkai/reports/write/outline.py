"""The order in which a report is printed: title, preamble, sections with their tables, the end."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.reports.model.statement import SECTION_KEYS, Annex, Section, SectionKey, Statement
from gongkai.reports.write.layout.square import TableLayout
from gongkai.reports.write.layout.tables import tables
from gongkai.reports.write.page import FROM_THE_RIGHT
from gongkai.reports.write.printed import clean

NUMERALS = "一二三四五六"

SUBHEADING = re.compile(r"（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)")

LONGEST_SUBHEADING = 40
"""Characters up to which a numbered first sentence is set as a heading."""

TITLE_LINE = 20
"""Characters of 二号 that fit in the type area."""

LONGEST_SIGNATURE = 24
"""Characters of 三号 up to which signature and date are centred on each other."""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph. The first `lead` characters are a heading of the second level (（一）…)."""

    text: str
    lead: int = 0

    @property
    def is_heading(self) -> bool:
        """Whether the paragraph is a heading and nothing else."""
        return 0 < self.lead == len(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A section as printed: its heading, its prose, its table."""

    heading: str
    prose: tuple[Prose, ...]
    table: TableLayout | None = None


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole report in the order of print."""

    title: str
    author: str
    preamble: tuple[Prose, ...]
    parts: tuple[Part, ...]
    signature: str
    issued_on: str
    annexes: tuple[Part, ...]


def outline(statement: Statement) -> Outline:
    laid = {table.section: table for table in tables(statement)}
    parts = []
    for section in _with_homes(statement, laid):
        table = laid.pop(section.key, None) if section.key else None
        parts.append(Part(_heading(section), prose(section.text), table))
    return Outline(
        title=title(statement),
        author=_one_line(statement.body),
        preamble=prose(statement.preamble),
        parts=tuple(parts),
        signature=_one_line(statement.signature),
        issued_on=day(statement.issued_on) if statement.issued_on else "",
        annexes=tuple(_annex(annex) for annex in statement.annexes),
    )


def title(statement: Statement) -> str:
    """The title as the statement has it, else in the pattern of the form."""
    if statement.title:
        return _one_line(statement.title)
    year = f"{statement.year}年" if statement.year else ""
    return f"{_one_line(statement.body)}{year}政府信息公开工作年度报告"


def day(on: date) -> str:
    """A date as official papers write it, without leading zeros (GB/T 9704): 2024年1月8日."""
    return f"{on.year}年{on.month}月{on.day}日"


def dated(statement: Statement) -> date:
    """The date a file says of itself: of signature, of publication, else the end of the year."""
    end = date(statement.year, 12, 31) if statement.year else date(1970, 1, 1)
    return statement.issued_on or statement.published_on or end


def prose(text: str) -> tuple[Prose, ...]:
    """The paragraphs of a text, each with the length of its heading of the second level."""
    lines = (line.strip() for line in clean(text).split("\n"))
    return tuple(Prose(line, _lead(line)) for line in lines if line)


def _lead(line: str) -> int:
    """How many characters are a heading: all of a short line, or its first short sentence."""
    if not SUBHEADING.match(line):
        return 0
    stop = line.find("。") + 1
    length = stop or len(line)
    ends_open = not stop and line[-1] in "；：，、;:,"
    return 0 if length > LONGEST_SUBHEADING or ends_open else length


def _heading(section: Section) -> str:
    title = _one_line(section.title)
    return f"{_one_line(section.number)}、{title}" if section.number else title


def _one_line(text: str | None) -> str:
    return " ".join(clean(text or "").split())


def _annex(annex: Annex) -> Part:
    return Part(_one_line(annex.title), prose(annex.text))


def _with_homes(statement: Statement, laid: dict[str, TableLayout]) -> Iterator[Section]:
    """The sections, and for each table whose section is lacking one with the form's title."""
    there = {section.key for section in statement.sections}
    lacking = [key for key in SECTION_KEYS if key in laid and key not in there]
    for section in statement.sections:
        while lacking and section.key and _order(lacking[0]) < _order(section.key):
            yield _home(lacking.pop(0), laid)
        yield section
    for key in lacking:
        yield _home(key, laid)


def _home(key: SectionKey, laid: dict[str, TableLayout]) -> Section:
    return Section(key, NUMERALS[_order(key)], laid[key].label, "")


def _order(key: SectionKey) -> int:
    return SECTION_KEYS.index(key)


def title_lines(title: str) -> tuple[str, ...]:
    """A title too long for one line, broken before its year, a long name before its bracket."""
    if ems(title) <= TITLE_LINE:
        return (title,)
    before, *after = re.split(r"(?=(?<!\d)(?:19|20)\d{2}\s*年)", title, maxsplit=1)
    name, bracket, rest = before.partition("（")
    lines = [name, bracket + rest] if ems(before) > TITLE_LINE else [before]
    return tuple(line for line in (*lines, *after) if line)


def closing(laid: Outline) -> tuple[tuple[str, float], ...]:
    """Signature and date with their distance from the right edge in characters.

    The shorter one is centred on the longer one.
    """
    lines = [line for line in (laid.signature, laid.issued_on) if line]
    widest = max((ems(line) for line in lines), default=0)
    if widest > LONGEST_SIGNATURE:
        return tuple((line, FROM_THE_RIGHT) for line in lines)
    return tuple((line, FROM_THE_RIGHT + (widest - ems(line)) / 2) for line in lines)


def ems(text: str) -> float:
    """The width of a text in characters: a Chinese one is 1, a digit or Latin letter a half."""
    return sum(0.5 if " " <= character <= "~" else 1 for character in text)
