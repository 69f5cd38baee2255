"""When a sum of the form speaks, and when it is silent."""

import pytest

from gongkai.reports.model.statement import CellState, State, Statement
from gongkai.statute.forms import form

FORM = form("2021")
ROW = next(e for e in FORM.equations if e.at == "requests.granted")
COLUMN = next(e for e in FORM.equations if e.at == "requests.*.business" and e.rule == "A02")
TOTALS = next(e for e in FORM.equations if e.at == "requests.*.total" and e.rule == "A02")
IDENTITY = next(e for e in FORM.equations if e.at == "requests.*.business" and e.rule == "A01")


def statement(figures=None, cells=None):
    blanks = {
        path: None
        for path, state in (cells or {}).items()
        if state in {State.BLANK, State.PLACEHOLDER, State.MISSING_CELL} and path in FORM.cells
    }
    return Statement(
        "2021",
        None,
        None,
        figures={**dict.fromkeys(FORM.cells, 0), **(figures or {}), **blanks},
        cells={path: CellState(state) for path, state in (cells or {}).items()},
    )


def test_a_row_tells_its_parts_and_its_total():
    given = {"requests.granted.business": 2, "requests.granted.total": 3}
    assert statement(given).sides(ROW) == (2, 3)


def test_a_blank_part_counts_as_nothing():
    blank = {
        "requests.granted.business": State.BLANK,
        "requests.granted.research": State.PLACEHOLDER,
    }
    assert statement({"requests.granted.natural_person": 4}, blank).sides(ROW) == (4, 0)
    assert statement(None, {"requests.granted.business": State.BLANK}).sides(COLUMN) == (0, 0)


@pytest.mark.parametrize(
    ("path", "state", "equation"),
    [
        ("requests.granted.total", State.BLANK, ROW),
        ("requests.granted.total", State.BLANK, TOTALS),
        ("requests.handled_total.business", State.BLANK, COLUMN),
        ("requests.handled_total.business", State.PLACEHOLDER, IDENTITY),
        ("requests.granted.business", State.MISSING_CELL, ROW),
        ("requests.granted.business", State.MISSING_CELL, COLUMN),
        ("requests.granted", State.AMBIGUOUS, ROW),
        ("requests.granted", State.AMBIGUOUS, COLUMN),
        ("requests.granted.business", State.SOLVED, ROW),
        ("requests.*.business", State.SOLVED, COLUMN),
        ("requests.*.business", State.SOLVED, IDENTITY),
    ],
)
def test_a_sum_that_proves_nothing_is_silent(path, state, equation):
    assert statement(None, {path: state}).sides(equation) is None


def test_a_row_solved_by_its_own_sum_still_counts_in_its_column():
    given = {"requests.granted.business": 2}
    assert statement(given, {"requests.granted.business": State.SOLVED}).sides(COLUMN) == (2, 0)


def test_a_side_that_is_blank_as_a_whole_claims_nothing():
    cells = {"requests.received.business": State.BLANK, "requests.carried_in.business": State.BLANK}
    assert statement(None, cells).sides(IDENTITY) is None
    del cells["requests.received.business"]
    assert statement({"requests.received.business": 5}, cells).sides(IDENTITY) == (5, 0)


def test_a_row_that_the_source_does_not_have_adds_nothing():
    cells = {"requests.other_not_corrected": State.NOT_IN_FORM}
    figures = {"requests.other_not_corrected.business": None, "requests.granted.business": 1}
    assert statement(figures, cells).sides(COLUMN) == (1, 0)
