"""A statement as JSON and back."""

import json
from datetime import date

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.model.exchange import NotAStatementError, from_json, to_json
from gongkai.reports.model.statement import (
    CellState,
    ExtraRow,
    Label,
    Note,
    Section,
    Source,
    State,
    Statement,
)
from gongkai.statute.forms import form
from tests.shared import shared


def statement(form_id="2021", value=0, **parts):
    figures = dict.fromkeys(form(form_id).cells, value)
    return Statement(form_id=form_id, body="江南区档案局", year=2023, figures=figures, **parts)


def schema():
    return json.loads(shared("schema", "statement.schema.json").read_text("utf-8"))


FULL = {
    "source": Source("a.txt", "ab", 3),
    "title": "江南区档案局2023年政府信息公开工作年度报告",
    "body_kind": "department",
    "scope": "own",
    "signature": "江南区档案局",
    "issued_on": date(2024, 1, 8),
    "preamble": "本报告由六个部分组成。",
    "sections": (Section("overview", "一", "总体情况", "甲\n乙"), Section(None, None, "其他", "")),
    "cells": {
        "requests.granted.total": CellState(State.BLANK),
        "requests.granted": CellState(State.AMBIGUOUS, "126025", ((1, 2), (12, None))),
    },
    "fees_unit": "万元",
    "extra_rows": (ExtraRow("proactive", "其他主动公开文件", (1, "二", None)),),
    "labels": (Label("requests.granted", "公开", "予以公开"),),
    "notes": (Note("layout", "requests", "表格跨页"),),
}


@pytest.mark.parametrize("form_id", ["2021", "2019", None])
def test_what_is_written_follows_the_schema(form_id):
    written = to_json(statement(form_id or "2021") if form_id else Statement(None, None, None))
    jsonschema.validate(written, schema())


def test_every_part_of_a_statement_survives_json():
    full = statement(**FULL)
    jsonschema.validate(to_json(full), schema())
    assert from_json(json.loads(json.dumps(to_json(full)))) == full


def test_the_2019_form_survives_json_with_its_unit():
    old = statement("2019", 3, amount_unit="万元", source=Source("a", "b"))
    assert from_json(to_json(old)) == old
    assert to_json(old)["requests"]["other_fee_unpaid"]["total"] is None


@settings(max_examples=50)
@given(st.sampled_from(["2019", "2021"]), st.data())
def test_any_figures_survive_json(form_id, data):
    numbers = st.one_of(st.none(), st.integers(0, 10**8))
    figures = {cell: data.draw(numbers) for cell in form(form_id).cells}
    some = Statement(form_id, "甲", 2022, figures=figures, source=Source("a", "b"))
    assert from_json(json.loads(json.dumps(to_json(some)))) == some


@pytest.mark.parametrize("data", [None, [], {}, {"schema": "gongkai/statement/1"}, 3])
def test_other_data_is_refused_in_a_sentence(data):
    with pytest.raises(NotAStatementError, match="报告数据"):
        from_json(data)


@pytest.mark.parametrize("told", ["2022", "../x", ["2021"]])
def test_a_form_that_is_none_is_refused_in_a_sentence(told):
    with pytest.raises(NotAStatementError, match="报告数据"):
        from_json({**to_json(statement("2021")), "form": told})
