"""Damage done to a printed table comes back as the state of the cell, row or column."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.reports.model.statement import State
from gongkai.reports.read import read_bytes
from tests.reports import layouts

SEEDS = st.integers(0, 10**6)
FORMS = st.sampled_from(["2021", "2019"])
some = settings(max_examples=8, deadline=None)


def every(*chosen):
    return pytest.mark.parametrize("layout", chosen, ids=lambda layout: layout.__name__)


def read(layout, made):
    (report,) = read_bytes("report", layout(made).encode())
    return report.statement


def made_with_row(seed, form_id, table="two"):
    """Tables and one of their rows, a cell of it and its path, drawn by the seed."""
    made = layouts.tables(layouts.consistent(seed, form_id), form_id)
    rng = random.Random(seed)
    row = rng.choice([row for row in getattr(made, table) if row.path])
    index = rng.randrange(len(row.cells))
    return made, row, index, made.form.row(row.path).cells[index]


def states(statement):
    return {
        path: cell.state
        for path, cell in statement.cells.items()
        if cell.state is not State.NOT_IN_FORM
    }


def unchanged(statement, figures, but=()):
    return all(statement.figures[c] == figures[c] for c in figures if c not in but)


SET_OUT = (layouts.aligned, layouts.narrow)
"""Layouts in which a place without a figure can be seen: nothing is dropped, a cell is blank."""

NO_PADDING = [
    layout
    for layout in layouts.SEPARATED
    if layout not in {layouts.pipes, layouts.tabbed, *SET_OUT}
]


@every(*NO_PADDING)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_dropped_cell_leaves_its_row_filled_from_the_left_and_unsure(layout, seed, form_id):
    made, row, index, _ = made_with_row(seed, form_id)
    del row.cells[index]
    statement = read(layout, made)
    cells = made.form.row(row.path).cells
    assert states(statement) == {row.path: State.AMBIGUOUS, cells[-1]: State.MISSING_CELL}
    assert [statement.figures[c] for c in cells] == [*map(int, row.cells), None]
    assert unchanged(statement, made.figures, but=cells)


@every(*layouts.CELLED, *SET_OUT, layouts.small_tables, layouts.labels_apart)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_blank_cell_is_blank_and_no_zero(layout, seed, form_id):
    made, row, index, cell = made_with_row(seed, form_id)
    row.cells[index] = ""
    statement = read(layout, made)
    assert states(statement) == {cell: State.BLANK}
    assert statement.figures[cell] is None
    assert unchanged(statement, made.figures, but=[cell])


@every(*layouts.CELLED)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_blank_cell_of_table_one_is_blank(layout, seed, form_id):
    made, row, index, cell = made_with_row(seed, form_id, "one")
    row.cells[index] = ""
    statement = read(layout, made)
    assert states(statement) == {cell: State.BLANK}
    assert unchanged(statement, made.figures, but=[cell])


@every(*layouts.SEPARATED, layouts.labels_apart)
@pytest.mark.parametrize(
    ("printed", "state"),
    [
        ("-", State.PLACEHOLDER),
        ("/", State.PLACEHOLDER),
        ("-3", State.INVALID),
        ("无", State.INVALID),
    ],
)
def test_what_is_no_figure_is_null_with_what_is_printed(layout, printed, state):
    made, row, index, cell = made_with_row(11, "2021")
    row.cells[index] = printed
    statement = read(layout, made)
    assert states(statement) == {cell: state}
    assert statement.cells[cell].printed == printed
    assert statement.figures[cell] is None
    assert unchanged(statement, made.figures, but=[cell])


@every(*layouts.SEPARATED, layouts.labels_apart)
def test_of_a_figure_with_words_beside_it_the_figure_is_taken(layout):
    made, row, index, cell = made_with_row(12, "2021")
    row.cells[index] = f"{row.cells[index]}（其中修订1件）"
    statement = read(layout, made)
    assert states(statement) == {cell: State.WORDS}
    assert unchanged(statement, made.figures)


@every(*layouts.SEPARATED)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_row_left_out_is_missing_and_shifts_nothing(layout, seed, form_id):
    made, row, _, _ = made_with_row(seed, form_id)
    made.two.remove(row)
    statement = read(layout, made)
    assert states(statement) == {row.path: State.MISSING_ROW}
    assert unchanged(statement, made.figures, but=made.form.row(row.path).cells)


@every(*layouts.SEPARATED)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_row_of_table_one_left_out_is_missing(layout, seed, form_id):
    made, row, _, _ = made_with_row(seed, form_id, "one")
    made.one.remove(row)
    statement = read(layout, made)
    assert states(statement) == {row.path: State.MISSING_ROW}
    assert unchanged(statement, made.figures, but=made.form.row(row.path).cells)


@every(*[f for f in layouts.SEPARATED if f is not layouts.small_tables])
@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_a_table_without_its_total_column_says_so_once(layout, form_id):
    made = layouts.tables(layouts.consistent(21, form_id), form_id)
    for row in made.two:
        row.cells.pop()
    made.heads.remove("总计")
    statement = read(layout, made)
    assert states(statement) == {"requests.*.total": State.MISSING_COLUMN}
    totals = [row.cells[-1] for row in made.form.rows_of("requests")]
    assert unchanged(statement, made.figures, but=totals)


@every(*layouts.SEPARATED)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_broken_sum_is_read_as_printed(layout, seed, form_id):
    made, row, index, cell = made_with_row(seed, form_id)
    row.cells[index] = str(made.figures[cell] + 5)
    statement = read(layout, made)
    assert states(statement) == {}
    assert statement.figures[cell] == made.figures[cell] + 5
    assert unchanged(statement, made.figures, but=[cell])


@every(*[f for f in layouts.SEPARATED if f not in {layouts.aligned, layouts.narrow}])
def test_a_row_of_the_locality_is_kept_and_moves_no_other(layout):
    made = layouts.tables(layouts.consistent(31))
    row = layouts.Printed("", [*made.two[5].levels[:-1], "本区自行增设统计口径"], ["7"] * 7)
    made.two.insert(6, row)
    statement = read(layout, made)
    assert states(statement) == {}
    assert unchanged(statement, made.figures)
    (extra,) = statement.extra_rows
    assert (extra.table, extra.values) == ("requests", (7,) * 7)
    assert "自行增设" in extra.label


@every(*layouts.SEPARATED)
@some
@given(seed=SEEDS, form_id=FORMS)
def test_a_row_whose_label_is_gone_takes_the_place_left_for_it(layout, seed, form_id):
    made, row, _, _ = made_with_row(seed, form_id)
    row.levels[-1] = ""
    statement = read(layout, made)
    assert unchanged(statement, made.figures)


@some
@given(seed=SEEDS)
def test_bare_figures_with_two_places_free_are_put_in_neither(seed):
    made, _, _, _ = made_with_row(seed, "2021")
    rng = random.Random(seed)
    start = rng.randrange(4, 11)
    gone, bare = made.two[start], made.two[start + 1]
    made.two.remove(gone)
    bare.levels[-1] = ""
    statement = read(layouts.pipes, made)
    for row in (gone, bare):
        for cell in made.form.row(row.path).cells:
            assert statement.figures[cell] is None
    assert unchanged(
        statement,
        made.figures,
        but=[c for row in (gone, bare) for c in made.form.row(row.path).cells],
    )
