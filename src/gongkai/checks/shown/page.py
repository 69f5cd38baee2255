"""A report with its findings marked in place, as HTML; the page is self-contained."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import jinja2

from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.naming import TABLES
from gongkai.checks.people import masked
from gongkai.checks.shown.grid import Stretch, stretches
from gongkai.checks.shown.marks import Mark, Marks, worst
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.report import Passage, Report, section_path

QUOTED = re.compile(r"“([^“”]{2,40})”")
PRIVATE = {"P01", "P02", "P03"}
LONG_NUMBER = re.compile(r"[\d０-９](?:[ \u00a0-]?[\d０-９]){9,18}[ -]?[\dXxＸｘ]?")
WORDS = {
    "zh": {
        "none": "没有发现问题",
        "elsewhere": "其他位置",
        "basis": "依据",
        "mend": "处理",
        "caused": "由此引起：",
        "settled": "已有结论，",
        "year": "年度",
        "unreadable": "无法读取",
        "area": "全部机关",
    },
    "en": {
        "none": "Nothing found",
        "elsewhere": "Elsewhere",
        "basis": "Provision",
        "mend": "What to do",
        "caused": "Follows from ",
        "settled": "Settled, ",
        "year": "",
        "unreadable": "Cannot be read",
        "area": "All bodies",
    },
}


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph or table with the findings about it.

    `pieces` is its text in stretches, each with whether it is to be set off.
    """

    kind: str
    pieces: tuple[tuple[str, bool], ...] = ()
    marks: list[Mark] = field(default_factory=list)
    name: str = ""
    stretches: tuple[Stretch, ...] = ()

    @property
    def worst(self) -> str:
        return worst(self.marks)


def article(
    report: Report,
    path: str,
    findings: Sequence[Finding],
    verdicts: Sequence[Verdict | None],
    lang: Language = "zh",
) -> str:
    """One report: what was found, then the report itself with each finding in its place."""
    prefix = "r" + hashlib.sha256(path.encode()).hexdigest()[:8]
    marks = [
        Mark(f"{prefix}-{number}", finding, verdict, lang)
        for number, (finding, verdict) in enumerate(zip(findings, verdicts, strict=True), 1)
    ]
    left = Marks(marks)
    blocks = list(_blocks(report, left, lang))
    order = [severity.value for severity in Severity]
    return _template("article.html").render(
        statement=report.statement,
        path=path,
        marks=marks,
        listed=sorted(marks, key=lambda m: (m.verdict is not None, order.index(m.severity))),
        counts=[(s, sum(m.severity == s and not m.verdict for m in marks)) for s in Severity],
        blocks=[block for block in blocks if block.pieces or block.stretches or block.marks],
        elsewhere=left.left,
        words=WORDS[lang],
        lang=lang,
    )


def area_article(area: Sequence[Finding], lang: Language = "zh") -> str:
    """The findings about an area as a whole."""
    marks = [Mark(f"area-{n}", finding, None, lang) for n, finding in enumerate(area, 1)]
    return _template("area.html").render(marks=marks, words=WORDS[lang])


def unread(path: str, reason: str, lang: Language = "zh") -> str:
    """In place of a report that could not be read."""
    return _template("unread.html").render(path=path, reason=reason, words=WORDS[lang])


def head(lang: Language = "zh") -> str:
    """What stands before the articles: the page's head and style."""
    return _template("head.html").render(lang=lang)


def foot() -> str:
    return "</main>\n</body>\n</html>\n"


@cache
def _template(name: str) -> jinja2.Template:
    folder = files("gongkai.checks.shown")
    loader = jinja2.FunctionLoader(lambda asked: folder.joinpath(asked).read_text("utf-8"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(name)


def _blocks(report: Report, marks: Marks, lang: Language) -> Iterator[Block]:
    statement = report.statement
    yield _block("title", statement.title or "", marks.at("title", "body", "year"))
    yield from _prose(report, "preamble", "preamble", marks)
    forms = (statement.form,) if statement.form else ()
    tables = {table.section: table.key for form in forms for table in form.tables}
    for index, section in enumerate(statement.sections):
        at = section_path(statement, index)
        heading = f"{section.number}、{section.title}" if section.number else section.title
        place = report.place(f"sections.{index}")
        yield _block("heading", heading, marks.standing(at, place) if place else [])
        yield from _prose(report, f"sections.{index}", at, marks)
        yield _block("remarks", "", marks.at(at))
        if section.key in tables:
            yield _table(report, tables.pop(section.key), marks, lang)
    for table in tables.values():
        yield _table(report, table, marks, lang)
    for index, _ in enumerate(statement.annexes):
        yield from _prose(report, f"annexes.{index}", f"annexes.{index}", marks)
    issued = statement.issued_on.isoformat() if statement.issued_on else ""
    signed = " ".join(filter(None, (statement.signature, issued)))
    yield _block("signature", signed, marks.at("signature", "issued_on"))


def _prose(report: Report, path: str, at: str, marks: Marks) -> Iterator[Block]:
    for passage in report.prose.get(path, ()):
        taken = marks.standing(at, passage.place)
        yield Block("paragraph", tuple(_set_off(passage, taken)), taken)


def _set_off(passage: Passage, marks: Sequence[Mark]) -> Iterator[tuple[str, bool]]:
    """The paragraph in pieces, the words that its findings quote set off.

    Numbers that must not be public are masked: the page is passed from hand to hand.
    """
    text = passage.text
    if any(mark.finding.rule in PRIVATE for mark in marks):
        text = LONG_NUMBER.sub(lambda number: masked(number[0]), text)
    words = {word for mark in marks for word in QUOTED.findall(mark.finding.message)}
    found = sorted((word for word in words if word in text), key=len, reverse=True)
    if not found:
        yield text, False
        return
    for piece in re.split("(" + "|".join(map(re.escape, found)) + ")", text):
        if piece:
            yield piece, piece in found


def _block(kind: str, text: str, marks: list[Mark]) -> Block:
    return Block(kind, ((text, False),) if text else (), marks)


def _table(report: Report, table: str, marks: Marks, lang: Language) -> Block:
    taken = marks.below(table)
    by_path = {mark.finding.at: mark for mark in reversed(taken)}
    form = report.statement.form
    shown = stretches(report.statement, form, table, by_path, lang) if form else ()
    return Block("table", (), taken, TABLES[table].said_in(lang), tuple(shown))
