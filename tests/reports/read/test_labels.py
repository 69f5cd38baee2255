"""Labels that differ from the form's are kept as printed, those that agree are not."""

import pytest

from gongkai.reports.read import read_bytes
from tests.reports import layouts

ALL = [*layouts.SEPARATED, layouts.glued]


def labels(layout, made):
    (report,) = read_bytes("report", layout(made).encode())
    return {label.at: (label.printed, label.form) for label in report.statement.labels}


@pytest.mark.parametrize(
    "layout", [f for f in ALL if f is not layouts.narrow], ids=lambda layout: layout.__name__
)
@pytest.mark.parametrize(
    ("row", "printed", "form"),
    [
        ("refused_prohibited_by_law", "2.其他法律法规禁止公开", "2.其他法律行政法规禁止公开"),
        ("not_processed_petition", "1.信访投诉类申请", "1.信访举报投诉类申请"),
        ("carried_in", "二、上年度结转信息公开申请数量", "二、上年结转政府信息公开申请数量"),
    ],
)
def test_a_row_with_other_words_is_kept_with_the_forms(layout, row, printed, form):
    made = layouts.tables(layouts.consistent(41))
    made.row(f"requests.{row}").levels[-1] = printed
    (found,) = labels(layout, made).items()
    assert (found[0], found[1][1]) == (f"requests.{row}", form)
    assert found[1][0].startswith(printed)


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.__name__)
def test_numbers_brackets_quotes_and_blanks_make_no_difference(layout):
    made = layouts.tables(layouts.consistent(42))
    made.row("requests.refused_security_and_stability").levels[-1] = '3、危及"三安全一稳定"'
    made.row("requests.partly_granted").levels[-1] = (
        "(二)部分公开(区分处理的，只计这一情形，不计其他情形)"
    )
    assert labels(layout, made) == {}


@pytest.mark.parametrize("layout", layouts.CELLED, ids=lambda layout: layout.__name__)
def test_groups_and_columns_with_other_words_are_kept(layout):
    made = layouts.tables(layouts.consistent(43))
    for row in made.two:
        row.levels = ["（三）不予公布" if "不予公开" in level else level for level in row.levels]
    made.heads[4] = "法律服务单位"
    found = labels(layout, made)
    assert found["requests.refused"] == ("（三）不予公布", "（三）不予公开")
    assert found["requests.*.legal_service"] == ("法律服务单位", "法律服务机构")


@pytest.mark.parametrize("layout", layouts.SEPARATED, ids=lambda layout: layout.__name__)
def test_the_label_of_the_fees_is_kept_with_its_unit(layout):
    made = layouts.tables(layouts.consistent(44))
    head = next(row for row in made.one if row.cells and "收费" in row.cells[0])
    head.cells[0] = "本年收费金额（单位：0万元）"
    (report,) = read_bytes("report", layout(made).encode())
    assert report.statement.fees_unit == "0万元"
