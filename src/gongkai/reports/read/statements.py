"""A statement, or an array of them, as JSON (what `gongkai read` writes) → reports."""

import hashlib
import json
from dataclasses import replace

from gongkai.reports.model.document import Block, Document, Paragraph, Place, SourceKind
from gongkai.reports.model.exchange import NotAStatementError, from_json
from gongkai.reports.model.report import Passage, Report
from gongkai.reports.model.statement import Source, Statement
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.text import decoded
from gongkai.reports.read.unreadable import UnreadableError

NOT_JSON = "这份 JSON 文件不完整或格式不对，无法读取：请重新导出"


def reports(name: str, data: bytes, limits: Limits) -> list[Report]:
    del limits
    try:
        given = json.loads(decoded(data))
        statements = [from_json(one) for one in (given if isinstance(given, list) else [given])]
    except NotAStatementError as error:
        raise UnreadableError(str(error)) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(NOT_JSON) from error
    source = Source(name, hashlib.sha256(data).hexdigest())
    return [report_of(_sourced(one, source)) for one in statements]


def _sourced(statement: Statement, source: Source) -> Statement:
    """The statement with the file it was first read from, else this one."""
    known = statement.source is not None and statement.source.file
    return statement if known else replace(statement, source=source)


def report_of(statement: Statement) -> Report:
    """The report that a statement alone makes: a document of its prose, with places by line."""
    blocks: list[Block] = []
    places: dict[str, Place] = {}
    prose: dict[str, tuple[Passage, ...]] = {}

    def add(path: str, text: str | None, level: int | None = None) -> tuple[Passage, ...]:
        passages = []
        for line in (text or "").split("\n") if text else ():
            place = Place(line=len(blocks) + 1)
            places.setdefault(path, place)
            passages.append(Passage(line, place))
            blocks.append(Paragraph(line, place, level))
        return tuple(passages)

    add("title", statement.title, 1)
    prose["preamble"] = add("preamble", statement.preamble)
    for index, section in enumerate(statement.sections):
        number = f"{section.number}、" if section.number else ""
        add(f"sections.{index}", number + section.title, 2)
        prose[f"sections.{index}"] = add(f"sections.{index}", section.text)
    add("signature", statement.signature)
    add("issued_on", statement.issued_on.isoformat() if statement.issued_on else None)
    for index, annex in enumerate(statement.annexes):
        add(f"annexes.{index}", annex.title, 2)
        prose[f"annexes.{index}"] = add(f"annexes.{index}", annex.text)
    document = Document(SourceKind.JSON, tuple(blocks))
    return Report(statement, document, places, {k: v for k, v in prose.items() if v})
