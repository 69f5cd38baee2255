import json
from collections.abc import Mapping

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.chain import Link, digest, stamp
from gongkai.web.audit.models import Chain, Entry
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

PLATFORM = "platform"
"""The chain of what belongs to no body: sign-ins, accounts, settings."""


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
    """Add an entry to a chain. Call it last in an act: it locks the chain's head.

    `action` is `app.verb`, `subject` is `app.model:id`, `title` is what a reader will recognise.
    """
    head, _new = Chain.objects.select_for_update().get_or_create(name=chain)
    at = clock.now()
    link = Link(
        chain=chain,
        number=head.length + 1,
        at=stamp(at),
        actor_id=by.id,
        actor_name=by.name,
        address=by.address,
        request=by.request,
        action=action,
        subject=subject,
        title=title[:300],
        facts=json.loads(json.dumps(facts or {}, default=str)),
        before=head.head,
    )
    hashed = digest(link, config().audit_hash)
    fields = {**vars(link), "chain": head, "at": at, "hash": hashed}
    entry = Entry.objects.create(**fields)
    head.length, head.head = link.number, hashed
    head.save(update_fields=["length", "head"])
    return entry
