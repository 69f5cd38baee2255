"""A body of its own, with people who sign, and applications made in bulk by their facts."""

from datetime import date

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor, system
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.models.report import Report
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import Acting, latest
from gongkai.web.ui import clock

BY = system("测试")


@pytest.fixture
def body(db) -> Body:
    """The sample body whose people sign."""
    return Body.objects.get(code="wangge")


@pytest.fixture
def asked(body):
    """An application of `body` received on a day, answered on another if it was."""

    def made(
        on: date,
        answered: date | None = None,
        kind: AnswerKind = AnswerKind.GRANTED,
        applicant: Applicant = Applicant.NATURAL_PERSON,
        of: Body | None = None,
    ) -> Request:
        application = Application(applicant, "某项资金安排", Delivery.ONLINE, {"name": "程远山"})
        came = Receipt(channel=Channel.IN_PERSON, arrived_on=on)
        request = register(BY, of or body, application, came).request
        if answered:
            withheld = (Ground.THIRD_PARTY,) if kind is AnswerKind.PARTLY_GRANTED else ()
            said = Answered(kind=kind, withheld=withheld)
            enter(BY, request, Entry(Act.ANSWER, answered, said))
        return request

    return made


def sign_all(report: Report, on: date) -> None:
    """Everyone in the chain agrees."""
    while (review := latest(f"reporting.report:{report.pk}")).outcome == "open":
        role = review.waits_for[0]
        signer = holders(report.body, role, clock.today())[0]
        by = Actor(str(signer.pk), signer.name)
        acts.sign(
            by,
            report=report,
            acting=Acting(role),
            verdict=Verdict.APPROVE,
            opinion="",
            on=on,
        )
