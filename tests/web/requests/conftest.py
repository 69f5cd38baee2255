"""A body, an officer, an application."""

from datetime import date

import pytest

from gongkai.law.request.receipt import Channel, Receipt
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import system
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.models.case import Applicant, Delivery

BY = system("测试")
PERSON = {
    "name": "程远山",
    "identity_number": "11010519491231002X",
    "phone": "13800001234",
    "description": "2025年小区改造的资金安排",
}


@pytest.fixture
def body(db):
    return Body.objects.get(code="wuchang-wangge")


@pytest.fixture
def apply(body):
    """Register an application received on a day; on line ones wait for confirmation."""

    def made(
        on=date(2026, 1, 26), *, applicant=Applicant.NATURAL_PERSON, channel=Channel.IN_PERSON
    ):
        application = Application(applicant, "小区改造资金安排", Delivery.ONLINE, PERSON)
        return register(BY, body, application, Receipt(channel=channel, arrived_on=on))

    return made
