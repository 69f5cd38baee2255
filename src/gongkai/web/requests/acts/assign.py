"""Who handles a case: the section and the person that lead 主办, the sections that assist 协办."""

from collections.abc import Collection, Iterable

from django.db import transaction

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Section
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.acts.news import tell_handlers
from gongkai.web.requests.models.case import Request


@transaction.atomic
def assign(
    by: Actor,
    request: Request,
    *,
    section: Section | None,
    lead: Person | None,
    assisting: Collection[Section] = (),
) -> None:
    """Give a case to a section and a person; a section does not assist what it leads."""
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    before = locked.lead_id
    request.section, request.lead = section, lead
    locked.section, locked.lead = section, lead
    locked.save(update_fields=["section", "lead"])
    helping = [each for each in assisting if each != section]
    locked.assisting.set(helping)
    facts = {
        "section": section.name if section else "",
        "lead": lead.name if lead else "",
        "assisting": [each.name for each in helping],
    }
    record(
        by,
        "requests.assign",
        subject=subject(locked),
        title=f"{locked.number} 分办",
        chain=locked.body.code,
        facts=facts,
    )
    if lead and lead.pk != before:
        tell_handlers(locked, "request_given", f"{locked.pk}:{lead.pk}", roles=())


@transaction.atomic
def assign_all(
    by: Actor, requests: Iterable[Request], *, section: Section | None, lead: Person | None
) -> int:
    """Give several cases to the same section and person; returns how many. All or none."""
    count = 0
    for request in requests:
        assign(by, request, section=section, lead=lead, assisting=request.assisting.all())
        count += 1
    return count
