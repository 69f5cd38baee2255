"""A third party or another body is asked, says what it thinks on a page of its own or on paper."""

import re
from datetime import date

import pytest
from django.test import Client

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.consultations import consultations
from gongkai.law.request.details import Extended
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as Law
from gongkai.law.request.terms import running_terms
from gongkai.web.requests import queries
from gongkai.web.requests.acts.consult import Asked, consult, reached, reply, silent
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.models.others import Consultation
from gongkai.web.vault.queries import open_all
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
FIRM = {"name": "示例建材有限公司", "phone": "13900007722", "about": "该公司2025年的检查记录"}
TEN_DAYS = Extended(days=10, approved_by_head=True, applicant_told=True)
SECRET = "报价单属于本公司商业秘密"


@pytest.fixture
def opened(apply):
    return consult(BY, apply().request, Asked(True, date(2026, 2, 10), None, FIRM))


def fresh(opened) -> Consultation:
    return Consultation.objects.get(pk=opened.consultation.pk)


def test_the_clock_stands_until_the_opinion_has_come(opened):
    request = opened.consultation.request
    assert (request.stage, request.due) == ("CONSULTING", None)
    assert opened.consultation.due == date(2026, 3, 9)
    reply(BY, opened.consultation, agrees=True, reasons="", on=date(2026, 2, 14))
    request.refresh_from_db()
    assert (request.stage, request.due) == ("IN_HAND", date(2026, 3, 5))


def test_reasons_lie_in_the_vault_and_the_record_says_only_that_there_are_some(opened):
    reply(BY, opened.consultation, agrees=False, reasons=SECRET, on=date(2026, 2, 14))
    [found] = consultations(queries.record_of(opened.consultation.request))
    assert found.view.value == "不同意公开且理由合理"
    assert SECRET not in str(list(Entry.objects.values()))
    assert open_all(fresh(opened).holder)["reply"] == SECRET


def test_silence_is_entered_only_when_the_time_is_over(opened):
    with pytest.raises(NotProvidedFor, match="才届满"):
        silent(BY, opened.consultation, on=date(2026, 3, 9))
    silent(BY, opened.consultation, on=date(2026, 3, 10))
    assert (fresh(opened).closed, fresh(opened).agrees) == (date(2026, 3, 10), None)
    with pytest.raises(NotProvidedFor, match="已经结束"):
        reply(BY, opened.consultation, agrees=True, reasons="", on=date(2026, 3, 11))


def test_a_signature_that_comes_later_moves_the_third_partys_last_day(opened):
    reached(BY, opened.consultation, on=date(2026, 2, 12))
    assert fresh(opened).due == date(2026, 3, 11)
    with pytest.raises(NotProvidedFor, match="3月11日才届满"):
        silent(BY, opened.consultation, on=date(2026, 3, 10))
    request = opened.consultation.request
    assert ("第三方提出意见", date(2026, 3, 11)) in [
        (each.term.value, each.date)
        for each in running_terms(queries.record_of(request), default_calendar())
    ]


def test_a_letter_is_not_signed_for_before_it_is_out(opened):
    with pytest.raises(NotProvidedFor, match="不能早于"):
        reached(BY, opened.consultation, on=date(2026, 2, 9))


def test_the_officer_enters_a_signature_learnt_of_after_other_steps(opened, signed_in):
    enter(BY, opened.consultation.request, Law(Act.EXTEND, date(2026, 2, 13), TEN_DAYS))
    address = f"/desk/requests/consulted/{opened.consultation.pk}/reached"
    page = signed_in("wuchang.jingban").post(address, {"on": "2026-02-12"}, follow=True)
    assert "2026年3月11日前答复" in page.content.decode()
    assert "2026年2月12日签收" in page.content.decode()
    assert fresh(opened).due == date(2026, 3, 11)


def test_the_third_party_answers_by_its_code_without_learning_who_applied(opened):
    visitor = Client()
    sent = {"number": opened.consultation.number.lower(), "code": opened.code}
    page = visitor.post("/opinion/", sent, follow=True).content.decode()
    assert "该公司2025年的检查记录" in page
    assert "程远山" not in page
    page = visitor.post("/opinion/case", {"agrees": "no", "reasons": SECRET}, follow=True)
    assert "已于" in page.content.decode()
    assert fresh(opened).agrees is False


def test_a_wrong_code_tells_nothing_and_ten_of_them_rest(opened):
    stranger = Client()
    sent = {"number": opened.consultation.number, "code": "AAAAAAAA"}
    for _try in range(10):
        assert "不对" in stranger.post("/opinion/", sent).content.decode()
    assert stranger.post("/opinion/", sent).status_code == 429
    assert stranger.get("/opinion/case").status_code == 302


def test_the_officer_sends_the_letter_and_enters_the_slip(signed_in):
    case = Request.objects.get(topic="某工地渣土运输企业检查记录")
    officer = signed_in("chengguan.jingban")
    sent = {"whom": "body", "name": "区住建局", "about": "联合检查记录", "on": "2026-11-20"}
    page = officer.post(f"/desk/requests/{case.pk}/consult", sent, follow=True).content.decode()
    assert re.search(r"意见查询码 [2-9A-Z]{8}", page)
    first = case.consultations.first()
    slip = {"agrees": "yes", "reasons": "", "on": "2026-11-20"}
    page = officer.post(f"/desk/requests/consulted/{first.pk}/opinion", slip, follow=True)
    assert "同意公开" in page.content.decode()
    case.refresh_from_db()
    assert case.stage == "CONSULTING"  # the other one is still open
    early = officer.post(
        f"/desk/requests/consulted/{case.consultations.last().pk}/none", follow=True
    )
    assert "才届满" in early.content.decode()
