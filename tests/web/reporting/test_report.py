"""A body's report from its opening to its publication, and what stops it."""

from datetime import date

import pytest

from gongkai.statute.forms import form
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import Actor, system
from gongkai.web.audit.queries import broken
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries import counting
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.checking import AS_DRAFTED, UNENDED, points, stops
from gongkai.web.reporting.record import NotProvidedForError, Stage
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import acting
from gongkai.web.ui import clock

pytestmark = pytest.mark.django_db
BY = system()
DAY = date(2026, 1, 20)
SIGNERS = ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou")


@pytest.fixture
def report() -> Report:
    return acts.open_year(BY, body=Body.objects.get(code="wangge"), year=2025)


def sign(report: Report, login: str, verdict: Verdict = Verdict.APPROVE, opinion: str = "") -> None:
    who = Person.objects.get(login=login)
    today = clock.today()
    role = acting(who, standing_of(who, today), report.body, today)[0]
    by = Actor(str(who.pk), who.name)
    acts.sign(by, report=report, acting=role, verdict=verdict, opinion=opinion, on=DAY)


def signed(report: Report) -> None:
    acts.submit(BY, report=report)
    for login in SIGNERS:
        sign(report, login)


def test_a_body_without_applications_has_nothing_to_mend_in_its_first_draft(report):
    assert stops(points(report, queries.state_of(report), clock.today())) == []


def test_a_year_that_still_runs_needs_a_word_before_its_report_is_sent_round(report):
    early = points(report, queries.state_of(report), date(2025, 12, 31))
    assert [each.finding.rule for each in stops(early)] == [UNENDED]
    assert not stops(points(report, queries.state_of(report), date(2026, 1, 1)))


def test_words_of_the_template_are_pointed_out_until_somebody_writes_on_them(report):
    def told() -> list[str]:
        found = points(report, queries.state_of(report), DAY)
        return [each.part for each in found if each.finding.rule == AS_DRAFTED]

    assert told() == ["overview", "problems", "other"]
    base = queries.state_of(report).texts["problems"].version
    writing.write(BY, report=report, part="problems", words="一是更新不够及时。", base=base)
    assert told() == ["overview", "other"]


def test_signed_by_all_it_is_frozen_and_published_as_it_was_signed(report):
    signed(report)
    acts.publish(BY, report=report, on=DAY)
    statement = queries.public_statement(report)
    assert Stage(report.stage) is Stage.PUBLISHED
    assert statement.title == "硚口区社会管理网格化服务中心2025年政府信息公开工作年度报告"
    assert statement.issued_on == DAY
    counted = counting.counted(report.body, report.year, form("2021"))
    told = {cell: value for cell, value in statement.figures.items() if value}
    assert told == {cell: value for cell, value in counted.items() if value}
    assert list(broken()) == []


def test_an_error_keeps_a_report_from_being_submitted(report):
    writing.supplement(
        BY,
        report=report,
        cell="requests.received.business",
        value=1,
        source="信箱",
        paper="台账 3 页",
    )
    with pytest.raises(NotProvidedForError, match="没有处理"):
        acts.submit(BY, report=report)
    report.refresh_from_db()
    assert report.stage == Stage.DRAFTING, "what was refused left nothing behind"


def test_a_supplement_moves_the_sums_and_can_be_struck(report):
    cell = "requests.received.business"
    writing.supplement(BY, report=report, cell=cell, value=2, source="信箱", paper="台账 3 页")
    state = queries.state_of(report)
    assert queries.statement_of(report, state, None).figure("requests.received.total") == 2
    writing.strike(BY, report=report, number=state.supplements[0].number)
    after = queries.statement_of(report, queries.state_of(report), None)
    assert after.figure("requests.received.total") == 0


def test_a_total_cannot_be_supplemented(report):
    with pytest.raises(NotProvidedForError, match="合计由系统计算"):
        writing.supplement(
            BY, report=report, cell="requests.received.total", value=2, source="x", paper="y"
        )


def test_a_returned_report_can_be_written_and_sent_again(report):
    acts.submit(BY, report=report)
    sign(report, "wangge.baomi", Verdict.RETURN, "第五部分再具体些")
    assert report.stage == Stage.DRAFTING
    version = queries.state_of(report).texts["problems"].version
    words = "上一年度的问题已改进。\n本年度存在的问题：公开不够及时。\n改进措施：加强提醒。"
    writing.write(BY, report=report, part="problems", words=words, base=version)
    signed(report)
    assert report.stage == Stage.SIGNED


def test_nothing_is_written_while_the_report_is_being_signed(report):
    acts.submit(BY, report=report)
    with pytest.raises(NotProvidedForError, match="审签中"):
        writing.write(BY, report=report, part="other", words="改", base=1)


def test_a_recalled_report_has_no_open_review_left(report):
    acts.submit(BY, report=report)
    acts.recall(BY, report=report)
    with pytest.raises(NotInOrderError):
        sign(report, "wangge.baomi")


def test_of_two_people_writing_the_same_part_nobody_loses_a_word(report):
    base = queries.state_of(report).texts["other"].version
    writing.write(Actor("1", "许亦舟"), report=report, part="other", words="甲的文字", base=base)
    with pytest.raises(writing.ChangedMeanwhileError) as clash:
        writing.write(
            Actor("2", "沈砚清"), report=report, part="other", words="乙的文字", base=base
        )
    assert (clash.value.words, "许亦舟" in str(clash.value)) == ("甲的文字", True)


def test_a_year_is_opened_once(report):
    with pytest.raises(NotProvidedForError, match="已经开始编制"):
        acts.open_year(BY, body=report.body, year=2025)


def test_the_law_sets_the_day_for_departments_and_for_governments():
    assert queries.due(Body(kind="institution"), 2025) == date(2026, 1, 31)
    assert queries.due(Body(kind="government"), 2025) == date(2026, 3, 31)


def test_a_corrected_report_shows_the_old_version_until_published_again(report):
    signed(report)
    acts.publish(BY, report=report, on=DAY)
    before = queries.public_statement(report)
    acts.correct(BY, report=report, reason="落款有误")
    version = queries.state_of(report).texts["other"].version
    words = "2025年度，区网格中心未收取政府信息处理费。没有其他事项。"
    writing.write(BY, report=report, part="other", words=words, base=version)
    assert queries.public_statement(report) == before
    signed(report)
    acts.publish(BY, report=report, on=DAY)
    assert queries.public_statement(report).section("other").text == words
