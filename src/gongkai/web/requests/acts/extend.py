"""Extending the period: asked for by the officer, approved by the head, told to the applicant."""

from datetime import date

from django.db import transaction

from gongkai.law.request.details import Extended
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage, move
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.agencies.models import Role
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.news import tell_handlers
from gongkai.web.requests.acts.register import shown_topic
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Extension
from gongkai.web.ui import clock


@transaction.atomic
def ask_extension(by: Actor, request: Request, *, days: int, reason: str) -> Extension:
    """Lay it before the head of the disclosure office."""
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    move(Stage[locked.stage], Act.EXTEND)
    if locked.extensions.filter(approved=None).exists():
        raise NotProvidedFor("已经报请延期，还没有批复")
    made = Extension.objects.create(
        request=locked, days=days, reason=shown_topic(reason), asked_by=by.name, asked=clock.now()
    )
    _record(by, locked, "ask_extension", f"报请延长 {days} 个工作日")
    facts = {"by": by.name, "days": days}
    tell_handlers(locked, "extension_asked", f"{made.pk}", [Role.OFFICE_HEAD], **facts)
    return made


@transaction.atomic
def decide_extension(by: Actor, extension: Extension, *, approved: bool, opinion: str) -> None:
    """The head agrees or does not."""
    locked = _locked(extension)
    if locked.approved is not None:
        raise NotProvidedFor("这次报请已经批复")
    locked.approved, locked.opinion = approved, shown_topic(opinion)
    locked.decided_by, locked.decided = by.name, clock.now()
    locked.save(update_fields=["approved", "opinion", "decided_by", "decided"])
    verdict = "同意延期" if approved else "不同意延期"
    _record(by, locked.request, "decide_extension", verdict)
    tell_handlers(locked.request, "extension_decided", f"{locked.pk}", verdict=verdict)


@transaction.atomic
def tell_extension(by: Actor, extension: Extension, *, on: date) -> None:
    """The applicant has been told: from that day it is in force."""
    locked = _locked(extension)
    if not locked.approved or locked.told:
        raise NotProvidedFor("没有批准或者已经告知的延期，不能再告知")
    details = Extended(days=locked.days, approved_by_head=True, applicant_told=True)
    enter(by, locked.request, LawEntry(Act.EXTEND, on, details), note=locked.reason)
    locked.told = on
    locked.save(update_fields=["told"])


def _locked(extension: Extension) -> Extension:
    found = Extension.objects.select_for_update(of=("self",)).select_related("request__body")
    return found.get(pk=extension.pk)


def _record(by: Actor, request: Request, verb: str, what: str) -> None:
    record(
        by,
        f"requests.{verb}",
        subject=subject(request),
        title=f"{request.number} {what}",
        chain=request.body.code,
    )
