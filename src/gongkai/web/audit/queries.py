from collections.abc import Iterator

from django.db.models import QuerySet

from gongkai.web.audit.chain import Break, Link, breaks, stamp
from gongkai.web.audit.models import Chain, Entry


def entries(
    *, actor: str = "", action: str = "", subject: str = "", chain: str = ""
) -> QuerySet[Entry]:
    """The trail, newest first; each filter narrows it when given."""
    found = Entry.objects.select_related("chain").order_by("-at", "-id")
    if actor:
        found = found.filter(actor_name__contains=actor)
    if action:
        found = found.filter(action__startswith=action)
    if subject:
        found = found.filter(subject=subject)
    if chain:
        found = found.filter(chain__name=chain)
    return found


def of_subject(subject: str) -> QuerySet[Entry]:
    """What was done to one thing, oldest first."""
    return Entry.objects.filter(subject=subject).order_by("at", "id")


def link_of(entry: Entry, chain: str) -> Link:
    return Link(
        chain=chain,
        number=entry.number,
        at=stamp(entry.at),
        actor_id=entry.actor_id,
        actor_name=entry.actor_name,
        address=entry.address,
        request=entry.request,
        action=entry.action,
        subject=entry.subject,
        title=entry.title,
        facts=entry.facts,
        before=entry.before,
    )


def broken() -> Iterator[Break]:
    """Every place where the trail was tampered with; nothing when it is whole."""
    for chain in Chain.objects.order_by("name"):
        rows = chain.entries.order_by("number").iterator(chunk_size=2000)
        links = ((link_of(row, chain.name), row.hash) for row in rows)
        yield from breaks(links, chain.name, chain.length, chain.head)
