"""Reports at the supervising department: handed in, received, returned, reminded of, added up."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from gongkai.checks.finding import Severity
from gongkai.reports.write.registry import render
from gongkai.statute.forms import form_in_force
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.queries import broken
from gongkai.web.notices.models import Notice
from gongkai.web.reporting.acts import archive, consolidation
from gongkai.web.reporting.acts import filing as acts
from gongkai.web.reporting.acts import intake as intake_acts
from gongkai.web.reporting.acts import report as report_acts
from gongkai.web.reporting.models.archive import Intake, Reading, Shelved
from gongkai.web.reporting.models.filing import Filing
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.points import Point, draft, points
from gongkai.web.reporting.queries import consolidation as area_queries
from gongkai.web.reporting.queries import filing as queries
from gongkai.web.reporting.queries import report as report_queries
from gongkai.web.reporting.queries.checking import UNWRITTEN, stops
from gongkai.web.reporting.queries.checking import points as checked
from gongkai.web.reporting.queries.counting import counted
from gongkai.web.reporting.queries.filing import Wanted
from gongkai.web.reporting.record import NotProvidedForError
from gongkai.web.ui import clock
from tests.reports.write.samples import complete

pytestmark = pytest.mark.django_db
BY = Actor("7", "叶知微")
YEAR = 2021


@pytest.fixture
def report() -> Report:
    """The published sample report of the grid centre."""
    return Report.objects.get(body__code="wangge", year=YEAR)


@pytest.fixture
def area() -> Body:
    return Body.objects.get(code="qiaokou")


def line_of(area: Body, code: str, year: int = YEAR):
    return next(line for line in queries.board(area, year) if line.code == code)


def test_a_signed_report_is_handed_in_and_received(report, area):
    assert line_of(area, "wangge").filed == "未报送"
    filing = acts.hand_in(BY, report=report)
    assert line_of(area, "wangge").filed == "待接收"
    acts.accept(BY, filing=filing)
    assert line_of(area, "wangge").filed == "已接收"
    assert queries.statement_of(filing) == report_queries.public_statement(report)
    assert list(broken()) == []


def test_what_waits_or_was_received_is_not_handed_in_again(report):
    filing = acts.hand_in(BY, report=report)
    with pytest.raises(NotProvidedForError, match="还没有处理"):
        acts.hand_in(BY, report=report)
    acts.accept(BY, filing=filing)
    with pytest.raises(NotProvidedForError, match="已经接收"):
        acts.hand_in(BY, report=report)


def test_a_draft_cannot_be_handed_in():
    draft_report = Report.objects.filter(stage="drafting").first()
    with pytest.raises(NotProvidedForError, match="签发以后"):
        acts.hand_in(BY, report=draft_report)


def test_it_is_returned_with_remarks_at_places_and_comes_back(report, area):
    filing = acts.hand_in(BY, report=report)
    with pytest.raises(NotProvidedForError, match="至少写一条意见"):
        acts.give_back(BY, filing=filing, opinion="")
    with pytest.raises(NotProvidedForError, match="没有这个位置"):
        acts.remark(BY, filing=filing, place="sections.nowhere", words="？")
    acts.remark(BY, filing=filing, place="requests.granted", words="请核对")
    with pytest.raises(NotProvidedForError, match="意见没有处理"):
        acts.accept(BY, filing=filing)
    acts.give_back(BY, filing=filing, opinion="")
    officer = Person.objects.get(login="wangge.jingban")
    waiting = queries.waiting(standing_of(officer, clock.today()))
    assert [each.pk for each in waiting] == [filing.pk]
    again = acts.hand_in(BY, report=report)
    assert (again.round, line_of(area, "wangge").filed) == (2, "待接收")
    assert queries.waiting(standing_of(officer, clock.today())) == []


def test_remarks_are_not_shown_before_the_report_is_returned(report, signed_in):
    filing = acts.hand_in(BY, report=report)
    acts.remark(BY, filing=filing, place="sections.problems", words="请写具体些")
    address = f"/desk/reports/filings/{filing.pk}/"
    assert "请写具体些" in signed_in("zhengshu.zhuguan").get(address).content.decode()
    assert "请写具体些" not in signed_in("wangge.jingban").get(address).content.decode()
    acts.give_back(BY, filing=filing, opinion="")
    assert "请写具体些" in signed_in("wangge.jingban").get(address).content.decode()


def test_another_body_does_not_see_what_was_handed_in(report, signed_in):
    filing = acts.hand_in(BY, report=report)
    address = f"/desk/reports/filings/{filing.pk}/"
    assert signed_in("jiguan.jingban").get(address).status_code == 404
    answer = signed_in("wangge.jingban").post(f"{address}accept")
    assert answer.status_code == 403, "nobody receives the own report"


def test_the_board_names_every_body_and_who_is_late(area):
    lines = queries.board(area, 2024)
    codes = {line.code for line in lines}
    assert {"qiaokou", "zhengshu", "wangge", "chengguan"} <= codes
    assert "shidong" not in codes, "of another district"
    jiguan = next(line for line in lines if line.code == "jiguan")
    assert not jiguan.is_late(date(2025, 1, 31))
    assert jiguan.is_late(date(2025, 2, 1))
    government = next(line for line in lines if line.code == "qiaokou")
    assert government.due == date(2025, 3, 31)
    late = [line for line in lines if line.wanted(Wanted.LATE, date(2025, 2, 1))]
    assert jiguan in late
    assert government not in late


def test_reminders_are_listed_and_seen_until_the_report_is_handed_in(report, area, signed_in):
    lines = [line_of(area, "wangge")]
    assert acts.remind(BY, area=area, lines=lines, year=YEAR) == 1
    assert line_of(area, "wangge").reminded is not None
    desk = signed_in("wangge.jingban").get("/desk/").content.decode()
    assert "主管部门提醒" in desk
    told = Notice.objects.filter(person__login="wangge.jingban", kind="report_reminder")
    assert told.filter(due=lines[0].due).exists(), "and is sent by the ways the officer chose"
    acts.hand_in(BY, report=report)
    desk = signed_in("wangge.jingban").get("/desk/").content.decode()
    assert "主管部门提醒" not in desk


def test_the_ticked_bodies_are_reminded_from_the_board(area, signed_in: Client):
    client = signed_in("zhengshu.zhuguan")
    answer = client.post(
        f"/desk/reports/board/remind?area=qiaokou&year={YEAR}",
        {"code": ["wangge", "jiguan", "shidong"]},
        follow=True,
    )
    assert "已提醒 2 个单位" in answer.content.decode(), "not one of another district"
    export = client.get(f"/desk/reports/board/lines.csv?area=qiaokou&year={YEAR}")
    assert "硚口区机关事务服务中心" in export.content.decode("utf-8-sig")


def test_a_body_that_sends_its_own_file_hands_it_in_with_it(signed_in):
    body = Body.objects.get(code="jiguan")
    filer = archive.filer_of(body)
    before = Filing.objects.filter(filer=filer).count()
    shelved = archive.shelve(
        filer=filer, statement=complete(body=body.name), faults={}, on=None, origin="test:1"
    )
    assert Filing.objects.filter(filer=filer).count() == before
    assert line_of(Body.objects.get(code="qiaokou"), "jiguan", shelved.year).imported


def test_the_area_is_the_sum_of_its_bodies_and_every_figure_is_traced(area):
    found = area_queries.consolidated(area, 2024)
    shelf = Shelved.objects.filter(filer__area=area, year=2024)
    for cell in ("requests.received.total", "remedies.reconsideration.upheld"):
        table, row, column = cell.split(".")
        parts = [each.statement[table][row][column] for each in shelf]
        assert found.statement.figure(cell) == sum(parts)
        assert sorted(value for _, value in found.parts(cell)) == sorted(parts)
    assert {body.code for body in found.missing} == {"zhengshu", "jiguan", "wangge"}


def test_fees_told_in_yuan_are_added_up_in_ten_thousands(area):
    for name, unit, fees in (("大修厂", "元", 25000), ("小修厂", "万元", 1.5)):
        filer = archive.enter_filer(name=name, kind="institution", area=area)
        figures = {**complete().figures, "proactive.fees": fees}
        told = complete(body=name, year=2015, figures=figures, fees_unit=unit)
        archive.shelve(filer=filer, statement=told, faults={}, on=None, origin="test:1")
    found = area_queries.consolidated(area, 2015)
    assert found.statement.figure("proactive.fees") == 4


def test_the_areas_draft_holds_the_sums_the_own_records_and_the_points(area):
    report = consolidation.gather(BY, area=area, year=2024)
    state = report_queries.state_of(report)
    statement = report_queries.statement_of(report, state, None)
    found = area_queries.consolidated(area, 2024)
    own = counted(area, 2024, form_in_force(2024)).get("requests.received.natural_person", 0)
    cell = "requests.received.natural_person"
    assert statement.figure(cell) == found.statement.figure(cell) + own
    assert statement.scope == "area"
    assert "各单位要点" in state.texts["overview"].words
    assert len(state.members) == len(found.members)
    again = consolidation.gather(BY, area=area, year=2024)
    after = report_queries.state_of(again)
    assert again.pk == report.pk
    assert after.texts["overview"].words == state.texts["overview"].words
    assert report_queries.statement_of(again, after, None).figures == statement.figures


def test_the_areas_first_draft_tells_what_its_tables_show(area):
    report = consolidation.gather(BY, area=area, year=2022)
    state = report_queries.state_of(report)
    found = stops(checked(report, state, date(2023, 3, 20)))
    errors = {each.finding.rule for each in found if each.finding.severity is Severity.ERROR}
    assert "{新收申请}" in state.texts["requests"].words
    assert errors == {UNWRITTEN}


def test_the_samples_area_has_a_report_that_was_signed_and_published(area, client):
    page = client.get("/reports/areas/qiaokou/?year=2023").content.decode()
    assert "硚口区人民政府的汇总报告" in page
    statement = report_queries.public_statement(Report.objects.get(body=area, year=2023))
    assert statement.scope == "area"
    assert statement.figure("requests.received.total") > 0


def test_a_figure_of_the_areas_report_opens_what_each_body_gave(area, signed_in):
    report = Report.objects.get(body=area, year=2023)
    page = signed_in("qiaokou.jingban").get(
        f"/desk/reports/{report.pk}/cells/requests.received.total/"
    )
    parts = page.context["parts"]
    signed = report_queries.public_statement(report).figure("requests.received.total")
    assert sum(value for _, value in parts) == signed
    assert f"/reports/of/{parts[0][0].filer.code}/2023/" in page.content.decode()


def test_a_topic_goes_before_the_sentence_it_heads():
    told = points("（一）主动公开。公开预算决算。其余如常。\n（二）监督保障。开展培训。")
    assert told == ["主动公开：公开预算决算", "监督保障：开展培训"]


def test_only_the_areas_department_gathers(area, signed_in):
    address = "/desk/reports/areas/qiaokou/2024/"
    assert signed_in("wangge.jingban").post(f"{address}gather").status_code == 403
    page = signed_in("zhengshu.zhuguan").post(f"{address}gather", follow=True)
    assert "各单位的数据和要点已经写入" in page.content.decode()
    for more in ("", "cells/requests.received.total/", "trace.csv", "trace.json", "trace.xlsx"):
        assert signed_in("zhengshu.zhuguan").get(address + more).status_code == 200
        assert signed_in("shidong.jingban").get(address + more).status_code == 403


@given(
    st.lists(
        st.sampled_from(["更新不及时", "解读形式单一", "培训不够", "平台栏目不全"]), max_size=4
    )
)
def test_every_numbered_point_is_found_in_its_order(told):
    text = "".join(f"{mark}是{words}。" for mark, words in zip("一二三四", told, strict=False))
    assert points(text) == told


def test_points_of_several_bodies_are_told_once_with_their_names():
    found = [Point("更新不及时", tuple("甲乙丙丁戊己")), Point("培训不够", ("甲",))]
    lines = draft("原有文字。", found).splitlines()
    assert lines[0] == "原有文字。"
    assert lines[2] == "更新不及时（甲、乙、丙、丁、戊等 6 个单位）"


def test_a_report_made_here_is_opened_for_correction_after_it_was_returned(report):
    filing = acts.hand_in(BY, report=report)
    acts.give_back(BY, filing=filing, opinion="数据有误")
    report_acts.correct(BY, report=report, reason="主管部门退回")
    with pytest.raises(NotProvidedForError, match="签发以后"):
        acts.hand_in(BY, report=report)


def test_a_body_without_an_account_sends_its_report_by_a_link(area, signed_in, client: Client):
    desk = signed_in("zhengshu.zhuguan")
    desk.post("/desk/reports/board/qiaokou/register", {"name": "硚口区某校", "kind": "institution"})
    page = desk.post("/desk/reports/board/qkqmx/2023/link").content.decode()
    address = page.partition("/reports/send-in/")[2].partition("<")[0].strip()
    body = "硚口区某校"
    title = f"{body}2023年政府信息公开工作年度报告"
    data = render(complete(body=body, title=title, signature=body), "docx")
    sent = SimpleUploadedFile("报告.docx", data)
    answer = client.post(f"/reports/send-in/{address}", {"file": sent})
    assert "已经收到" in answer.content.decode()
    intake = Intake.objects.get(by=body)
    intake_acts.go_on(BY, intake=intake, files=intake_acts.sent_files(intake))
    (reading,) = Reading.objects.filter(file__intake=intake)
    acts.confirm(BY, reading=reading, name=body, kind="institution", year=2023, settled={})
    assert line_of(area, "qkqmx", 2023).imported
    assert "已经收到并公布" in client.get(f"/reports/send-in/{address}").content.decode()


def test_a_link_that_was_tampered_with_opens_nothing(client: Client):
    assert client.get("/reports/send-in/abc:def/").status_code == 404
