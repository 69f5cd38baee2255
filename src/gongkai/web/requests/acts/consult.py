"""Asking a third party (article 32) or another body (article 34), and what they say."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.details import Consulted, LetterReached, Opinion, Silence
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage, move
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.terms import consultation_due
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.news import tell_asked
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.acts.register import new_code
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.queries import digest_of_code, record_of
from gongkai.web.ui import clock
from gongkai.web.ui.templatetags.gongkai import day
from gongkai.web.vault.acts import amend, keep

GIVEN = "理由见意见回执"
"""Stands in the record for reasons, which are personal data and lie in the vault."""


@dataclass(frozen=True)
class Asked:
    """Who is asked about what. `person`: name, phone, email, address, about.

    `sent`: None where the letter is still to be written and signed.
    """

    third_party: bool
    sent: date | None
    received_on: date | None
    person: dict[str, str] = field(repr=False)


@dataclass(frozen=True)
class Opened:
    """The consultation and the code with which it is answered."""

    consultation: Consultation
    code: str


@transaction.atomic
def consult(by: Actor, request: Request, asked: Asked) -> Opened:
    """Ask somebody; the period of the application stands from the day the letter is out.

    The code lies in the vault, for the letter to tell it.
    """
    body, code = request.body, new_code()
    move(Stage[request.stage], _asking(asked.third_party))
    year = (asked.sent or clock.today()).year
    number = f"YJ{body.pk:03d}-{year}-{next_number(body, 'consultation', year):04d}"
    made = Consultation.objects.create(
        request=request,
        number=number,
        code=digest_of_code(number, code),
        holder=keep({**asked.person, "code": code}),
        third_party=asked.third_party,
    )
    if asked.sent:
        sent_out(by, made, on=asked.sent, received_on=asked.received_on)
    else:
        title = f"{request.number} 拟征求意见 {number}"
        record(by, "requests.consult", subject=subject(request), title=title, chain=body.code)
    return Opened(made, code)


@transaction.atomic
def sent_out(
    by: Actor, consultation: Consultation, *, on: date, received_on: date | None = None
) -> None:
    """The letter is out; nothing where that is known already."""
    if _open(consultation).sent:
        return
    details = Consulted(consultation=consultation.number, received_on=received_on)
    entry = LawEntry(_asking(consultation.third_party), on, details)
    enter(by, consultation.request, entry)
    due = consultation_due(entry, default_calendar())
    consultation.sent, consultation.due = on, due.date if due else None
    consultation.save(update_fields=["sent", "due"])
    tell_asked(consultation, consultation.due)


@transaction.atomic
def reached(by: Actor, consultation: Consultation, *, on: date) -> None:
    """The letter was signed for after it was out: the time for the opinion runs from that day."""
    locked = _sent(consultation)
    before = record_of(locked.request)
    asked = next(each for each in before if _asks(each, locked.number))
    if on < asked.on:
        raise NotProvidedFor(f"签收日期不能早于征求意见书发出的日期{day(asked.on)}")
    act = Act.THIRD_PARTY_RECEIVES if locked.third_party else Act.BODY_RECEIVES
    said = LetterReached(consultation=locked.number, reached_on=on)
    entry = LawEntry(act, max(on, before[-1].on), said)
    enter(by, locked.request, entry, note=f"{locked.number}，{day(on)}签收")
    due = consultation_due(asked, default_calendar(), reached_on=on)
    locked.due = due.date if due else None
    locked.save(update_fields=["due"])


def _asks(entry: LawEntry, number: str) -> bool:
    return isinstance(entry.details, Consulted) and entry.details.consultation == number


@transaction.atomic
def drop(by: Actor, consultation: Consultation) -> None:
    """Nobody is to be asked after all; only while the letter is not out."""
    locked = _open(consultation)
    if locked.sent:
        raise NotProvidedFor("征求意见书已经发出，不能取消")
    title = f"{locked.request.number} 不再征求意见 {locked.number}"
    chain = locked.request.body.code
    record(by, "requests.consult", subject=subject(locked.request), title=title, chain=chain)
    _close(locked, clock.today(), None)


def _asking(third_party: bool) -> Act:
    return Act.CONSULT_THIRD_PARTY if third_party else Act.CONSULT_BODY


@transaction.atomic
def reply(by: Actor, consultation: Consultation, *, agrees: bool, reasons: str, on: date) -> None:
    """The opinion, given on line or entered from paper."""
    locked = _sent(consultation)
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
    locked = _sent(consultation)
    if locked.due and on <= locked.due:
        raise NotProvidedFor(f"提出意见的期限到{day(locked.due)}才届满")
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


def _sent(consultation: Consultation) -> Consultation:
    locked = _open(consultation)
    if locked.sent is None:
        raise NotProvidedFor("征求意见书还没有登记发出，不能登记意见")
    return locked


def _close(consultation: Consultation, on: date, agrees: bool | None) -> None:
    consultation.closed, consultation.agrees = on, agrees
    consultation.save(update_fields=["closed", "agrees"])
