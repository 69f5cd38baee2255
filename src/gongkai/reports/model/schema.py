"""The JSON schema `gongkai/statement/1`, made from the statutory forms."""

from typing import Any, get_args

from gongkai.reports.model.exchange import SCHEMA
from gongkai.reports.model.statement import SECTION_KEYS, BodyKind, NoteKind, Scope, State
from gongkai.statute.forms import Form, FormId, Row, form

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
DAY_OR_NULL: Schema = {"type": ["string", "null"], "format": "date"}
FIGURES: dict[str, Schema] = {
    "count": {"type": ["integer", "null"], "minimum": 0},
    "change": {"type": ["integer", "null"]},
    "amount": {"type": ["number", "null"], "minimum": 0},
}
"""What a cell may hold, by the kind of its column. None is "the source shows no number"."""


def schema() -> Schema:
    """The whole schema (draft 2020-12). A report has table one of 2021 or of 2019, never both."""
    new, old = form("2021"), form("2019")
    proactive = _table(new, "proactive", {"fees_unit": TEXT_OR_NULL})
    former = _table(old, "proactive_2019")
    amount = {"amount_unit": {"enum": ["元", "万元", None]}}
    procurement = former["properties"]["procurement"]
    procurement["properties"] |= amount
    procurement["required"] += list(amount)
    properties: Schema = {
        "schema": {"const": SCHEMA},
        "form": {"enum": [*get_args(FormId), None]},
        "source": _thing({"file": TEXT, "sha256": TEXT, "pages": {"type": ["integer", "null"]}}),
        "title": TEXT_OR_NULL,
        "body": TEXT_OR_NULL,
        "body_kind": {"enum": [*get_args(BodyKind), None]},
        "scope": {"enum": [*get_args(Scope), None]},
        "year": {"type": ["integer", "null"], "minimum": 2008, "maximum": 2100},
        "signature": TEXT_OR_NULL,
        "issued_on": DAY_OR_NULL,
        "published_on": DAY_OR_NULL,
        "preamble": TEXT,
        "sections": _list(
            {"key": {"enum": [*SECTION_KEYS, None]}, "number": TEXT_OR_NULL}
            | {"title": TEXT, "text": TEXT}
        ),
        "annexes": _list({"title": TEXT_OR_NULL, "text": TEXT}),
        "proactive": {**proactive, "type": ["object", "null"]},
        "proactive_2019": {**former, "type": ["object", "null"]},
        "requests": _table(new, "requests"),
        "extra_rows": _list({"table": TEXT, "label": TEXT, "values": {"type": "array"}}),
        "remedies": _table(new, "remedies"),
        "cells": {"type": "object", "additionalProperties": _cell()},
        "labels": _list({"at": TEXT, "printed": TEXT, "form": TEXT}),
        "notes": _list({"kind": {"enum": list(get_args(NoteKind))}, "at": TEXT, "text": TEXT}),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": "政府信息公开工作年度报告数据",
        **_thing(properties),
    }


def _thing(properties: Schema) -> Schema:
    """An object that has these properties, all of them, and no others."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _list(properties: Schema) -> Schema:
    return {"type": "array", "items": _thing(properties)}


def _cell() -> Schema:
    """What stands in a cell instead of a plain number."""
    made = _thing({"state": {"enum": [state.value for state in State]}})
    made["properties"] |= {"printed": TEXT_OR_NULL, "candidates": {"type": "array"}}
    return made


def _table(own: Form, table: str, more: Schema | None = None) -> Schema:
    """A table: its rows in the order of the form, each with its columns."""
    rows = {row.key: {"title": row.printed, **_row(own, row)} for row in own.rows_of(table)}
    return _thing({**rows, **(more or {})})


def _row(own: Form, row: Row) -> Schema:
    if row.cells == (row.path,):
        return FIGURES[own.kind(row.path)]
    return _thing(
        {
            key: {"title": own.column(row.table, key).label, **FIGURES[own.kind(cell)]}
            for key, cell in zip(row.columns, row.cells, strict=True)
        }
    )
