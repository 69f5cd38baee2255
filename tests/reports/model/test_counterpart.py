"""Figures that count the same in the other edition of the form, or in another unit."""

import pytest

from gongkai.reports.model.counterpart import (
    figure_as,
    in_ten_thousand_yuan,
    other_handling,
    other_is_one_row,
)
from gongkai.reports.model.statement import CellState, State, Statement
from tests.reports.write.samples import complete

OLD, NEW = complete("2019"), complete("2021")


def one_row():
    rows = ("other_not_corrected", "other_fee_unpaid")
    empty = dict.fromkeys(c for c in NEW.figures if c.split(".")[1] in rows)
    cells = {f"requests.{row}": CellState(State.NOT_IN_FORM) for row in rows}
    return complete(figures={**NEW.figures, **empty}, cells=cells)


def test_a_figure_of_the_own_form_is_itself():
    assert figure_as(NEW, "requests.granted.total", "2021") == NEW.figures["requests.granted.total"]


def test_decisions_are_the_same_figure_in_both_forms():
    decisions = "proactive_2019.permits.decisions"
    assert figure_as(OLD, "proactive.permits", "2021") == OLD.figures[decisions]
    assert figure_as(NEW, decisions, "2019") == NEW.figures["proactive.permits"]
    assert figure_as(OLD, "proactive.fees", "2021") is None


def test_the_single_row_of_other_handling_is_the_last_of_three():
    last = "requests.other_other.total"
    for statement in (OLD, one_row()):
        assert other_is_one_row(statement)
        assert figure_as(statement, last, "2021") == statement.figures[last]
        assert figure_as(statement, "requests.other_fee_unpaid.total", "2021") == 0
    assert not other_is_one_row(NEW)


def test_three_rows_of_other_handling_make_one():
    rows = [
        NEW.figures[f"requests.other_{r}.total"] for r in ("not_corrected", "fee_unpaid", "other")
    ]
    assert figure_as(NEW, "requests.other_other.total", "2019") == sum(rows)
    lacking = complete(figures={**NEW.figures, "requests.other_fee_unpaid.total": None})
    assert other_handling(lacking, "total") is None


def test_a_statement_without_tables_has_no_figures():
    assert figure_as(Statement(None, None, None), "requests.granted.total", "2021") is None


@pytest.mark.parametrize(
    ("value", "unit", "amount"),
    [
        (3, "万元", 3),
        (3, "0万元", 3),
        (123456, "元", 12.3456),
        (73802895.9, "元", 7380.28959),
        (2, "亿元", 20000),
        (3, None, None),
        (3, "件", None),
        (None, "元", None),
    ],
)
def test_amounts_are_told_in_ten_thousand_yuan(value, unit, amount):
    assert in_ten_thousand_yuan(value, unit) == amount
