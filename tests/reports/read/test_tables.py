"""Single cases of the three tables that the printed layouts do not reach."""

import pytest

from gongkai.reports.model.statement import State
from gongkai.reports.read import read_bytes
from tests.reports import layouts

NEW = layouts.tables(layouts.consistent(80))
OLD = layouts.tables(layouts.consistent(80, "2019"), "2019")


def read(text):
    (report,) = read_bytes("report", text.encode())
    return report.statement


def with_cells(path, cells, form_id="2021", layout=layouts.tabbed):
    made = layouts.tables(layouts.consistent(80, form_id), form_id)
    made.row(path).cells[:] = cells
    return read(layout(made))


@pytest.mark.parametrize(
    ("printed", "number", "state"),
    [
        ("１２", 12, None),
        ("11,398,889", 11398889, None),
        ("22（其中修订16件）", 22, State.WORDS),
        ("5件", 5, State.WORDS),
        ("共5件", None, State.INVALID),
        ("3.5", None, State.INVALID),
        ("-18", None, State.INVALID),
        ("——", None, State.PLACEHOLDER),
        ("9" * 40, None, State.INVALID),
    ],
)
def test_a_cell_is_read_as_it_is_printed(printed, number, state):
    statement = with_cells("proactive.permits", [printed])
    assert statement.figures["proactive.permits"] == number
    told = statement.cells.get("proactive.permits")
    assert (told.state if told else None) == state


@pytest.mark.parametrize(("printed", "number"), [("+1036", 1036), ("-18", -18), ("0", 0)])
def test_changes_of_the_old_form_carry_signs(printed, number):
    statement = with_cells("proactive_2019.permits", ["5", printed, "7"], "2019")
    assert statement.figures["proactive_2019.permits.change"] == number
    assert "proactive_2019.permits.change" not in statement.cells


@pytest.mark.parametrize(
    ("printed", "amount", "unit"),
    [("251000元", 251000, "元"), ("25.1万元", 25.1, "万元"), ("251000", 251000, None)],
)
def test_an_amount_keeps_its_unit(printed, amount, unit):
    statement = with_cells("proactive_2019.procurement", ["6", printed], "2019")
    assert statement.figures["proactive_2019.procurement.amount"] == amount
    assert statement.amount_unit == unit


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("本年收费金额（单位：万元）", "万元"),
        ("本年收费金额（单位：元）", "元"),
        ("本年收费金额", None),
    ],
)
def test_the_unit_of_the_fees_is_the_heads(head, unit):
    text = layouts.tabbed(NEW).replace("本年收费金额（单位：万元）", head)
    assert read(text).fees_unit == unit


def test_a_column_that_table_one_lacks_is_missing():
    made = layouts.tables(layouts.consistent(81))
    made.one[1].cells.remove("本年废止件数")
    for row in made.one[2:4]:
        del row.cells[1]
    statement = read(layouts.spaced(made))
    assert statement.cells["proactive.*.repealed"].state is State.MISSING_COLUMN
    assert statement.figures["proactive.regulations.repealed"] is None
    wanted = made.figures["proactive.regulations.in_force"]
    assert statement.figures["proactive.regulations.in_force"] == wanted


def test_a_row_of_table_one_with_a_cell_less_is_filled_from_the_left_and_unsure():
    statement = with_cells("proactive.regulations", ["3", "5"], layout=layouts.spaced)
    assert statement.figures["proactive.regulations.issued"] == 3
    assert statement.figures["proactive.regulations.in_force"] is None
    assert statement.cells["proactive.regulations"].state is State.AMBIGUOUS


def test_a_local_row_of_table_one_is_kept():
    made = layouts.tables(layouts.consistent(82))
    made.one.insert(4, layouts.Printed("", ["其他主动公开文件"], ["5", "5", "9"]))
    for layout in (layouts.tabbed, layouts.spaced, layouts.html):
        statement = read(layout(made))
        (extra,) = statement.extra_rows
        assert (extra.table, extra.label) == ("proactive", "其他主动公开文件")
        assert extra.values == (5, 5, 9)


def glued_row(form_id, path, printed):
    made = layouts.tables(layouts.consistent(83, form_id), form_id)
    made.row(path).cells[:] = [printed]
    return read(layouts.glued(made))


def test_glued_figures_of_table_one_are_parted_at_their_signs():
    statement = glued_row("2019", "proactive_2019.penalties", "2648-18538")
    row = "proactive_2019.penalties"
    assert statement.figures[f"{row}.previous_items"] == 2648
    assert statement.figures[f"{row}.change"] is None
    splits = statement.cells[f"{row}.change"].candidates
    assert (2648, -18, 538) in splits
    assert all(split[0] == 2648 for split in splits)


def test_a_glued_amount_keeps_its_decimals_in_every_candidate():
    statement = glued_row("2019", "proactive_2019.procurement", "39573802895.90元")
    splits = statement.cells["proactive_2019.procurement.amount"].candidates
    assert (395, 73802895.90) in splits


def test_as_many_digits_as_cells_leave_one_reading():
    statement = glued_row("2021", "proactive.regulations", "305")
    row = "proactive.regulations"
    assert [statement.figures[f"{row}.{c}"] for c in ("issued", "repealed", "in_force")] == [
        3,
        0,
        5,
    ]


def test_one_row_for_other_outcomes_leaves_the_two_before_it_out_of_the_form():
    made = layouts.tables(layouts.consistent(84))
    del made.two[20:22]
    made.two[20].levels[:] = ["三、本年度办理结果", "（六）其他处理"]
    for layout in (layouts.tabbed, layouts.spaced, layouts.html, layouts.cell_lines):
        statement = read(layout(made))
        for row in ("other_not_corrected", "other_fee_unpaid"):
            assert statement.cells[f"requests.{row}"].state is State.NOT_IN_FORM
        assert statement.figures["requests.other_other.total"] == int(made.two[20].cells[-1])
        assert statement.form_id == "2021"


def test_more_cells_than_columns_are_told():
    statement = with_cells("requests.granted", list("12345678"), layout=layouts.spaced)
    assert statement.cells["requests.granted"].state is State.AMBIGUOUS
    assert any("比表头" in note.text for note in statement.notes)


@pytest.mark.parametrize(("count", "state"), [(14, State.MISSING_CELL), (16, None)])
def test_table_three_with_another_number_of_cells_is_unsure(count, state):
    made = layouts.tables(layouts.consistent(85))
    made.three = (made.three * 2)[:count]
    statement = read(layouts.tabbed(made))
    assert statement.cells["remedies.reconsideration"].state is State.AMBIGUOUS
    last = statement.cells.get("remedies.litigation_after_reconsideration.total")
    assert (last.state if last else None) == state


def test_blanks_of_table_three_are_blank():
    made = layouts.tables(layouts.consistent(86))
    made.three[4] = ""
    for layout in layouts.CELLED:
        statement = read(layout(made))
        assert statement.cells["remedies.reconsideration.total"].state is State.BLANK
        assert statement.figures["remedies.litigation_direct.upheld"] == int(made.three[5])


def test_the_form_is_told_by_its_heads_not_by_the_year():
    assert read(layouts.tabbed(OLD)).form_id == "2019"
    assert read(layouts.tabbed(NEW).replace("2023", "2020")).form_id == "2021"


def test_without_table_one_the_rows_of_other_outcomes_tell_the_form():
    for made, form_id in ((NEW, "2021"), (OLD, "2019")):
        text = layouts.tabbed(made)
        start, end = text.index("第二十条"), text.index("三、收到")
        assert read(text[:start] + "\n\n" + text[end:]).form_id == form_id


def test_figures_placed_by_order_against_the_sums_are_noted():
    made = layouts.tables(layouts.consistent(87))
    made.two[6].levels[-1] = ""
    assert read(layouts.pipes(made)).notes == ()
    made.two[6].cells[0] = str(int(made.two[6].cells[0]) + 3)
    (note,) = read(layouts.pipes(made)).notes
    assert "纵向合计对不上" in note.text


@pytest.mark.parametrize("layout", layouts.CELLED, ids=lambda layout: layout.__name__)
def test_an_empty_form_is_blank_in_every_cell(layout):
    made = layouts.tables(layouts.consistent(88))
    for row in [*made.two, *(row for row in made.one if row.path)]:
        row.cells[:] = [""] * len(row.cells)
    made.three = [""] * 15
    statement = read(layout(made))
    assert {statement.figures[cell] for cell in made.figures} == {None}
    assert {statement.cells[cell].state for cell in made.figures} == {State.BLANK}


def test_words_between_label_and_figures_are_no_cells():
    text = layouts.tabbed(NEW).replace("（一）予以公开\t", "（一）予以公开\t见附注\t")
    statement = read(text)
    assert statement.figures["requests.granted.total"] == int(NEW.row("requests.granted").cells[-1])
