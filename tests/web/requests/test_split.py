"""One matter, one application; several of one applicant together; each counts by itself."""

from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.models import Body
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.split import answer_with_lead, join, part, split
from gongkai.web.requests.models.case import Request
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
ON = date(2026, 2, 9)


@pytest.fixture
def corrected(apply):
    request = apply().request
    asked = CorrectionAsked(until=date(2026, 2, 10))
    enter(BY, request, LawEntry(Act.ASK_CORRECTION, date(2026, 1, 28), asked))
    enter(BY, request, LawEntry(Act.CORRECT, date(2026, 2, 2)))
    return request


def test_the_parts_have_been_where_the_whole_has_been(corrected):
    due = corrected.due
    parts = split(BY, corrected, ["甲合同", "乙合同"], on=ON)
    corrected.refresh_from_db()
    assert (corrected.stage, corrected.counted) == ("SPLIT_UP", False)
    for each in parts:
        each.refresh_from_db()
        assert (each.stage, each.due, each.counted) == ("IN_HAND", due, True)
        assert queries.record_of(each) == queries.record_of(corrected)[:-1]
        assert each.origin == corrected


def test_the_parts_count_and_the_whole_does_not(corrected, body):
    split(BY, corrected, ["甲合同", "乙合同", "丙合同"], on=ON)
    table = queries.request_table(Body.objects.filter(pk=body.pk), 2026)[body.pk]
    assert table["requests.received.total"] == 3


@pytest.mark.parametrize("topics", [[], ["甲合同"]])
def test_fewer_than_two_are_no_split(corrected, topics):
    with pytest.raises(NotProvidedFor, match="至少要有两件"):
        split(BY, corrected, topics, on=ON)


def test_two_of_one_applicant_are_answered_together_and_count_twice(apply, body):
    lead, other = apply().request, apply(date(2026, 1, 28)).request
    join(BY, other, lead)
    with pytest.raises(NotProvidedFor, match="还没有答复"):
        answer_with_lead(BY, other)
    answered = Answered(kind=AnswerKind.GRANTED)
    enter(BY, lead, LawEntry(Act.ANSWER, ON, answered))
    other = Request.objects.get(pk=other.pk)
    answer_with_lead(BY, other)
    table = queries.request_table(Body.objects.filter(pk=body.pk), 2026)[body.pk]
    assert table["requests.granted.total"] == 2


def joined_over_a_new_year(apply) -> tuple[Request, Request]:
    """Two of one applicant, the later of the next year."""
    lead, other = apply(date(2025, 12, 30)).request, apply(date(2026, 1, 5)).request
    join(BY, other, lead)
    return lead, Request.objects.get(pk=other.pk)


def year(body, number: int) -> dict[str, int]:
    table = queries.request_table(Body.objects.filter(pk=body.pk), number)[body.pk]
    rows = ("received", "carried_in", "granted", "handled_total", "carried_out")
    return {row: table[f"requests.{row}.natural_person"] for row in rows}


def test_joined_applications_count_each_in_the_year_it_came_and_balance(apply, body):
    lead, other = joined_over_a_new_year(apply)
    before = {2025: year(body, 2025), 2026: year(body, 2026)}
    assert (before[2025]["received"], before[2026]["received"]) == (1, 1)
    enter(BY, lead, LawEntry(Act.ANSWER, date(2026, 1, 20), Answered(kind=AnswerKind.GRANTED)))
    answer_with_lead(BY, Request.objects.get(pk=other.pk))
    assert year(body, 2025) == {
        "received": 1, "carried_in": 0, "granted": 0, "handled_total": 0, "carried_out": 1,
    }  # fmt: skip
    assert year(body, 2026) == {
        "received": 1, "carried_in": 1, "granted": 2, "handled_total": 2, "carried_out": 0,
    }  # fmt: skip


def test_what_one_letter_answered_counts_by_its_day_whenever_it_is_entered(apply):
    lead, other = apply().request, apply().request
    join(BY, other, lead)
    enter(BY, lead, LawEntry(Act.ANSWER, ON, Answered(kind=AnswerKind.NOT_HELD)))
    enter(BY, lead, LawEntry(Act.ARCHIVE, date(2026, 3, 2)))
    other = Request.objects.get(pk=other.pk)
    answer_with_lead(BY, other)
    assert (other.went, other.row, other.came) == (ON, lead.row, other.received)


def test_a_withdrawn_application_answers_no_other(apply):
    lead, other = apply().request, apply().request
    join(BY, other, lead)
    enter(BY, lead, LawEntry(Act.WITHDRAW, ON))
    with pytest.raises(NotProvidedFor, match="还没有答复"):
        answer_with_lead(BY, Request.objects.get(pk=other.pk))


def test_what_was_joined_can_go_by_itself_again(apply):
    lead, other = apply().request, apply().request
    join(BY, other, lead)
    with pytest.raises(NotProvidedFor):
        join(BY, lead, other)
    part(BY, other)
    other.refresh_from_db()
    assert other.joined is None


def test_a_case_of_another_applicant_is_not_joined(apply):
    request = apply().request
    stranger = Request.objects.filter(body__code="wangge").first()
    with pytest.raises(NotProvidedFor, match="同一申请人"):
        join(BY, request, stranger)


def test_the_officer_splits_on_a_page(signed_in):
    case = Request.objects.get(topic="老旧小区改造资金安排")
    officer = signed_in("shidong.jingban")
    address = f"/desk/requests/{case.pk}/split"
    one = officer.post(address, {"topics": "只有一件", "on": "2026-11-20"})
    assert "请写明 2 至 20 件" in one.content.decode()
    sent = {"topics": "2024年资金\n\n2025年资金\n", "on": str(case.entries.last().on)}
    page = officer.post(address, sent, follow=True).content.decode()
    assert "已拆分为 2 件" in page
    assert "2025年资金" in page
