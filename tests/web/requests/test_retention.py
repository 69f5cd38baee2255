"""What is kept of persons goes when the years of the application are over."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.conf import settings

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, Ordered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.own_data import CorrectionAct
from gongkai.law.request.record import Entry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.models import Entry as Trail
from gongkai.web.files.queries import LostError, content, of_subject
from gongkai.web.requests.acts.consult import Asked, consult, reply
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.mail import join_mail, set_aside, take_mail
from gongkai.web.requests.acts.own_data import ask_for_correction, enter_correction
from gongkai.web.requests.acts.retain import forget_old
from gongkai.web.requests.acts.split import split
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.mail.imap import Fetched
from gongkai.web.requests.queries import request_table
from gongkai.web.ui import clock
from gongkai.web.vault.acts import destroy
from tests.web.requests.conftest import BY
from tests.web.requests.mail.conftest import message

pytestmark = pytest.mark.django_db
LAST_DAY, OVER = date(2036, 12, 31), date(2037, 1, 1)
"""Of an application that ended in 2026."""


@pytest.fixture
def mail(body):
    """A message that arrived at the body in 2026."""
    box = Mailbox(code=body.code, host="h", user="u", password="", since=date(2020, 1, 1))
    data = message(name="说明.pdf")
    arrived = clock.now().replace(year=2026)
    return take_mail(BY, body, box, Fetched(1, arrived, len(data), data, True), 7)


def answered(case, on=date(2026, 2, 20)):
    enter(BY, case, Entry(Act.ANSWER, on, Answered(kind=AnswerKind.GRANTED)))
    return case


def destroyed(*owners) -> list[bool]:
    for owner in owners:
        owner.holder.refresh_from_db()
    return [owner.holder.destroyed is not None for owner in owners]


def test_applicant_third_party_and_joined_mail_go_on_the_same_day(apply, mail):
    case = apply().request
    asked = consult(BY, case, Asked(True, date(2026, 1, 28), None, {"name": "某公司"})).consultation
    join_mail(BY, mail, case, act=None)
    reply(BY, asked, agrees=True, reasons="", on=date(2026, 1, 29))
    paper = of_subject(f"requests.request:{case.pk}").last()
    answered(case)
    forget_old(BY, LAST_DAY)
    assert destroyed(case, asked, mail) == [False, False, False]
    forget_old(BY, OVER)
    assert destroyed(case, asked, mail) == [True, True, True]
    with pytest.raises(LostError, match="销毁"):
        content(paper)
    trail = Trail.objects.get(action="requests.forget", subject=f"requests.request:{case.pk}")
    assert (trail.chain.name, trail.facts) == (case.body.code, {"holders": 3})
    assert forget_old(BY, OVER) == 0


def test_the_applicant_still_reads_what_became_of_it(apply, client):
    made = apply()
    answered(made.request)
    forget_old(BY, OVER)
    sent = {"number": made.request.number, "code": made.code}
    assert "已答复" in client.post("/follow/", sent, follow=True).content.decode()


def test_what_was_counted_is_counted_still(apply, body):
    case = answered(apply().request)
    before = request_table(Body.objects.filter(pk=body.pk), 2026)
    forget_old(BY, OVER)
    assert destroyed(case) == [True]
    assert request_table(Body.objects.filter(pk=body.pk), 2026) == before


def test_parts_of_one_application_wait_for_the_last_of_them(apply):
    one, other = split(BY, apply().request, ["合同", "账目"], on=date(2026, 1, 27))
    answered(one)
    answered(other, date(2027, 1, 4))
    forget_old(BY, OVER)
    assert destroyed(one) == [False]
    forget_old(BY, date(2038, 1, 1))
    assert destroyed(one, other) == [True, True]


def test_an_application_that_is_open_again_keeps_its_persons(apply):
    case = answered(apply().request)
    enter(BY, case, Entry(Act.COURT_ORDER, date(2026, 9, 1), Ordered()))
    forget_old(BY, OVER)
    assert destroyed(case) == [False]


def test_mail_goes_with_an_applicant_whose_key_was_destroyed_by_hand(apply, mail):
    case = apply().request
    join_mail(BY, mail, case, act=None)
    destroy(BY, case.holder, reason="申请人要求")
    forget_old(BY, clock.today())
    assert destroyed(mail) == [True]


def test_mail_that_was_never_looked_at_goes_when_its_years_are_over(mail):
    forget_old(BY, LAST_DAY)
    assert destroyed(mail) == [False]
    forget_old(BY, OVER)
    assert destroyed(mail) == [True]


def test_mail_set_aside_is_kept_as_long_as_the_operator_says(mail, monkeypatch):
    monkeypatch.setattr(settings, "GONGKAI", replace(settings.GONGKAI, mail_days=30))
    set_aside(BY, mail, why="petition")
    mail.holder.refresh_from_db()
    assert mail.holder.purge_on == clock.today() + timedelta(days=30)


def test_the_operator_may_keep_applications_for_longer(apply, monkeypatch):
    case = answered(apply().request)
    monkeypatch.setattr(settings, "GONGKAI", replace(settings.GONGKAI, retention_years=30))
    forget_old(BY, OVER)
    assert destroyed(case) == [False]


def test_a_correction_of_own_data_goes_when_its_years_are_over(body):
    made, _code = ask_for_correction(BY, body, person={"name": "程远山"}, topic="出生日期")
    for act in (CorrectionAct.REGISTER, CorrectionAct.CORRECT_RECORD):
        enter_correction(BY, made, act, on=date(2026, 2, 2))
    forget_old(BY, LAST_DAY)
    assert destroyed(made) == [False]
    forget_old(BY, OVER)
    assert destroyed(made) == [True]
