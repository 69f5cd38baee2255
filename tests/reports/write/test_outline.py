"""The order of print."""

from datetime import date

import pytest

from gongkai.reports.model.statement import Annex, Section, Statement
from gongkai.reports.write.outline import closing, dated, outline, prose, title_lines
from tests.reports.write.samples import BODY, complete


def test_each_table_stands_in_its_section():
    found = [(p.heading, p.table.key if p.table else None) for p in outline(complete()).parts]
    assert found[1] == ("二、主动公开政府信息情况", "proactive")
    assert [key for _, key in found] == [None, "proactive", "requests", "remedies", None, None]


def test_a_table_whose_section_is_lacking_gets_one_in_its_place():
    kept = tuple(s for s in complete().sections if s.key != "requests")
    headings = [p.heading for p in outline(complete(sections=kept)).parts]
    assert headings[2] == "三、收到和处理政府信息公开申请情况"
    assert len(headings) == 6


def test_figures_alone_are_printed_under_the_titles_of_the_form():
    headings = [p.heading for p in outline(complete(sections=())).parts]
    assert [h[0] for h in headings] == ["二", "三", "四"]


def test_a_table_is_printed_once_when_its_section_stands_twice():
    twice = (*complete().sections, Section("requests", "七", "再说申请", ""))
    tables = [p.table.key for p in outline(complete(sections=twice)).parts if p.table]
    assert tables == ["proactive", "requests", "remedies"]


def test_a_section_without_number_or_key_is_printed_as_it_is():
    extra = Section(None, None, "其他\x00情况", "甲\n\n  乙  ")
    part = outline(complete(sections=(*complete().sections, extra))).parts[-1]
    assert part.heading == "其他情况"
    assert [p.text for p in part.prose] == ["甲", "乙"]


def test_without_a_title_it_follows_the_pattern_of_the_form():
    assert outline(complete(title=None)).title == f"{BODY}2023年政府信息公开工作年度报告"
    assert outline(Statement(None, None, None)).title == "政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("（一）主动公开。全年发布12条。", 8),
        ("（二）依申请公开", 8),
        ("(三)监督保障。", 8),
        ("（四）下列各项：", 0),
        ("（五）" + "长" * 60 + "。", 0),
        ("1.登记", 0),
        ("普通的一段。", 0),
    ],
)
def test_a_short_numbered_opening_is_a_heading(line, lead):
    assert prose(line)[0].lead == lead


def test_long_titles_break_before_the_year_and_before_a_bracket():
    assert title_lines("江南区档案局2023年年度报告") == ("江南区档案局2023年年度报告",)
    assert title_lines("江南区社会管理网格化服务中心2023年政府信息公开工作年度报告") == (
        "江南区社会管理网格化服务中心",
        "2023年政府信息公开工作年度报告",
    )
    long = "江南区社会管理网格化服务中心（江南区城市运行指挥中心）2023年政府信息公开工作年度报告"
    assert title_lines(long) == (
        "江南区社会管理网格化服务中心",
        "（江南区城市运行指挥中心）",
        "2023年政府信息公开工作年度报告",
    )
    assert "".join(title_lines("甲" * 30)) == "甲" * 30


def test_the_date_is_written_without_leading_zeros_and_centred_under_the_name():
    laid = outline(complete(issued_on=date(2024, 1, 8)))
    assert closing(laid) == ((BODY, 2), ("2024年1月8日", 2 + (11 - 6) / 2))


def test_a_signature_too_long_for_a_line_stays_at_the_edge():
    laid = outline(complete(signature="江" * 30))
    assert {from_right for _, from_right in closing(laid)} == {2}
    assert closing(outline(complete(signature=None, issued_on=None))) == ()


def test_a_file_is_dated_by_the_report_itself():
    assert dated(complete()) == date(2024, 1, 8)
    assert dated(complete(issued_on=None)) == date(2024, 1, 9)
    assert dated(complete(issued_on=None, published_on=None)) == date(2023, 12, 31)
    assert dated(Statement(None, None, None)) == date(1970, 1, 1)


def test_annexes_come_last():
    laid = outline(complete(annexes=(Annex(None, "甲"), Annex("附件", "乙"))))
    assert [part.heading for part in laid.annexes] == ["", "附件"]
