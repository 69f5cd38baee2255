"""The office's own files: titles, merged heads, empty lines, sums, encodings."""

from datetime import date

import pytest

from gongkai.web.ledgers.sheets.book import BLANK_TO_STOP, MOST_LINES, Line, Sheet, UnreadableError
from gongkai.web.ledgers.sheets.head import find_head, no_record, normal
from gongkai.web.ledgers.sheets.registry import sheets_of
from tests.web.ledgers.conftest import xlsx

KNOWN = {normal(each) for each in ("登记日期", "姓名", "申请内容", "答复日期", "备注")}
HEAD = ["序号", "登记日期", "姓名", "申请内容", "答复日期"]
ROW = [1, "2025-03-05", "程远山", "低保名单", None]


def lines(data: bytes, name="a.xlsx", sheet=0) -> list[Line]:
    return list(sheets_of(name, data)[sheet].lines())


def test_a_title_and_empty_lines_above_the_head_are_passed_over():
    found = lines(xlsx([["某单位2025年台账"], [], ["填报单位：某单位"], HEAD, ROW]))
    head = find_head(found, KNOWN)
    assert (head.first, head.last) == (4, 4)
    assert head.labels == tuple(HEAD)


def test_a_head_of_two_lines_names_group_and_column():
    data = xlsx(
        [
            ["2025年台账"],
            ["序号", "登记日期", "申请人", None, "答复", None],
            [None, None, "姓名", "电话", "答复日期", "备注"],
            [1, "2025-03-05", "程远山", "13800001234", None, None],
        ],
        merges=["A1:F1", "A2:A3", "B2:B3", "C2:D2", "E2:F2"],
    )
    head = find_head(lines(data), KNOWN)
    assert (head.first, head.last) == (2, 3)
    assert head.labels == (
        "序号", "登记日期", "申请人·姓名", "申请人·电话", "答复·答复日期", "答复·备注",
    )  # fmt: skip


def test_a_line_of_data_is_never_taken_for_part_of_the_head():
    head = find_head(lines(xlsx([HEAD, [1, "三月五日", "程远山", "名单", None]])), KNOWN)
    assert (head.first, head.last) == (1, 1)


def test_a_head_without_a_known_word_is_still_found():
    found = lines(xlsx([["标题"], ["甲", "乙"], [1, 2]]))
    assert find_head(found, KNOWN).labels == ("甲", "乙")


def test_two_columns_of_one_name_are_told_apart():
    found = lines(xlsx([["姓名", "备注", "备注"], ["程远山", "a", "b"]]))
    assert find_head(found, KNOWN).labels == ("姓名", "备注", "备注(2)")


def test_a_value_that_is_merged_downwards_stands_in_every_line():
    data = xlsx([["姓名", "申请内容"], ["程远山", "甲"], [None, "乙"], ["陆一鸣", "丙"]],
                merges=["A2:A3"])  # fmt: skip
    assert [line.values[0] for line in lines(data)] == ["姓名", "程远山", "程远山", "陆一鸣"]


def test_a_value_that_is_merged_sideways_stays_in_its_column():
    data = xlsx(
        [["姓名", "申请内容", "备注"], ["程远山", "甲", None], ["a", "b", "c"]], merges=["B2:C2"]
    )
    assert lines(data)[1].values[1:] in (("甲",), ("甲", None))


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (["合计", None, None, 12], "合计行"),
        ([None, "总　计", None, 12], "合计行"),
        (["小计：", None, 3], "合计行"),
        (["填表人：马晓", None, "审核人：陆一鸣"], "填表说明"),
        (["注：本表按月报送", None], "填表说明"),
        (HEAD, "重复的表头"),
        (ROW, ""),
        ([3, "2025-03-05", "程远山", "合计用电量表", None], ""),
    ],
)
def test_sums_signatures_and_repeated_heads_are_no_records(cells, why):
    head = find_head(lines(xlsx([HEAD, ROW])), KNOWN)
    assert no_record(Line(9, tuple(cells)), head) == why


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_a_text_is_read_in_every_encoding_with_every_mark(encoding, mark):
    words = f"登记日期{mark}姓名{mark}备注\n2025-03-05{mark}程远山{mark}\n"
    assert lines(words.encode(encoding), "a.csv")[1].values == ("2025-03-05", "程远山", None)


def test_cells_that_hold_marks_and_line_breaks_stay_whole():
    data = '姓名,申请内容\n程远山,"甲,乙\n丙"\n'.encode("gb18030")
    assert lines(data, "a.csv")[1].values == ("程远山", "甲,乙\n丙")


def test_several_sheets_are_read_and_hidden_ones_left_alone():
    data = xlsx([HEAD, ROW], [HEAD, ROW, ROW], names=["上半年", "下半年"])
    assert [sheet.name for sheet in sheets_of("a.xlsx", data)] == ["上半年", "下半年"]
    assert len(lines(data, sheet=1)) == 3


def test_dates_keep_their_kind():
    assert lines(xlsx([[date(2025, 3, 5), 12, 1.5, "x"]]))[0].values[0].date() == date(2025, 3, 5)


@pytest.mark.parametrize(
    ("name", "data"), [("a.xlsx", b"PK\x03\x04 broken"), ("a.xls", b"x"), ("a.docx", b"x")]
)
def test_what_is_no_table_is_refused_with_a_sentence(name, data):
    with pytest.raises(UnreadableError, match="。"):
        sheets_of(name, data)


def test_a_sheet_that_is_only_formatted_below_its_rows_ends_there():
    def read():
        yield ("a",)
        for _each in range(BLANK_TO_STOP + 5):
            yield (None,)
        yield ("never reached",)

    assert len(list(Sheet("x", 0, read).lines())) == 1


def test_a_sheet_beyond_all_bounds_is_refused():
    def read():
        for _each in range(MOST_LINES + 1):
            yield ("a",)

    with pytest.raises(UnreadableError, match="20 万行"):
        list(Sheet("x", 0, read).lines())
