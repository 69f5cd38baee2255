"""Items that stood before the public elsewhere, many at once; taken off again in one.

The same rows as the acts on one item make, without an audit entry for each: the import writes one
for all.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing import record
from gongkai.web.publishing.acts.entering import keep_copies
from gongkai.web.publishing.index import index_number
from gongkai.web.publishing.models.items import Entry, Item
from gongkai.web.publishing.past import Past
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Act, NotProvidedForError, Validity
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import bulk, clock

FROM_LIST = "导入的目录所载"
UNDONE = "撤销导入"
ENTRY = ("item", "number", "act", "at", "by", "by_id_text", "facts")


@transaction.atomic
def take_over(by: Actor, body: Body, found: Sequence[Past]) -> list[Item]:
    """Enter them, number those that have no number, let them be found."""
    locked, now = Body.objects.select_for_update().get(pk=body.pk), clock.now()
    numbers = _numbers(locked, found)
    lives = [
        list(_life(each, number, now, by)) for each, number in zip(found, numbers, strict=True)
    ]
    made = Item.objects.bulk_create(
        Item(body=body, opened=now, changed=now, **queries.copies(record.fold(life)))
        for life in lives
    )
    rows = (
        (item.pk, entry.number, entry.act.value, now, by.name, by.id, entry.facts)
        for item, life in zip(made, lives, strict=True)
        for entry in life
    )
    bulk.insert(Entry, ENTRY, rows)
    search_acts.put_new([queries.to_find(item, []) for item in made])
    return made


def _life(
    each: Past, number: dict[str, object], now: datetime, by: Actor
) -> Iterator[record.Entry]:
    """What happened to it: it was published, and may have ended since."""
    facts = {
        "facts": dict(each.facts),
        "on": each.on.isoformat(),
        "number": number,
        "address": each.address,
    }
    yield record.Entry(1, Act.TAKE_OVER, now, by.name, facts)
    if each.validity is not Validity.IN_FORCE and each.ended_on is not None:
        end = {
            "validity": each.validity.value,
            "on": each.ended_on.isoformat(),
            "reason": FROM_LIST,
        }
        yield record.Entry(2, Act.END, now, by.name, end)


def _numbers(body: Body, found: Sequence[Past]) -> list[dict[str, object]]:
    """Year, serial and index number of each: its own, or one by the body's rule."""
    serials: dict[int, int] = {}
    form, parts = queries.numbering(body)
    made = []
    for each in found:
        year = each.made_on.year
        serials[year] = serials.get(year) or queries.next_serial(body, year) - 1
        serials[year] += 1
        given = each.index_number or index_number(form, parts, each.made_on, serials[year])
        made.append({"year": year, "serial": serials[year], "index_number": given})
    return made


def numbered_by_rule(body: Body, each: Past) -> str:
    """Why no index number can be given by the body's rule; empty when one can."""
    form, parts = queries.numbering(body)
    try:
        index_number(form, parts, each.made_on, 1)
    except (InvalidNumberError, NotProvidedForError) as fault:
        return f"没有索引号，本单位也还不能编：{fault}。请先设定“索引号规则”。"
    return ""


@transaction.atomic
def take_off(by: Actor, found: Sequence[int]) -> None:
    """Take what was imported by mistake off its pages and the search, at once."""
    now = clock.now()
    for item in Item.objects.filter(pk__in=found).select_related("body"):
        facts = {"reason": UNDONE}
        Entry.objects.create(
            item=item,
            number=item.entries.count() + 1,
            act=Act.WITHDRAW,
            at=now,
            by=by.name,
            by_id_text=by.id,
            facts=facts,
        )
        item.changed = now
        item.save(update_fields=["changed"])
        keep_copies(item, queries.state_of(item))
        search_acts.remove(queries.subject_of(item))
