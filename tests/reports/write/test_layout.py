"""The statutory tables as squares."""

import pytest

from gongkai.reports.model.statement import CellState, ExtraRow, State, Statement
from gongkai.reports.write.layout.tables import tables
from gongkai.statute.forms import form
from tests.reports.write.samples import complete


def table(section, statement=None):
    return next(t for t in tables(statement or complete()) if t.section == section)


def square(section, text, statement=None):
    return next(s for s in table(section, statement).squares if s.text == text)


def value(path, statement):
    return next(s for t in tables(statement) for s in t.squares if s.path == path)


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_squares_cover_every_place_of_a_table_once(form_id):
    more = (
        ExtraRow("proactive", "其他主动公开文件", (1, "二", None, 4, 5)),
        ExtraRow("requests", "另计", tuple(range(9))),
        ExtraRow("remedies", "行政赔偿", ()),
    )
    for laid in tables(complete(form_id, extra_rows=more)):
        covered = [
            (row, column)
            for s in laid.squares
            for row in range(s.row, s.row + s.row_span)
            for column in range(s.column, s.column + s.column_span)
        ]
        assert len(covered) == len(set(covered)) == laid.height * len(laid.weights)


@pytest.mark.parametrize("form_id", ["2021", "2019"])
def test_every_cell_of_the_form_is_printed_once_and_in_order(form_id):
    printed = [s for t in tables(complete(form_id)) for row in t.rows() for s in row if s.path]
    assert [s.path for s in printed] == list(form(form_id).cells)
    assert [s.value for s in printed] == list(range(1, len(printed) + 1))


@pytest.mark.parametrize(("form_id", "rows"), [("2021", 22), ("2019", 20)])
def test_the_results_of_the_year_span_their_rows(form_id, rows):
    head = square("requests", "三、本年度办理结果", complete(form_id))
    assert (head.row, head.column, head.row_span) == (5, 0, rows)


@pytest.mark.parametrize(
    ("text", "rows", "columns"),
    [
        ("（三）不予公开", 8, 1),
        ("（四）无法提供", 3, 1),
        ("（五）不予处理", 5, 1),
        ("（六）其他处理", 3, 1),
        ("（七）总计", 1, 2),
        ("一、本年新收政府信息公开申请数量", 1, 3),
        ("申请人情况", 1, 7),
        ("法人或其他组织", 1, 5),
        ("自然人", 2, 1),
        ("商业企业", 1, 1),
    ],
)
def test_heads_of_table_two_are_merged_as_in_the_form(text, rows, columns):
    found = square("requests", text)
    assert (found.row_span, found.column_span) == (rows, columns)


def test_table_one_is_four_blocks_of_four_columns():
    laid = table("proactive")
    bands = [s for s in laid.squares if s.role == "band"]
    assert [s.text for s in bands] == [f"第二十条第（{n}）项" for n in "一五六八"]
    assert {s.column_span for s in bands} == {4}
    assert value("proactive.permits", complete()).column_span == 3


def test_two_values_of_2019_share_the_width_of_three():
    old = complete("2019")
    assert value("proactive_2019.fees.change", old).column_span == 2
    assert value("proactive_2019.procurement.projects", old).column_span == 2
    assert square("proactive", "采购总金额（单位：万元）", old)


def test_table_three_has_three_levels_of_heads():
    assert square("remedies", "行政诉讼").column_span == 10
    assert square("remedies", "复议后起诉").row == 1
    first, second = [s for s in table("remedies").squares if s.text == "结果维持"][:2]
    assert (first.row, first.row_span) == (1, 2)
    assert (second.row, second.row_span) == (2, 1)


def test_a_value_names_the_heads_that_speak_of_it():
    laid = table("requests")
    names = {s.name: s.text for s in laid.squares}
    found = value("requests.refused_third_party.research", complete())
    assert [names[head] for head in found.heads] == [
        "申请人情况",
        "法人或其他组织",
        "科研机构",
        "三、本年度办理结果",
        "（三）不予公开",
        "4.保护第三方合法权益",
    ]


@pytest.mark.parametrize(
    ("state", "printed", "figure", "shown"),
    [
        (State.BLANK, None, None, ""),
        (State.BLANK, " ", None, ""),
        (State.PLACEHOLDER, "/", None, "/"),
        (State.WORDS, "22（其中修订16件）", 22, "22（其中修订16件）"),
        (State.INVALID, "-18", None, "-18"),
        (State.AMBIGUOUS, "126025", None, ""),
        (State.SOLVED, "126025", 12, "12"),
        (State.MISSING_CELL, None, None, ""),
    ],
)
def test_a_cell_shows_what_its_source_showed_and_never_a_zero_of_ours(
    state, printed, figure, shown
):
    path = "requests.granted.total"
    base = complete()
    cells = {path: CellState(state, printed)}
    found = value(path, complete(figures={**base.figures, path: figure}, cells=cells))
    assert found.text == shown
    assert found.value == (figure if shown.isdigit() else None)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(0.5, "0.5"), (316441.0, "316441"), (4166.241619, "4166.241619"), (1e-07, "0.0000001")],
)
def test_amounts_are_printed_without_exponents_or_needless_zeros(number, shown):
    base = complete()
    given = complete(figures={**base.figures, "proactive.fees": number})
    assert value("proactive.fees", given).text == shown


def test_other_handling_in_one_row_stays_one_row():
    cells = {
        f"requests.{row}": CellState(State.NOT_IN_FORM)
        for row in ("other_not_corrected", "other_fee_unpaid")
    }
    given = complete(cells=cells)
    assert square("requests", "（六）其他处理", given).column_span == 2
    assert square("requests", "三、本年度办理结果", given).row_span == 20
    assert not [s for s in table("requests", given).squares if s.text == "3.其他"]


@pytest.mark.parametrize(
    ("unit", "label"),
    [
        ("元", "本年收费金额（单位：元）"),
        (None, "本年收费金额（单位：万元）"),
        ("0万元", "本年收费金额（单位：0万元）"),
    ],
)
def test_fees_keep_the_unit_they_were_printed_in(unit, label):
    assert square("proactive", label, complete(fees_unit=unit))


def test_rows_the_form_does_not_have_are_kept():
    more = (ExtraRow("proactive", "其他主动公开文件\x07", (7, "约3", None)),)
    row = table("proactive", complete(extra_rows=more)).rows()[-1]
    assert [s.text for s in row] == ["其他主动公开文件", "7", "约3", ""]


def test_the_row_that_is_carried_over_stays_the_last_of_table_two():
    more = (ExtraRow("requests", "其中：网上申请", (1,) * 7),)
    *_, extra, last = table("requests", complete(extra_rows=more)).rows()
    assert (extra[0].text, last[0].text) == ("其中：网上申请", "四、结转下年度继续办理")


def test_more_values_than_columns_share_the_last_square():
    more = (ExtraRow("requests", "另计", tuple(range(9))),)
    row = table("requests", complete(extra_rows=more)).rows()[-2]
    assert [s.text for s in row][-1] == "6；7；8"


def test_a_statement_without_tables_has_none_to_print():
    assert tables(Statement(None, "甲", 2023)) == ()


def test_a_page_does_not_end_inside_a_group_of_rows():
    more = tuple(ExtraRow("requests", f"其中之{n}", (1,) * 7) for n in range(3))
    laid = table("requests", complete(extra_rows=more))
    group = square("requests", "（三）不予公开", complete(extra_rows=more))
    inside = range(group.row, group.row + 7)
    assert all(laid.keeps_with_next(row) for row in (0, 1, 2, *inside))
    assert not laid.keeps_with_next(group.row + 7)


@pytest.mark.parametrize("section", ["proactive", "requests", "remedies"])
def test_a_table_that_a_page_can_hold_stays_whole(section):
    laid = table(section)
    kept = [laid.keeps_with_next(row) for row in range(laid.height)]
    assert kept == [True] * (laid.height - 1) + [False]
