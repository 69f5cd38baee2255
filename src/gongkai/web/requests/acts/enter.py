"""The one writer of what happens to an application."""

from django.db import transaction

from gongkai.law.request.exchange import entry_as_data
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.record import add
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts import news
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.queries import Copies, copies, record_of
from gongkai.web.ui import clock


@transaction.atomic
def enter(by: Actor, request: Request, entry: LawEntry, *, note: str = "") -> Entry:
    """Add one act to the case, if the law provides for it now; NotProvidedFor with a sentence.

    What was unlawful but happened is entered as it happened; checks point it out.
    """
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    longer = add(record_of(locked), entry)
    made = Entry.objects.create(
        request=locked,
        number=len(longer),
        act=entry.act.name,
        on=entry.on,
        details=entry_as_data(entry).get("details", {}),
        note=note,
        by_id=by.id,
        by_name=by.name,
        at=clock.now(),
    )
    keep_copies(request, copies(longer, split_off=locked.split_off))
    facts = {"act": entry.act.name, "on": entry.on, "stage": request.stage, "due": request.due}
    title = f"{locked.number} {entry.act.value}"
    record(
        by,
        "requests.enter",
        subject=subject(locked),
        title=title,
        chain=locked.body.code,
        facts=facts,
    )
    news.entered(request, made)
    return made


def keep_copies(request: Request, found: Copies) -> None:
    """Write what the record comes to beside it."""
    for name, value in vars(found).items():
        setattr(request, name, value)
    request.save(update_fields=list(vars(found)))


def subject(request: Request) -> str:
    return f"requests.request:{request.pk}"
