"""Who is told what, and when: each kind of message once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings

from gongkai.law.fee.tariff import Basis
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, CorrectionAsked, Extended
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel as Came
from gongkai.law.request.receipt import Receipt
from gongkai.law.request.record import Entry
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.notices.models import Notice
from gongkai.web.requests.acts import charge, consult, rebuild
from gongkai.web.requests.acts.applicant import supplement
from gongkai.web.requests.acts.assign import assign
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.extend import ask_extension, decide_extension
from gongkai.web.requests.acts.forward import chase, forward, send_back
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.acts.remind import remind
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY, PERSON

pytestmark = pytest.mark.django_db
FIRM = {"name": "示例建材有限公司", "phone": "13900007722", "about": "检查记录"}


@pytest.fixture
def today():
    return clock.today()


@pytest.fixture
def case(today):
    """An application to a body where somebody holds every role."""
    asked = Application(Applicant.NATURAL_PERSON, "小区改造资金安排", Delivery.ONLINE, PERSON)
    came = Receipt(channel=Came.IN_PERSON, arrived_on=today - timedelta(days=5))
    return register(BY, Body.objects.get(code="wangge"), asked, came).request


@pytest.fixture
def by_sms(monkeypatch):
    """An installation that sends to telephones."""
    sending = replace(settings.GONGKAI, sms="http://127.0.0.1:9/sms")
    monkeypatch.setattr(settings, "GONGKAI", sending)


def told(kind: str, case: Request | None = None) -> list[str]:
    """The accounts that got a kind of message; an empty one stands for somebody outside."""
    found = Notice.objects.filter(kind=kind)
    if case is not None:
        found = found.filter(subject=f"requests.request:{case.pk}")
    return sorted(each.person.login if each.person else "" for each in found)


def steps(case: Request) -> list[str]:
    found = Notice.objects.filter(kind="applicant_progress", holder=case.holder)
    return [each.short for each in found.order_by("pk")]


def test_the_head_of_the_office_is_told_of_an_extension_and_the_officer_of_the_verdict(case):
    asked = ask_extension(BY, case, days=10, reason="材料较多")
    assert told("extension_asked", case) == ["wangge.zhuren"]
    decide_extension(BY, asked, approved=True, opinion="")
    assert told("extension_decided", case) == ["wangge.jingban"]


def test_who_is_asked_is_told_when_the_letter_is_out(case, by_sms, today):
    asked = consult.consult(BY, case, consult.Asked(True, None, None, FIRM)).consultation
    assert told("consulted", case) == []
    consult.sent_out(BY, asked, on=today)
    [notice] = Notice.objects.filter(kind="consulted")
    assert notice.holder_id == asked.holder_id
    assert asked.number in notice.short


def test_an_opinion_is_told_to_those_who_handle_the_case(case, today):
    asked = consult.consult(BY, case, consult.Asked(True, today, None, FIRM)).consultation
    consult.reply(BY, asked, agrees=True, reasons="", on=today)
    assert told("consultation_answered", case) == ["wangge.jingban"]


def test_an_opinion_that_did_not_come_is_told_once(case, today):
    long_ago = today - timedelta(days=60)
    consult.consult(BY, case, consult.Asked(True, today, None, FIRM))
    case.consultations.update(sent=long_ago, due=today - timedelta(days=1))
    remind(today)
    remind(today)
    assert told("consultation_overdue", case) == ["wangge.jingban"]


def test_a_forwarded_case_is_told_where_it_goes_chased_there_and_told_when_it_comes_back(
    case, today
):
    sent = forward(BY, case, Body.objects.get(code="chengguan"), reason="职责", on=today)
    assert told("request_forwarded", sent.successor) == ["chengguan.jingban"]
    chase(BY, sent, on=today)
    chase(BY, sent, on=today)
    assert told("request_chased", sent.successor) == ["chengguan.jingban"] * 2
    send_back(BY, sent, reason="也不是本单位的", on=today)
    assert told("request_sent_back", case) == ["wangge.jingban"]


def test_a_correction_is_told_to_those_who_handle_the_case(case, today):
    until = CorrectionAsked(until=today + timedelta(days=9))
    enter(BY, case, Entry(Act.ASK_CORRECTION, today, until))
    supplement(BY, case, Act.CORRECT, "2025年的", on=today)
    assert told("request_corrected", case) == ["wangge.jingban"]


def test_a_payment_is_told_to_those_who_handle_the_case(case, today):
    fee = charge.charge(BY, case, basis=Basis.PAGES, units=101, earlier=0, on=today)
    charge.pay(BY, fee, on=today, slip="鄂财 0001")
    assert told("request_paid", case) == ["wangge.jingban"]


def test_a_withdrawal_is_told_to_those_who_handle_the_case(case, today):
    enter(BY, case, Entry(Act.WITHDRAW, today))
    assert told("request_withdrawn", case) == ["wangge.jingban"]


def test_a_last_day_that_moved_is_told_on_both_sides(case, by_sms):
    Request.objects.filter(pk=case.pk).update(due=date(2026, 11, 1))
    rebuild.rebuild(BY, Request.objects.filter(pk=case.pk))
    assert told("request_due_moved", case) == ["wangge.jingban"]
    assert "由2026年11月1日改为" in steps(case)[-1]


def test_who_gets_a_case_is_told_and_not_again_when_it_stays_theirs(case):
    lead = Person.objects.get(login="wangge.keshi")
    for _again in range(2):
        assign(BY, case, section=None, lead=lead)
    assert told("request_given", case) == ["wangge.keshi"]


def test_the_applicant_is_told_of_each_step_by_the_contact_of_the_application(apply, by_sms, today):
    online = apply(today, channel=Came.ONLINE).request
    assert Notice.objects.filter(kind="applicant_registered", holder=online.holder).count() == 1
    case = apply(today - timedelta(days=3)).request
    until = CorrectionAsked(until=today + timedelta(days=9))
    enter(BY, case, Entry(Act.ASK_CORRECTION, today, until))
    supplement(BY, case, Act.CORRECT, "2025年的", on=today)
    longer = Extended(days=10, approved_by_head=True, applicant_told=True)
    enter(BY, case, Entry(Act.EXTEND, today, longer))
    enter(BY, case, Entry(Act.ANSWER, today, Answered(kind=AnswerKind.GRANTED)))
    said = [words.split("新的进展：")[1] for words in steps(case)]
    assert [each[:6] for each in said] == [
        "已经确认收到",
        "需要您补正申",
        "答复期限已经",
        "已经作出答复",
    ]


def test_what_is_entered_long_after_it_happened_is_news_to_nobody(apply, by_sms):
    case = apply(date(2026, 1, 26)).request
    enter(BY, case, Entry(Act.ANSWER, date(2026, 2, 10), Answered(kind=AnswerKind.GRANTED)))
    assert steps(case) == []


def test_without_a_way_to_send_nothing_is_written_for_applicants(apply, today):
    assert steps(apply(today).request) == []
