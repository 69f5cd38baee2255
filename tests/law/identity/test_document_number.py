"""Document numbers 文号, read with their slips and printed right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.law.identity.document_number import (
    DOCUMENT_NUMBER,
    DocumentNumber,
    faults,
    read_document_number,
)

RIGHT = "国办函〔2020〕109号"
BRACKET, ORDINAL, PADDED = "年份应使用六角括号〔〕", "序号前不加“第”", "序号不编虚位，1不写成01"
END, BLANK, WIDE = "文号以“号”字结尾", "文号中间不加空格", "年份和序号使用半角阿拉伯数字"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (RIGHT, []),
        ("国办函[2020]109号", [BRACKET]),
        ("国办函(2020)109号", [BRACKET]),
        ("国办函（2020）109号", [BRACKET]),
        ("国办函﹝2020﹞109号", [BRACKET]),
        ("国办函【2020】109号", [BRACKET]),
        ("国办函［2020］109号", [BRACKET]),
        ("国办函{2020}109号", [BRACKET]),
        ("国办函<2020>109号", [BRACKET]),
        ("国办函〈2020〉109号", [BRACKET]),
        ("国办函《2020》109号", [BRACKET]),
        ("国办函「2020」109号", [BRACKET]),
        ("国办函〔2020]109号", [BRACKET]),
        ("国办函〔2020〕第109号", [ORDINAL]),
        ("国办函〔2020〕0109号", [PADDED]),
        ("国办函〔2020〕109", [END]),
        ("国办函 〔2020〕 109 号", [BLANK]),
        ("国办函〔２０２０〕１０９号", [WIDE]),
        ("国办函［２０２０］ 第0109", [BRACKET, ORDINAL, PADDED, END, BLANK, WIDE]),
    ],
)
def test_a_number_is_read_with_its_slips_and_printed_right(written, said):
    number = read_document_number(written)
    assert number == DocumentNumber("国办函", 2020, 109)
    assert str(number) == RIGHT
    assert list(faults(written)) == said


def test_brackets_in_the_code_of_the_issuer_stay():
    assert str(read_document_number("京（海）政发[2026]3号")) == "京（海）政发〔2026〕3号"
    assert list(faults("京（海）政发〔2026〕3号")) == []


def test_old_characters_are_read_as_written():
    assert str(read_document_number("國辦秘函﹝2019﹞19号")) == "國辦秘函〔2019〕19号"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("國辦公開辦函〔202130", "文号应为"),
        ("", "文号应为"),
        ("〔2020〕1号", "文号应为"),
        ("国办函2020年109号", "文号应为"),
        ("国办函Q2020Q109号", "文号应为"),
        ("国办函/2020/109号", "文号应为"),
        ("国办函〔20〕1号", "年份应为四位数，现为 20"),
        ("国办函〔20200〕1号", "年份应为四位数，现为 20200"),
        ("国办函〔1899〕1号", "年份应为四位数，现为 1899"),
        ("国办函〔2100〕1号", "年份应为四位数，现为 2100"),
        ("国办函〔2020〕0号", "序号从1开始"),
    ],
)
def test_a_number_that_cannot_be_made_out_is_refused_with_a_sentence(written, sentence):
    with pytest.raises(InvalidNumberError, match=sentence):
        read_document_number(written)


def test_what_cannot_be_read_has_no_faults_to_name():
    assert list(faults("没有文号")) == []


def test_numbers_sort_by_issuer_year_and_number():
    second, tenth = DocumentNumber("国办函", 2020, 2), DocumentNumber("国办函", 2020, 10)
    assert sorted([tenth, second]) == [second, tenth]


@settings(max_examples=80)
@given(
    st.text("国办公开函发秘政字区局", min_size=1, max_size=8),
    st.integers(1900, 2099),
    st.integers(1, 99999),
)
def test_what_is_printed_is_read_again_and_is_as_the_standard_wants(code, year, number):
    printed = str(DocumentNumber(code, year, number))
    assert DOCUMENT_NUMBER.fullmatch(printed)
    assert read_document_number(printed) == DocumentNumber(code, year, number)
    assert list(faults(printed)) == []
