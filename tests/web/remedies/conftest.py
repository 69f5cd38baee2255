"""A body with an application that was answered, and a case against the answer."""

from datetime import date

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act as RequestAct
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry as RequestEntry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.models import Against, Claimant
from gongkai.web.remedies.record import Kind
from gongkai.web.requests.acts.enter import enter as enter_in_request
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.models.case import Applicant, Delivery
from gongkai.web.requests.models.letters import Letter
from gongkai.web.ui import clock

BY = system("测试")
NAME = "程远山"
PERSON = {"name": NAME, "phone": "13800001234", "description": "2025年小区改造的资金安排"}


@pytest.fixture
def body(db):
    return Body.objects.get(code="wuchang-wangge")


@pytest.fixture
def answered(body):
    """An application refused on 2 February 2026, with its letter."""
    asked = Application(Applicant.NATURAL_PERSON, "小区改造资金安排", Delivery.ONLINE, PERSON)
    came = Receipt(channel=Channel.IN_PERSON, arrived_on=date(2026, 1, 12))
    request = register(BY, body, asked, came).request
    said = Answered(kind=AnswerKind.REFUSED_THIRD_PARTY, withheld=(Ground.THIRD_PARTY,))
    enter_in_request(BY, request, RequestEntry(RequestAct.ANSWER, date(2026, 2, 2), said))
    request.letters.create(
        code="D4",
        state=Letter.State.ISSUED,
        answer="REFUSED_THIRD_PARTY",
        number="武网公复〔2026〕1号",
        issued=date(2026, 2, 2),
        made=clock.now(),
    )
    return request


@pytest.fixture
def attack(body):
    """Register a case; what is not said is a reconsideration of nothing on the platform."""

    def made(**facts):
        usual = {
            "kind": Kind.RECONSIDERATION,
            "against": Against.ANSWER,
            "subject": "小区改造资金安排",
            "forum": "区人民政府",
            "filed_on": date(2026, 3, 2),
            "received_on": date(2026, 3, 2),
        }
        person = acts.Person(Claimant.APPLICANT, NAME)
        return acts.register(BY, body=body, facts=acts.Facts(**{**usual, **facts}), person=person)

    return made
