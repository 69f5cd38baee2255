"""Puts a statement together, and the report that the rules judge. Pure."""

from collections.abc import Mapping
from datetime import date

from gongkai.reports.model.document import Document, Paragraph, SourceKind
from gongkai.reports.model.report import Passage, Report
from gongkai.reports.model.statement import SECTION_KEYS, Number, Scope, Section, Statement
from gongkai.statute.forms import Form

NUMERALS = "一二三四五六"
PROSE_TITLES = {
    "overview": "总体情况",
    "problems": "存在的主要问题及改进情况",
    "other": "其他需要报告的事项",
}
"""Titles of the sections that hold no table; the others are named in the form's data."""


def section_title(form: Form, key: str) -> str:
    labels = {table.section: table.label for table in form.tables}
    return labels.get(key) or PROSE_TITLES[key]


def statement(
    *,
    form: Form,
    name: str,
    kind: str,
    year: int,
    figures: Mapping[str, Number],
    texts: Mapping[str, str],
    issued_on: date | None,
    scope: Scope = "own",
) -> Statement:
    return Statement(
        form_id=form.id,
        body=name,
        body_kind=kind,
        scope=scope,
        year=year,
        title=f"{name}{year}年政府信息公开工作年度报告",
        signature=name,
        issued_on=issued_on,
        figures=figures,
        fees_unit="万元",
        preamble=texts["preamble"],
        sections=tuple(
            Section(key, NUMERALS[index], section_title(form, key), texts[key])
            for index, key in enumerate(SECTION_KEYS)
        ),
    )


def report(of: Statement) -> Report:
    """A statement as a report that was drafted here, not read from a file."""
    prose = {"preamble": of.preamble}
    prose |= {f"sections.{index}": section.text for index, section in enumerate(of.sections)}
    passages = {part: tuple(map(Passage, _lines(words))) for part, words in prose.items()}
    blocks = [Paragraph(of.title or ""), *map(Paragraph, _lines(of.preamble))]
    for section in of.sections:
        blocks.append(Paragraph(f"{section.number}、{section.title}", level=1))
        blocks += map(Paragraph, _lines(section.text))
    return Report(of, Document(SourceKind.JSON, tuple(blocks)), prose=passages)


def _lines(words: str) -> list[str]:
    return [line for line in words.splitlines() if line.strip()]
