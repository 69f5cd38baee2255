"""A rendered report is read back as what it was."""

import pytest
from hypothesis import HealthCheck, given, settings

from gongkai.reports.model.statement import Annex, CellState, ExtraRow, State
from gongkai.reports.read import read_bytes
from gongkai.reports.write.registry import RENDERINGS, render
from tests.reports.write.samples import complete, statements

TOLD = ("form_id", "title", "body", "year", "signature", "issued_on", "fees_unit", "amount_unit")


def back(statement, to):
    (report,) = read_bytes(f"报告.{to}", render(statement, to))
    return report.statement


def told(statement):
    return {name: getattr(statement, name) for name in TOLD}


def headings(statement):
    return [(s.key, s.number, s.title) for s in statement.sections]


@pytest.mark.parametrize("to", list(RENDERINGS))
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statement=statements())
def test_figures_title_sections_signature_and_date_survive_every_format(to, statement):
    found = back(statement, to)
    assert found.figures == statement.figures
    assert told(found) == told(statement)
    assert headings(found) == headings(statement)


@pytest.mark.parametrize("to", ["docx", "html", "md"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(statement=statements())
def test_prose_survives_docx_html_and_markdown(to, statement):
    found = back(statement, to)
    assert found.preamble == statement.preamble
    assert [s.text for s in found.sections] == [s.text for s in statement.sections]
    assert found.annexes == statement.annexes


@pytest.mark.parametrize("to", list(RENDERINGS))
def test_cells_without_a_number_come_back_without_one(to):
    base = complete()
    shown = {
        "requests.granted.natural_person": CellState(State.BLANK),
        "requests.granted.business": CellState(State.PLACEHOLDER, "/"),
        "requests.granted.research": CellState(State.WORDS, "22（其中修订16件）"),
        "proactive.regulations.issued": CellState(State.BLANK),
    }
    figures = {**base.figures, **dict.fromkeys(shown)}
    figures["requests.granted.research"] = 22
    found = back(complete(figures=figures, cells=shown), to)
    assert found.figures == figures
    assert {path: found.cells[path].state for path in shown} == {
        path: cell.state for path, cell in shown.items()
    }


def test_the_page_tells_when_it_was_published():
    assert back(complete(), "html").published_on == complete().published_on


@pytest.mark.parametrize("to", list(RENDERINGS))
def test_a_long_name_and_large_sums_come_back(to):
    name = "江南区社会管理网格化服务中心（江南区城市运行中心）"
    base = complete()
    figures = {
        **base.figures,
        "requests.received.total": 1234567890123,
        "proactive.permits": 11398889,
    }
    given_ = complete(
        body=name,
        signature=name,
        title=f"{name}2023年政府信息公开工作年度报告",
        figures=figures,
        annexes=(Annex("附件：名词解释", "依申请公开：按申请提供。"),),
    )
    found = back(given_, to)
    assert told(found) == told(given_)
    assert found.figures == figures


@pytest.mark.parametrize("to", list(RENDERINGS))
def test_local_rows_units_and_a_single_row_of_other_handling_come_back(to):
    base = complete()
    single = ("other_not_corrected", "other_fee_unpaid")
    lacking = {cell: None for cell in base.figures if cell.split(".")[1] in single}
    given_ = complete(
        figures={**base.figures, **lacking},
        cells={f"requests.{row}": CellState(State.NOT_IN_FORM) for row in single},
        extra_rows=(
            ExtraRow("proactive", "其他主动公开文件", (7, 3, 12)),
            ExtraRow("requests", "本区自行增设统计口径", (1, 2, 3, 4, 5, 6, 21)),
        ),
        fees_unit="元",
    )
    found = back(given_, to)
    assert found.figures == given_.figures
    assert found.extra_rows == given_.extra_rows
    assert found.fees_unit == "元"
    assert set(found.cells) == set(given_.cells)
