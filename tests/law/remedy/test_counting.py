"""Counting remedies in table three."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from gongkai.law.remedy.counting import (
    Block,
    CountingRule,
    RemedyCase,
    Result,
    cell,
    counting_rule,
)
from gongkai.statute.forms import form

PLAIN = CountingRule(month=12, day=31, carried_in=True, second_instance=False, co_defendant=False)


def case(filed: str, decided: str | None = None, result: str | None = None, **more: object):
    return RemedyCase(
        block=more.pop("block", Block.RECONSIDERATION),
        filed_on=date.fromisoformat(filed),
        decided_on=decided and date.fromisoformat(decided),
        result=result and Result[result],
        **more,
    )


@pytest.mark.parametrize(
    ("filed", "decided", "found"),
    [
        ("2025-06-02", "2025-08-04", {2025: "upheld"}),
        ("2025-06-02", "2025-12-31", {2025: "upheld"}),
        ("2025-06-02", "2026-01-01", {2025: "pending", 2026: "upheld"}),
        ("2025-06-02", None, {2025: "pending", 2026: "pending"}),
        ("2025-12-31", None, {2025: "pending", 2026: "pending"}),
        ("2026-01-01", None, {2026: "pending"}),
        ("2024-06-02", "2024-12-31", {}),
    ],
)
def test_a_case_counts_by_its_state_at_the_end_of_the_year(filed, decided, found):
    said = case(filed, decided, decided and "UPHELD")
    for year in (2025, 2026):
        column = found.get(year)
        assert cell(said, year) == (column and f"remedies.reconsideration.{column}")


@pytest.mark.parametrize(("block", "result"), list(product(Block, Result)))
def test_every_cell_is_one_of_the_form(block, result):
    ended = case("2025-06-02", "2025-08-04", result.name, block=block)
    pending = case("2025-06-02", block=block)
    cells = form("2021").cells
    assert cell(ended, 2025) == f"remedies.{block.value}.{result.value}"
    assert cell(ended, 2025) in cells
    assert cell(pending, 2025) in cells


def test_an_appeal_and_a_co_defendant_are_left_out_unless_the_rule_says_otherwise():
    appeal = case("2025-06-02", instance=2)
    beside = case("2025-06-02", co_defendant=True)
    assert cell(appeal, 2025) is None
    assert cell(beside, 2025) is None
    assert cell(appeal, 2025, replace(PLAIN, second_instance=True)) is not None
    assert cell(appeal, 2025, replace(PLAIN, co_defendant=True)) is None
    assert cell(beside, 2025, replace(PLAIN, co_defendant=True)) is not None
    assert cell(beside, 2025, replace(PLAIN, second_instance=True)) is None


def test_a_rule_may_count_only_what_was_filed_in_the_year():
    only_new = replace(PLAIN, carried_in=False)
    assert cell(case("2024-12-31"), 2025, only_new) is None
    assert cell(case("2025-01-01"), 2025, only_new) is not None


def test_a_rule_may_close_the_year_on_another_day():
    to_november = replace(PLAIN, month=11, day=30)
    assert cell(case("2025-12-01"), 2025, to_november) is None
    assert cell(case("2024-12-01"), 2025, to_november) is not None
    decided = case("2025-06-02", "2025-12-01", "OTHER")
    assert cell(decided, 2025, to_november) == "remedies.reconsideration.pending"


def test_the_rule_is_that_of_the_parameters():
    assert counting_rule(2025) == PLAIN


def test_a_case_has_a_result_when_it_has_ended_and_not_before_it_was_filed():
    with pytest.raises(ValueError, match=r"^结案日期和结果要么都填，要么都不填$"):
        case("2025-06-02", "2025-08-04")
    with pytest.raises(ValueError, match=r"^结案日期和结果要么都填，要么都不填$"):
        case("2025-06-02", None, "UPHELD")
    with pytest.raises(ValueError, match=r"^结案日期不能早于立案日期$"):
        case("2025-06-02", "2025-06-01", "UPHELD")
    assert case("2025-06-02", "2025-06-02", "UPHELD").decided_on == date(2025, 6, 2)
