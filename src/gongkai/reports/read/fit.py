"""From the neutral document to the report: tables, prose, places."""

import re
from collections.abc import Sequence
from datetime import date
from typing import cast

from gongkai.reports.model.document import Document
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Source, State, Statement
from gongkai.reports.read.filling import Filling
from gongkai.reports.read.identity import (
    body_of_title,
    date_in,
    kind_of_body,
    scope_of,
    year_of_prose,
    year_of_title,
)
from gongkai.reports.read.notices import notices
from gongkai.reports.read.proactive import read_proactive
from gongkai.reports.read.prose import Prose, read_prose
from gongkai.reports.read.refusals import refuse_destroyed, refuse_mixed, refuse_no_report
from gongkai.reports.read.regions import Regions, TableName, regions_of
from gongkai.reports.read.remedies import read_remedies
from gongkai.reports.read.requests import read_requests
from gongkai.reports.read.strips import Strip, strips_of
from gongkai.statute.forms import FormId, form

_OLD = re.compile(r"新制作|新公开数量|对外公开总|上一年项目|增/?减|采购")
_NEW = re.compile(r"制发件数|废止件数|现行有效|收费金额")


def read_document(document: Document, source: Source) -> Report:
    """The report that a document holds. Raises UnreadableError where it holds none."""
    strips = strips_of(document)
    regions = regions_of(strips)
    prose = read_prose(strips, regions, document.meta.get("title"))
    refuse_no_report(strips, regions, prose)
    filling = _tables(regions, strips)
    paragraphs = [passage.text for part in prose.passages.values() for passage in part]
    body = body_of_title(prose.title) if prose.title else None
    body = body or prose.signature
    kind = kind_of_body(body)
    statement = Statement(
        filling.form.id if regions.tables else None,
        body,
        _year(prose, paragraphs),
        filling.figures,
        filling.cells,
        source,
        title=prose.title,
        body_kind=kind,
        scope=scope_of(kind, "".join(paragraphs[:30])),
        signature=prose.signature,
        issued_on=prose.issued_on,
        published_on=prose.published_on or _date(document.meta.get("published_on")),
        preamble=prose.preamble,
        sections=tuple(prose.sections),
        annexes=tuple(prose.annexes),
        fees_unit=filling.fees_unit,
        amount_unit=filling.amount_unit,
        extra_rows=tuple(filling.extra_rows),
        labels=tuple(filling.labels),
        notes=(*filling.notes, *notices("".join(strip.text for strip in strips))),
    )
    return Report(statement, document, {**filling.places, **prose.places}, prose.passages)


def _year(prose: Prose, paragraphs: list[str]) -> int | None:
    """The year of the title, else of the statistics, else the one before the report's date."""
    year = year_of_title(prose.title) if prose.title else None
    year = year or year_of_prose(paragraphs)
    issued = prose.issued_on or prose.published_on
    return year or (issued.year - 1 if issued else None)


def _date(text: str | None) -> date | None:
    return date_in(text) if text else None


def _tables(regions: Regions, document: Sequence[Strip]) -> Filling:
    """The three tables; one that is not found has the state missing_row as a whole."""
    filling = Filling(form(_form_of(regions)))
    one, two, three = (table.key for table in filling.form.tables)
    for key, name in ((one, "proactive"), (two, "requests"), (three, "remedies")):
        strips = regions.tables.get(cast("TableName", name), [])
        if not strips:
            _missing(key, filling)
            continue
        filling.places[key] = strips[0].place
        if name == "proactive":
            read_proactive(strips, filling)
        elif name == "requests":
            refuse_destroyed(read_requests(strips, filling), strips, document)
        else:
            refuse_mixed(strips, len(read_remedies(strips, filling)))
    own = {row.key for row in filling.form.rows_of("requests")}
    for row in form("2021").rows_of("requests"):
        if row.key not in own:
            filling.mark(row.path, State.NOT_IN_FORM)
    return filling


def _missing(table: str, filling: Filling) -> None:
    filling.mark(table, State.MISSING_ROW)
    for row in filling.form.rows_of(table):
        for cell in row.cells:
            filling.figures[cell] = None


def _form_of(regions: Regions) -> FormId:
    """The form told by the heads of table one, else by the rows of （六） in table two."""
    head = _text(regions.tables.get("proactive", ()))
    if _OLD.search(head) or _NEW.search(head):
        return "2019" if _OLD.search(head) and not _NEW.search(head) else "2021"
    rows = _text(regions.tables.get("requests", ()))
    return "2021" if "不补正" in rows or "缴纳费用" in rows or not rows else "2019"


def _text(strips: Sequence[Strip]) -> str:
    return "".join(strip.words for strip in strips)
