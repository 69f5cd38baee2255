import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.chain import Link, digest, stamp
from gongkai.web.audit.models import Chain, Entry
from gongkai.web.ui import bulk, clock
from gongkai.web.ui.config import config

PLATFORM = "platform"
"""The chain of what belongs to no body: sign-ins, accounts, settings."""


@dataclass(frozen=True)
class Told:
    """What an entry says.

    `action` is `app.verb`, `subject` is `app.model:id`, `title` is what a reader will recognise.
    """

    by: Actor
    action: str
    subject: str
    title: str
    facts: Mapping[str, object]
    at: datetime


@transaction.atomic
def record(
    by: Actor,
    action: str,
    *,
    subject: str,
    title: str,
    chain: str = PLATFORM,
    facts: Mapping[str, object] | None = None,
) -> Entry:
    """Add an entry to a chain. Call it last in an act: it locks the chain's head."""
    head = _head(chain)
    told = Told(by, action, subject, title, facts or {}, clock.now())
    entry = Entry.objects.create(**_next(told, head))
    head.save(update_fields=["length", "head"])
    return entry


@transaction.atomic
def record_many(told: Iterable[Told], *, chain: str) -> None:
    """Add entries to a chain, in this order."""
    head = _head(chain)
    rows = [_next(each, head) for each in told]
    if rows:
        names = [name for name in rows[0] if name != "chain"]
        bulk.insert(Entry, ["chain", *names], ([head.pk, *map(row.get, names)] for row in rows))
    head.save(update_fields=["length", "head"])


def _head(chain: str) -> Chain:
    """The chain, held until the end of the transaction."""
    return Chain.objects.select_for_update().get_or_create(name=chain)[0]


def _next(told: Told, head: Chain) -> dict[str, object]:
    """The columns of the next entry; moves the head on."""
    link = _link(told, head)
    head.length, head.head = link.number, digest(link, config().audit_hash)
    return {**vars(link), "chain": head, "at": told.at, "hash": head.head}


def _link(told: Told, head: Chain) -> Link:
    return Link(
        chain=head.name,
        number=head.length + 1,
        at=stamp(told.at),
        actor_id=told.by.id,
        actor_name=told.by.name,
        address=told.by.address,
        request=told.by.request,
        action=told.action,
        subject=told.subject,
        title=told.title[:300],
        facts=json.loads(json.dumps(told.facts, default=str)),
        before=head.head,
    )
