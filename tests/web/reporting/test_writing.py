"""Writing together: versions, comments, two people at once, verdicts."""

from datetime import date

import pytest

from gongkai.web.audit.actor import Actor
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import points, stops
from gongkai.web.reporting.queries.versions import aside_of, compared, versions
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.ui import clock
from tests.web.reporting.conftest import BY

pytestmark = pytest.mark.django_db
ONE, OTHER = Actor("1", "许亦舟"), Actor("2", "沈砚清")


@pytest.fixture
def report(body):
    return acts.open_year(BY, body=body, year=2025)


@pytest.fixture
def clashed(report):
    """Two people opened part six at once; the second to save is told."""
    base = queries.state_of(report).texts["other"].version
    writing.write(ONE, report=report, part="other", words="甲的文字", base=base)
    with pytest.raises(writing.ChangedMeanwhileError) as clash:
        writing.write(OTHER, report=report, part="other", words="乙的文字", base=base)
    return clash.value


def test_of_two_people_writing_at_once_both_texts_are_kept(report, clashed):
    assert (clashed.words, clashed.by) == ("甲的文字", "许亦舟")
    kept = [(each.words, each.aside) for each in versions(report, "other")]
    assert kept[:2] == [("乙的文字", True), ("甲的文字", False)]
    assert aside_of(report, "other").by == "沈砚清"


def test_what_was_kept_aside_is_forgotten_once_the_part_is_written_again(report, clashed):
    now = queries.state_of(report).texts["other"]
    writing.write(OTHER, report=report, part="other", words="甲乙合并", base=now.version)
    assert aside_of(report, "other") is None


def test_an_earlier_version_is_restored_as_a_new_one(report, signed_in):
    first = queries.state_of(report).texts["other"]
    writing.write(BY, report=report, part="other", words="改坏了", base=first.version)
    here = f"/desk/reports/{report.pk}/text/other/versions"
    officer = signed_in("wangge.jingban")
    assert "改坏了" in officer.get(here).content.decode()
    officer.post(f"{here}/{first.version}/restore")
    assert queries.state_of(report).texts["other"].words == first.words


def test_two_texts_are_compared_paragraph_by_paragraph():
    lines = compared("甲\n乙\n丙", "甲\n丁\n丙\n戊")
    assert [(each.kind, each.left, each.right) for each in lines] == [
        ("same", "甲", "甲"),
        ("changed", "乙", "丁"),
        ("same", "丙", "丙"),
        ("changed", "", "戊"),
    ]


def test_a_number_in_the_text_follows_the_table(report):
    now = queries.state_of(report).texts["other"]
    words = "2025年度，全年新收申请{新收申请}件，未收取信息处理费。"
    writing.write(BY, report=report, part="other", words=words, base=now.version)

    def told():
        statement = queries.statement_of(report, queries.state_of(report), None)
        return statement.section("other").text

    assert "新收申请0件" in told()
    writing.supplement(
        BY, report=report, cell="requests.received.business", value=4, source="信箱", paper="台账"
    )
    assert "新收申请4件" in told()


def test_a_number_typed_by_hand_is_pointed_out_and_bound_with_one_click(report, signed_in):
    officer = signed_in("wangge.jingban")
    here = f"/desk/reports/{report.pk}/"
    writing.supplement(
        BY, report=report, cell="requests.received.business", value=4, source="信箱", paper="台账"
    )
    base = queries.state_of(report).texts["other"].version
    officer.post(here + "text/other", {"words": "全年新收申请4件。", "base": base})
    assert "手工录入的数字没有来源" in officer.get(here).content.decode()
    page = officer.get(here + "text/other")
    (found,) = page.context["loose"]
    assert "新收申请" in found.names
    now = queries.state_of(report).texts["other"].version
    typed = {"name": "新收申请", "start": found.start, "text": found.text, "base": now}
    officer.post(here + "text/other/bind", typed)
    assert queries.state_of(report).texts["other"].words == "全年新收申请{新收申请}件。"


def test_an_unknown_name_is_refused_beside_the_text(report, signed_in):
    base = queries.state_of(report).texts["other"].version
    page = signed_in("wangge.jingban").post(
        f"/desk/reports/{report.pk}/text/other", {"words": "收到{新收申情}件", "base": base}
    )
    assert "没有名为“新收申情”的数据" in page.content.decode()
    assert "收到{新收申情}件" in page.content.decode()


def test_a_blank_of_the_template_stops_the_report(report):
    now = queries.state_of(report).texts["problems"]
    words = f"{now.words}\n改进情况：【逐项写明改进情况】"
    writing.write(BY, report=report, part="problems", words=words, base=now.version)
    (stop,) = stops(points(report, queries.state_of(report), clock.today()))
    assert stop.part == "problems"
    with pytest.raises(NotProvidedForError, match="1 处"):
        acts.submit(BY, report=report)


def test_a_comment_stands_until_it_is_settled(report, signed_in):
    here = f"/desk/reports/{report.pk}/"
    signed_in("wangge.zhuren").post(here + "text/problems/comment", {"comment": "再具体些"})
    officer = signed_in("wangge.jingban")
    assert "再具体些" in officer.get(here).content.decode()
    (comment,) = queries.state_of(report).comments
    officer.post(f"{here}comments/{comment.number}/settle")
    assert "再具体些" not in officer.get(here).content.decode()


def test_a_word_on_a_warning_lets_the_report_go_on(report, signed_in):
    now = queries.state_of(report).texts["overview"]
    words = f"{now.words}\n发布权利运行信息。"
    writing.write(BY, report=report, part="overview", words=words, base=now.version)
    (stop,) = stops(points(report, queries.state_of(report), clock.today()))
    typed = {
        "rule": stop.finding.rule,
        "place": stop.finding.at,
        "message": stop.finding.message,
        "reason": "原文如此",
        "wrong": "on",
    }
    signed_in("wangge.jingban").post(f"/desk/reports/{report.pk}/explain", typed)
    found = points(report, queries.state_of(report), clock.today())
    assert stops(found) == []
    assert [each.verdict.wrong for each in found if each.verdict] == [True]


def test_last_years_section_stands_beside_this_years_draft(body, signed_in):
    report = acts.open_year(BY, body=body, year=2022)
    page = signed_in("wangge.jingban").get(f"/desk/reports/{report.pk}/text/problems")
    assert "2021年度报告的这一部分" in page.content.decode()
    assert "【逐项写明改进情况】" in queries.state_of(report).texts["problems"].words


def test_the_ladder_stands_on_the_page(report, signed_in):
    page = signed_in("wangge.jingban").get(f"/desk/reports/{report.pk}/").content.decode()
    assert "2025年度报告的公布期限2026年1月31日已过" in page
    assert "2026年1月4日" in page
    assert date(2026, 1, 31) == queries.due(report.body, 2025)
