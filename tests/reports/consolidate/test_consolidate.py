"""Bodies' reports added up to an area's."""

import csv
import io
import json
import time
from dataclasses import replace
from datetime import date

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.consolidate.members import members
from gongkai.reports.consolidate.sums import consolidate
from gongkai.reports.consolidate.trace import HEAD, trace
from gongkai.reports.model.area import Area, Body
from gongkai.reports.model.exchange import from_json, to_json
from gongkai.reports.model.statement import CellState, Source, State, Statement
from gongkai.reports.write.registry import TRACES, export_trace
from tests.reports.write.samples import complete, statements
from tests.shared import shared

TOTAL = "requests.granted.total"


def body(name="甲局", form_id="2021", **changes):
    figures = changes.pop("figures", {})
    base = complete(form_id, body=name, source=Source(f"{name}.docx", "ab"))
    return replace(base, figures={**base.figures, **figures}, **changes)


def test_figures_of_bodies_are_added_cell_by_cell():
    made = consolidate([body(), body("乙局", figures={TOTAL: 100})], name="江南区", year=2023)
    base = complete().figures
    assert made.statement.figures[TOTAL] == base[TOTAL] + 100
    assert (
        made.statement.figures["remedies.reconsideration.total"]
        == 2 * base["remedies.reconsideration.total"]
    )
    assert (made.statement.scope, made.statement.body, made.statement.year) == (
        "area",
        "江南区",
        2023,
    )


def test_nothing_plus_a_number_stays_nothing_and_the_bodies_are_named():
    blank = body("丙局", figures={TOTAL: None}, cells={TOTAL: CellState(State.BLANK)})
    made = consolidate([body(), blank, body("丁局", figures={TOTAL: None})]).statement
    assert made.figures[TOTAL] is None
    assert made.cells[TOTAL].state is State.MISSING_CELL
    assert [(n.at, n.text) for n in made.notes] == [
        ("requests.granted", "（一）予以公开：丙局、丁局没有可加的数，未合计")
    ]
    assert (
        made.figures["requests.granted.business"]
        == 3 * complete().figures["requests.granted.business"]
    )


def test_a_note_names_ten_bodies_and_counts_the_rest():
    made = consolidate([body(f"第{n}局", figures={TOTAL: None}) for n in range(12)]).statement
    assert "第9局等 12 个机关" in made.notes[0].text
    assert "第10局" not in made.notes[0].text


def test_fees_in_different_units_become_ten_thousand_yuan_without_rounding_errors():
    bodies = [
        body(figures={"proactive.fees": 0.1}),
        body("乙局", figures={"proactive.fees": 2000}, fees_unit="元"),
        body("丙局", figures={"proactive.fees": 0}, fees_unit=None),
    ]
    made = consolidate(bodies).statement
    assert (made.figures["proactive.fees"], made.fees_unit) == (0.3, "万元")


def test_amounts_of_2019_without_a_unit_cannot_be_added():
    cell = "proactive_2019.procurement.amount"
    known = body(form_id="2019", figures={cell: 25}, amount_unit="万元")
    yuan = body("乙局", "2019", figures={cell: 251000}, amount_unit="元")
    assert consolidate([known, yuan]).statement.figures[cell] == 50.1
    unknown = body("丙局", "2019", figures={cell: 3}, amount_unit=None)
    assert consolidate([known, unknown]).statement.figures[cell] is None


def test_other_handling_in_one_row_counts_as_the_last_of_three():
    rows = ("other_not_corrected", "other_fee_unpaid")
    lacking = {c: None for c in complete().figures if c.split(".")[1] in rows}
    cells = {f"requests.{row}": CellState(State.NOT_IN_FORM) for row in rows}
    made = consolidate([body(), body("乙局", figures=lacking, cells=cells)]).statement
    base = complete().figures
    assert (
        made.figures["requests.other_fee_unpaid.total"] == base["requests.other_fee_unpaid.total"]
    )
    assert made.figures["requests.other_other.total"] == 2 * base["requests.other_other.total"]
    assert [n.text for n in made.notes] == ["乙局的（六）其他处理只有一行，全部计入“3.其他”"]


def test_a_form_of_another_year_gives_what_it_counts_alike():
    old = body("乙局", "2019")
    made = consolidate([body(), old], year=2023).statement
    assert made.form_id == "2021"
    assert made.figures[TOTAL] == complete().figures[TOTAL] + old.figures[TOTAL]
    assert made.figures["proactive.fees"] is None
    assert made.figures["proactive.permits"] == (
        complete().figures["proactive.permits"] + old.figures["proactive_2019.permits.decisions"]
    )
    assert consolidate([old, old]).statement.form_id == "2019"
    assert consolidate([body(), old]).statement.form_id == "2021"


@settings(max_examples=20, deadline=None)
@given(st.lists(statements(form_id="2021"), min_size=1, max_size=4))
def test_sums_of_the_bodies_hold_in_any_order(bodies):
    one, other = consolidate(bodies).statement, consolidate(bodies[::-1]).statement
    assert one.figures == other.figures
    for cell, value in one.figures.items():
        assert value == pytest.approx(sum(b.figures[cell] for b in bodies))


def test_the_area_s_statement_follows_the_schema_and_keeps_the_six_sections():
    blank = body("丙局", figures={TOTAL: None})
    made = consolidate([body(), blank], name="江南区人民政府", year=2023).statement
    assert made.title == "江南区人民政府2023年政府信息公开工作年度报告"
    assert made.body_kind == "government"
    assert [s.number for s in made.sections] == list("一二三四五六")
    assert from_json(json.loads(json.dumps(to_json(made)))).figures == made.figures
    jsonschema.validate(
        to_json(made), json.loads(shared("schema", "statement.schema.json").read_text("utf-8"))
    )


AREA = Area(
    (
        Body("江南区人民政府", "政府"),
        Body("甲局", "部门", "江南区人民政府", date(2024, 1, 20)),
        Body("乙局", "部门", "江南区人民政府"),
        Body("丙中心", "事业单位", "甲局"),
    )
)


def test_bodies_of_the_list_without_a_report_are_missing():
    found = members([body(), body("戊局")], AREA)
    assert [b.name for b in found.missing] == ["江南区人民政府", "乙局", "丙中心"]
    assert [s.body for s in found.strangers] == ["戊局"]


def test_the_government_s_own_report_is_set_apart_and_not_added():
    found = members([body(), body("江南区人民政府")], AREA)
    assert found.own.body == "江南区人民政府"
    assert [s.body for s in found.counted] == ["甲局"]
    assert "江南区人民政府" not in [b.name for b in found.missing]


def test_a_report_says_itself_whether_it_is_the_area_s():
    assert members([body(), body("江南区", scope="area")]).own.body == "江南区"
    assert members([body(), body("江南区人民政府", scope="own")], AREA).own is None


def test_a_government_s_report_may_be_titled_by_the_area_alone():
    found = members([body(), body("江南区")], AREA)
    assert found.own.body == "江南区"
    assert [b.name for b in found.missing] == ["乙局", "丙中心"]


def test_a_body_of_the_list_is_counted_whatever_a_reader_took_its_scope_for():
    found = members([body(scope="area"), body("乙局")], AREA)
    assert found.own is None
    assert [s.body for s in found.counted] == ["甲局", "乙局"]


def test_a_list_without_a_government_over_others_has_no_own_report():
    flat = Area((Body("江南区人民政府"), Body("甲局")))
    assert members([body("江南区人民政府")], flat).own is None


def test_a_second_report_and_other_years_are_not_counted_twice():
    first, second = body(), body(" 甲局 ")
    found = members([first, second, body("乙局", year=2022), body("丁局")])
    assert found.year == 2023
    assert found.counted == (first, body("丁局"))
    assert found.repeated == (second,)
    assert [s.year for s in found.other_years] == [2022]
    assert members([first, body("乙局", year=2022)], year=2022).year == 2022


def test_reports_without_a_name_are_each_counted():
    nameless = [Statement("2021", None, None, figures=complete().figures) for _ in range(2)]
    found = members(nameless)
    assert (found.year, len(found.counted)) == (None, 2)
    made = consolidate(found.counted)
    assert made.statement.figures[TOTAL] == 2 * complete().figures[TOTAL]
    assert [part.body for part in trace(made)][:2] == ["第 1 份报告", "第 2 份报告"]


def test_the_trace_leads_from_every_sum_to_every_body():
    blank = body("丙局", figures={TOTAL: None}, cells={TOTAL: CellState(State.BLANK)})
    made = consolidate([body(), blank])
    parts = [part for part in trace(made) if part.at == TOTAL]
    assert [(p.body, p.file, p.value, p.state, p.sum) for p in parts] == [
        ("甲局", "甲局.docx", complete().figures[TOTAL], None, None),
        ("丙局", "丙局.docx", None, "blank", None),
    ]
    assert len(list(trace(made))) == 2 * 200


@pytest.mark.parametrize("to", list(TRACES))
def test_the_trace_is_the_same_in_every_format(to):
    made = consolidate([body("=甲局"), body("乙局")])
    data = export_trace(made, to)
    if to == "json":
        cell = json.loads(data)[TOTAL]
        assert cell["sum"] == made.statement.figures[TOTAL]
        assert [p["body"] for p in cell["parts"]] == ["=甲局", "乙局"]
        return
    if to == "csv":
        lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
        assert lines[0] == list(HEAD)
    else:
        lines = [list(row) for row in openpyxl.load_workbook(io.BytesIO(data)).active.values]
    assert len(lines) == 401
    assert [line[3] for line in lines[1:3]] == ["=甲局", "乙局"]
    assert str(lines[1][5]) == "1"


def test_a_thousand_bodies_take_less_than_two_seconds():
    bodies = [body(f"第{n}局") for n in range(1000)]
    began = time.process_time()
    made = consolidate(members(bodies).counted)
    assert time.process_time() - began < 2
    assert made.statement.figures[TOTAL] == 1000 * complete().figures[TOTAL]
