"""Every layout gives back exactly the figures and words that were printed in it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.model.statement import State
from gongkai.reports.read import read_bytes
from tests.reports import layouts

ALL = [*layouts.SEPARATED, layouts.labels_apart]
FORMS = st.sampled_from(["2021", "2019"])


def read(text):
    (report,) = read_bytes("report", text.encode())
    return report


def wrong(statement, figures):
    """Cells that show another figure than was printed, or none."""
    return [cell for cell in figures if statement.figures.get(cell) != figures[cell]]


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.__name__)
@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10**6), form_id=FORMS)
def test_every_figure_printed_is_read(layout, seed, form_id):
    figures = layouts.consistent(seed, form_id)
    statement = read(layout(layouts.tables(figures, form_id))).statement
    assert statement.form_id == form_id
    assert wrong(statement, figures) == []
    assert {cell.state for cell in statement.cells.values()} <= {State.NOT_IN_FORM}
    assert statement.extra_rows == ()
    assert statement.labels == ()


@pytest.mark.parametrize("layout", [*ALL, layouts.glued], ids=lambda layout: layout.__name__)
def test_the_prose_around_the_tables_is_read(layout):
    statement = read(layout(layouts.tables(layouts.consistent(3)))).statement
    assert statement.title == "江南区档案局2023年政府信息公开工作年度报告"
    assert (statement.body, statement.body_kind, statement.year) == (
        "江南区档案局",
        "department",
        2023,
    )
    assert (
        statement.preamble == "本报告依照有关规定编写，所列数据的统计期限为2023年1月1日至12月31日。"
    )
    assert [(s.number, s.text) for s in statement.sections] == [
        ("一", "本局一年来把公开当作日常工作来做，目录按季核对。"),
        ("二", ""),
        ("三", ""),
        ("四", ""),
        ("五", "目录更新偏慢，今年起按月核对一次。"),
        ("六", "本年度没有收取信息处理费。"),
    ]
    assert (statement.signature, statement.issued_on) == ("江南区档案局", date(2024, 1, 8))


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), form_id=FORMS, largest=st.sampled_from([9, 40, 300]))
def test_glued_digits_are_right_where_filled_and_the_truth_a_candidate_where_not(
    seed, form_id, largest
):
    figures = layouts.consistent(seed, form_id, largest)
    statement = read(layouts.glued(layouts.tables(figures, form_id))).statement
    for cell, truth in figures.items():
        if statement.figures[cell] is not None:
            assert statement.figures[cell] == truth, cell
            continue
        state = statement.cells[cell]
        assert state.state is State.AMBIGUOUS
        row = statement.form.row(cell.rpartition(".")[0])
        assert tuple(figures[c] for c in row.cells) in state.candidates


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.__name__)
def test_every_figure_has_its_place(layout):
    figures = layouts.consistent(5)
    report = read(layout(layouts.tables(figures)))
    assert all(report.place(cell) for cell in figures)
    assert all(report.place(at) for at in ("title", "signature", "sections.0", "requests"))
