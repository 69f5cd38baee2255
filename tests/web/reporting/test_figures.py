"""Figures and their tables."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.reports.model.statement import Statement
from gongkai.statute.forms import form
from gongkai.web.reporting.figures import derived, entered, figures

FORM = form("2021")
added = st.lists(st.tuples(st.sampled_from(entered(FORM)), st.integers(0, 999)), max_size=30)


@given(added)
def test_whatever_is_added_every_sum_of_the_form_but_the_balance_holds(extra):
    statement = Statement("2021", "某局", 2025, figures(FORM, {}, extra))
    for equation in FORM.equations:
        if equation.rule != "A01":
            left, right = statement.sides(equation)
            assert left == right


def test_a_sum_cannot_be_entered():
    assert "requests.granted.total" in derived(FORM)
    assert "requests.handled_total.business" in derived(FORM)
    assert not set(entered(FORM)) & set(derived(FORM))
    assert len(entered(FORM)) + len(derived(FORM)) == len(FORM.cells)
