"""A statement as JSON (schema `gongkai/statement/1`) and back."""

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from gongkai.reports.model.statement import (
    Annex,
    CellState,
    ExtraRow,
    Label,
    Note,
    Section,
    Source,
    State,
    Statement,
)
from gongkai.statute.forms import FormId, form

SCHEMA = "gongkai/statement/1"


class NotAStatementError(ValueError):
    """The data is no statement; the message says what is missing, in Chinese."""


def to_json(statement: Statement) -> dict[str, Any]:
    """The statement as plain data in the order of the schema; `json.dumps` takes it."""
    own = form(statement.form_id or "2021")
    tables = {table.key: _table(statement, table.key) for table in own.tables}
    proactive, proactive_2019 = tables.get("proactive"), tables.get("proactive_2019")
    if statement.form_id is None:
        proactive = None
    if proactive is not None:
        proactive["fees_unit"] = statement.fees_unit
    if proactive_2019 is not None:
        proactive_2019["procurement"]["amount_unit"] = statement.amount_unit
    return {
        "schema": SCHEMA,
        "form": statement.form_id,
        "source": _source(statement.source),
        "title": statement.title,
        "body": statement.body,
        "body_kind": statement.body_kind,
        "scope": statement.scope,
        "year": statement.year,
        "signature": statement.signature,
        "issued_on": _day(statement.issued_on),
        "published_on": _day(statement.published_on),
        "preamble": statement.preamble,
        "sections": [_named(s, "key", "number", "title", "text") for s in statement.sections],
        "annexes": [_named(a, "title", "text") for a in statement.annexes],
        "proactive": proactive,
        "proactive_2019": proactive_2019,
        "requests": _requests(tables["requests"]),
        "extra_rows": [
            {"table": row.table, "label": row.label, "values": list(row.values)}
            for row in statement.extra_rows
        ],
        "remedies": tables["remedies"],
        "cells": {path: _cell(cell) for path, cell in statement.cells.items()},
        "labels": [_named(label, "at", "printed", "form") for label in statement.labels],
        "notes": [_named(note, "kind", "at", "text") for note in statement.notes],
    }


def from_json(data: object) -> Statement:
    """The statement that plain data of the schema holds; raises NotAStatementError."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise NotAStatementError(f"这不是报告数据：缺少 schema 字段 {SCHEMA}")
    try:
        return _statement(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotAStatementError(f"报告数据不完整或格式不对：{error}") from error


def _statement(data: dict[str, Any]) -> Statement:
    told = data["form"] or ("2019" if data["proactive_2019"] else "2021")
    if told not in get_args(FormId):
        raise ValueError(f"没有 {told} 这种表式")
    own = form(told)
    figures: dict[str, Any] = {}
    for cell in own.cells:
        found: Any = data
        for key in cell.split("."):
            found = found[key] if found is not None else None
        figures[cell] = found
    return Statement(
        form_id=data["form"],
        body=data["body"],
        year=data["year"],
        figures=figures,
        cells={
            path: CellState(
                State(cell["state"]),
                cell.get("printed"),
                tuple(tuple(split) for split in cell.get("candidates", ())),
            )
            for path, cell in data.get("cells", {}).items()
        },
        source=Source(**data["source"]) if data.get("source") else None,
        title=data.get("title"),
        body_kind=data.get("body_kind"),
        scope=data.get("scope"),
        signature=data.get("signature"),
        issued_on=_date(data.get("issued_on")),
        published_on=_date(data.get("published_on")),
        preamble=data.get("preamble", ""),
        sections=tuple(Section(**section) for section in data.get("sections", ())),
        annexes=tuple(Annex(**annex) for annex in data.get("annexes", ())),
        fees_unit=(data["proactive"] or {}).get("fees_unit"),
        amount_unit=((data["proactive_2019"] or {}).get("procurement") or {}).get("amount_unit"),
        extra_rows=tuple(
            ExtraRow(row["table"], row["label"], tuple(row["values"]))
            for row in data.get("extra_rows", ())
        ),
        labels=tuple(Label(**label) for label in data.get("labels", ())),
        notes=tuple(Note(**note) for note in data.get("notes", ())),
    )


def _table(statement: Statement, table: str) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for row in form(statement.form_id or "2021").rows_of(table):
        if row.cells == (row.path,):
            rows[row.key] = statement.figure(row.path)
        else:
            rows[row.key] = {c: statement.figure(row.cell(c)) for c in row.columns}
    return rows


def _requests(rows: dict[str, Any]) -> dict[str, Any]:
    """The 25 rows of the schema; rows that the form lacks (2019) hold nulls."""
    columns = [column.key for column in form("2021").columns_of("requests")]
    empty: Mapping[str, None] = dict.fromkeys(columns)
    return {row.key: rows.get(row.key, dict(empty)) for row in form("2021").rows_of("requests")}


def _source(source: Source | None) -> dict[str, Any]:
    return _named(source or Source("", ""), "file", "sha256", "pages")


def _cell(cell: CellState) -> dict[str, Any]:
    data: dict[str, Any] = {"state": cell.state.value}
    if cell.printed is not None:
        data["printed"] = cell.printed
    if cell.candidates:
        data["candidates"] = [list(split) for split in cell.candidates]
    return data


def _named(thing: object, *names: str) -> dict[str, Any]:
    return {name: getattr(thing, name) for name in names}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
