from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import PLATFORM, record
from gongkai.web.ui import bulk, clock
from gongkai.web.ui.config import config, key_file
from gongkai.web.vault.cipher import KEY_SIZES, new_key, seal
from gongkai.web.vault.masks import FOUND_BY
from gongkai.web.vault.models import Holder, Sealed, Trace
from gongkai.web.vault.queries import MASTER, masters, open_all, place


def keep(data: Mapping[str, str], *, purge_on: date | None = None) -> Holder:
    """Take in a person's data under a key of their own. Who did it stands in the calling act."""
    return keep_many([data], purge_on=purge_on)[0]


@transaction.atomic
def keep_many(people: Sequence[Mapping[str, str]], *, purge_on: date | None = None) -> list[Holder]:
    """The same for many people, each under a key of their own."""
    keys, holders, sealed, traces = masters(), [], [], []
    for data in people:
        holder, key = Holder(purge_on=purge_on), new_key(config().cipher)
        holder.wrapped, holder.master = keys.wrap(key, str(holder.pk))
        holders.append(holder)
        sealed += [
            (holder.pk, field, seal(key, value, place(holder, field)))
            for field, value in data.items()
            if value
        ]
        traces += [
            (holder.pk, field, keys.digest(field, data[field]))
            for field in FOUND_BY
            if data.get(field)
        ]
    Holder.objects.bulk_create(holders)
    bulk.insert(Sealed, ("holder", "field", "text"), sealed)
    bulk.insert(Trace, ("holder", "field", "digest"), traces)
    return holders


@transaction.atomic
def amend(holder: Holder, data: Mapping[str, str]) -> None:
    """Put values in the place of those kept, under the same key; an empty one removes."""
    keys = masters()
    key = keys.unwrap(bytes(holder.wrapped), holder.master, str(holder.pk))
    for field, value in data.items():
        holder.sealed.filter(field=field).delete()
        holder.traces.filter(field=field).delete()
        if value:
            holder.sealed.create(field=field, text=seal(key, value, place(holder, field)))
        if value and field in FOUND_BY:
            holder.traces.create(field=field, digest=keys.digest(field, value))


@transaction.atomic
def reveal(
    by: Actor, holder: Holder, *, reason: str, title: str, chain: str = PLATFORM
) -> dict[str, str]:
    """Everything kept of a holder in the clear, with an entry that says who looked and why."""
    data = open_all(holder)
    facts = {"reason": reason, "fields": sorted(data)}
    record(by, "vault.reveal", subject=_subject(holder), title=title, chain=chain, facts=facts)
    return data


@transaction.atomic
def destroy(by: Actor, holder: Holder, *, reason: str) -> None:
    """Destroy the key and what can be found by; whatever ciphertext is left opens no more."""
    destroy_many([holder])
    holder.refresh_from_db()
    facts = {"reason": reason}
    record(by, "vault.destroy", subject=_subject(holder), title="销毁个人信息密钥", facts=facts)


@transaction.atomic
def destroy_many(holders: Sequence[Holder]) -> None:
    """Destroy many keys; who did it and why stands in the calling act."""
    Sealed.objects.filter(holder__in=holders).delete()
    Trace.objects.filter(holder__in=holders).delete()
    found = Holder.objects.filter(pk__in=[each.pk for each in holders])
    found.update(wrapped=None, destroyed=clock.now())


def purge_due(by: Actor, on: date) -> int:
    """Destroy what the retention schedule says is due; returns how many."""
    due = Holder.objects.filter(purge_on__lte=on, destroyed=None)
    count = 0
    for holder in due.iterator():
        destroy(by, holder, reason="保存期限届满")
        count += 1
    return count


def rotate(by: Actor) -> int:
    """Make a new master key and put every person's key under it; returns how many.

    Can be interrupted and called again: each key is moved in a transaction of its own. The old
    master key stays until the operator removes it, for backups made under it.
    """
    newest = len(masters().keys)
    if not Holder.objects.exclude(master=MASTER.format(newest)).filter(destroyed=None).exists():
        key_file(config(), MASTER.format(newest + 1), KEY_SIZES[config().cipher])
    keys, count = masters(), 0
    for pk in Holder.objects.filter(destroyed=None).exclude(master=keys.current).values_list("pk"):
        with transaction.atomic():
            holder = Holder.objects.select_for_update().get(pk=pk[0])
            key = keys.unwrap(bytes(holder.wrapped), holder.master, str(holder.pk))
            holder.wrapped, holder.master = keys.wrap(key, str(holder.pk))
            holder.save(update_fields=["wrapped", "master"])
            count += 1
    facts = {"master": keys.current, "count": count}
    record(by, "vault.rotate", subject="vault.master:", title="轮换主密钥", facts=facts)
    return count


def _subject(holder: Holder) -> str:
    return f"vault.holder:{holder.pk}"
