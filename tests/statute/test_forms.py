"""The statutory forms of 2019 and 2021 as data."""

import pytest

from gongkai.statute.forms import form, form_in_force


def test_the_2021_form_has_10_175_and_15_cells():
    cells = form("2021").cells
    count = {
        t: sum(c.startswith(t + ".") for c in cells) for t in ("proactive", "requests", "remedies")
    }
    assert count == {"proactive": 10, "requests": 175, "remedies": 15}


def test_the_2019_form_has_22_161_and_15_cells():
    cells = form("2019").cells
    count = {
        t: sum(c.startswith(t + ".") for c in cells)
        for t in ("proactive_2019", "requests", "remedies")
    }
    assert count == {"proactive_2019": 22, "requests": 161, "remedies": 15}


def test_the_2021_form_says_what_must_add_up():
    by_rule = {}
    for equation in form("2021").equations:
        by_rule.setdefault(equation.rule, []).append(equation)
    assert {rule: len(found) for rule, found in by_rule.items()} == {
        "A01": 7,
        "A02": 7,
        "A03": 25,
        "A04": 3,
    }
    column = by_rule["A02"][6]
    assert column.at == "requests.*.total"
    assert len(column.left) == 21
    assert column.right == ("requests.handled_total.total",)
    identity = by_rule["A01"][0]
    assert identity.left == (
        "requests.received.natural_person",
        "requests.carried_in.natural_person",
    )
    assert identity.right == (
        "requests.handled_total.natural_person",
        "requests.carried_out.natural_person",
    )


def test_the_outcomes_of_2019_are_two_fewer():
    assert len(form("2019").outcomes) == 19
    assert len(form("2021").outcomes) == 21


@pytest.mark.parametrize(
    ("year", "edition"),
    [(2018, "2019"), (2019, "2019"), (2020, "2019"), (2021, "2021"), (2026, "2021")],
)
def test_a_report_follows_the_form_of_its_year(year, edition):
    assert form_in_force(year).id == edition


def test_fees_are_an_amount_in_ten_thousand_yuan_and_a_change_may_be_negative():
    assert form("2021").kind("proactive.fees") == "amount"
    assert form("2021").column("proactive", "amount").unit == "万元"
    assert form("2019").kind("proactive_2019.permits.change") == "change"
    assert form("2021").kind("requests.granted.total") == "count"
