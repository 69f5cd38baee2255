"""An application comes in: on line, over the counter, by post, by fax."""

import re
import secrets
from dataclasses import dataclass, field

from django.db import transaction

from gongkai.law.request.receipt import Receipt
from gongkai.law.request.record import received
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.news import tell_registered
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.models.case import Applicant, Delivery, Request
from gongkai.web.requests.queries import digest_of_code
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend, keep
from gongkai.web.vault.models import Holder

LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Of a query code: none that is mistaken for another when read aloud or copied by hand."""
CODE_LENGTH = 8
PRIVATE = re.compile(r"\d{6,}[\dXx]?|[\w.+-]+@[\w-]+\.[\w.]+", re.ASCII)
"""Long numbers and addresses, which have no place in the topic that lists show."""


@dataclass(frozen=True)
class Application:
    """What was applied for and by whom; `person` is kept in the vault and nowhere else.

    `person`: name, identity_number, credit_code, phone, email, address, agent, description.
    """

    applicant: Applicant
    topic: str
    delivery: Delivery
    person: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Registered:
    """The new application and the code with which it is followed; the code is shown once."""

    request: Request
    code: str


def shown_topic(words: str) -> str:
    """What lists may show of what was asked."""
    return PRIVATE.sub("＊＊", words)[:200]


@transaction.atomic
def register(
    by: Actor,
    body: Body,
    application: Application,
    receipt: Receipt,
    *,
    account: Person | None = None,
    holder: Holder | None = None,
) -> Registered:
    """Take an application in. The period begins when the facts of its channel say so.

    `holder`: who is known already, from a message; what is in the application replaces that.
    """
    if holder is None:
        holder = keep(application.person)
    else:
        amend(holder, application.person)
    made = open_request(
        body,
        holder=holder,
        person=account,
        applicant=application.applicant,
        topic=shown_topic(application.topic),
        delivery=application.delivery,
        channel=receipt.channel.name,
    )
    record_new(by, made.request)
    if receipt.date is not None:
        enter(by, made.request, received(receipt))
    else:
        tell_registered(made.request)
    return made


def open_request(body: Body, **facts: object) -> Registered:
    """A new application with the next number of its body; part of an act."""
    code = new_code()
    year = clock.today().year
    number = f"SQ{body.pk:03d}-{year}-{next_number(body, 'request', year):04d}"
    request = Request.objects.create(
        body=body, number=number, code=digest_of_code(number, code), made=clock.now(), **facts
    )
    return Registered(request, code)


def record_new(by: Actor, request: Request) -> None:
    """The entry in the trail that an application came in."""
    facts = {"channel": request.channel, "applicant": request.applicant}
    record(
        by,
        "requests.register",
        subject=subject(request),
        title=f"登记申请 {request.number}",
        chain=request.body.code,
        facts=facts,
    )


def new_code() -> str:
    """A code that can be read aloud and guessed by nobody."""
    return "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
