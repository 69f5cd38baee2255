"""Asking a third party (article 32) or another body (article 34), and what they say."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.details import Consulted, Opinion, Silence
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.terms import consultation_due
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.acts.register import new_code
from gongkai.web.requests.models import Consultation, Request
from gongkai.web.requests.queries import digest_of_code
from gongkai.web.vault.acts import amend, keep

GIVEN = "理由见意见回执"
"""Stands in the record for reasons, which are personal data and lie in the vault."""


@dataclass(frozen=True)
class Asked:
    """Who is asked about what. `person`: name, phone, email, address, about."""

    third_party: bool
    sent: date
    received_on: date | None
    person: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """The consultation and the code with which it is answered; the code is shown once."""

    consultation: Consultation
    code: str


@transaction.atomic
def consult(by: Actor, request: Request, asked: Asked) -> Opened:
    """Send a letter of consultation; the period of the application stands from then on."""
    body, code = request.body, new_code()
    serial = next_number(body, "consultation", asked.sent.year)
    number = f"YJ{body.pk:03d}-{asked.sent.year}-{serial:04d}"
    act = Act.CONSULT_THIRD_PARTY if asked.third_party else Act.CONSULT_BODY
    details = Consulted(consultation=number, received_on=asked.received_on)
    entry = LawEntry(act, asked.sent, details)
    enter(by, request, entry)
    due = consultation_due(entry, default_calendar())
    made = Consultation.objects.create(
        request=request,
        number=number,
        code=digest_of_code(number, code),
        holder=keep(asked.person),
        third_party=asked.third_party,
        sent=asked.sent,
        due=due.date if due else None,
    )
    return Opened(made, code)


@transaction.atomic
def reply(by: Actor, consultation: Consultation, *, agrees: bool, reasons: str, on: date) -> None:
    """The opinion, given on line or entered from paper."""
    locked = _open(consultation)
    act = Act.THIRD_PARTY_REPLIES if locked.third_party else Act.BODY_REPLIES
    said = Opinion(
        consultation=locked.number, agrees=agrees, reasons=GIVEN if reasons.strip() else ""
    )
    enter(by, locked.request, LawEntry(act, on, said))
    amend(locked.holder, {"reply": reasons})
    _close(locked, on, agrees)


@transaction.atomic
def silent(by: Actor, consultation: Consultation, *, on: date) -> None:
    """The period for the opinion is over and none came."""
    locked = _open(consultation)
    if locked.due and on <= locked.due:
        raise NotProvidedFor(f"提出意见的期限到{locked.due}才届满")
    act = Act.THIRD_PARTY_SILENT if locked.third_party else Act.BODY_SILENT
    enter(by, locked.request, LawEntry(act, on, Silence(consultation=locked.number)))
    _close(locked, on, None)


def _open(consultation: Consultation) -> Consultation:
    found = Consultation.objects.select_for_update(of=("self",)).select_related(
        "request__body", "holder"
    )
    locked = found.get(pk=consultation.pk)
    if locked.closed:
        raise NotProvidedFor("这次征求意见已经结束")
    return locked


def _close(consultation: Consultation, on: date, agrees: bool | None) -> None:
    consultation.closed, consultation.agrees = on, agrees
    consultation.save(update_fields=["closed", "agrees"])
