"""转办: an application goes to another body of the installation, is chased, comes back."""

from datetime import date

from django.db import transaction

from gongkai.law.request.details import Forwarded
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage
from gongkai.law.request.receipt import Channel
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.news import tell_handlers
from gongkai.web.requests.acts.register import open_request, record_new, shown_topic
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Forwarding


@transaction.atomic
def forward(by: Actor, request: Request, to: Body, *, reason: str, on: date) -> Forwarding:
    """Give it to the body that is responsible; there it waits to be received."""
    if to.pk == request.body_id:
        raise NotProvidedFor("不能转给本机关")
    enter(by, request, LawEntry(Act.FORWARD, on, Forwarded(to=to.name)), note=reason)
    made = open_request(
        to,
        holder=request.holder,
        person=request.person,
        applicant=request.applicant,
        topic=request.topic,
        delivery=request.delivery,
        channel=Channel.REROUTED.name,
        origin=request,
    )
    record_new(by, made.request)
    gone = Forwarding.objects.create(
        request=request, to=to, reason=shown_topic(reason), successor=made.request, sent=on
    )
    facts = {"body": request.body.name}
    tell_handlers(made.request, "request_forwarded", f"{gone.pk}", **facts)
    return gone


@transaction.atomic
def accept(by: Actor, forwarding: Forwarding, *, on: date) -> None:
    """The receiving body has taken it over 签收."""
    locked = _open(forwarding)
    locked.accepted = locked.accepted or on
    locked.save(update_fields=["accepted"])
    _record(by, locked, "accept", f"签收 {locked.request.body.short_name}转办的申请")


@transaction.atomic
def send_back(by: Actor, forwarding: Forwarding, *, reason: str, on: date) -> None:
    """It is not the receiving body's either: it goes on where it came from, the period unbroken."""
    locked = _open(forwarding)
    home = locked.request
    if Stage[locked.successor.stage] not in (Stage.SUBMITTED, Stage.IN_HAND):
        raise NotProvidedFor("已经开始办理的申请，不能再退回")
    away = LawEntry(Act.FORWARD, on, Forwarded(to=home.body.name))
    enter(by, locked.successor, away, note=f"退回：{reason}")
    enter(by, home, LawEntry(Act.RETURN, on), note=f"{locked.to.name}退回：{reason}")
    locked.returned, locked.return_reason = on, shown_topic(reason)
    locked.save(update_fields=["returned", "return_reason"])
    tell_handlers(home, "request_sent_back", f"{locked.pk}", body=locked.to.name)


@transaction.atomic
def chase(by: Actor, forwarding: Forwarding, *, on: date) -> None:
    """Ask the receiving body where it stands 催办."""
    locked = _open(forwarding)
    if locked.successor.closed:
        raise NotProvidedFor("接转机关已经办结，不用再催")
    locked.chased += 1
    locked.chased_on = on
    locked.save(update_fields=["chased", "chased_on"])
    _record(by, locked, "chase", f"催办（第 {locked.chased} 次）")
    facts = {"body": locked.request.body.name, "times": locked.chased}
    key = f"{locked.pk}:{locked.chased}"
    tell_handlers(locked.successor, "request_chased", key, **facts)


def _open(forwarding: Forwarding) -> Forwarding:
    """The row, locked; NotProvidedFor once it was sent back."""
    found = Forwarding.objects.select_for_update(of=("self",)).select_related(
        "request__body", "to", "successor__body"
    )
    locked = found.get(pk=forwarding.pk)
    if locked.returned:
        raise NotProvidedFor("这件转办已经退回")
    return locked


def _record(by: Actor, forwarding: Forwarding, verb: str, what: str) -> None:
    case: Request = forwarding.successor
    record(
        by,
        f"requests.{verb}",
        subject=subject(case),
        title=f"{case.number} {what}",
        chain=case.body.code,
        facts={"from": forwarding.request.number},
    )
