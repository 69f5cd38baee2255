"""The tables of duties come in, entries are tied to what fulfils them."""

import hashlib

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.duty_tables import USUAL, Duty, Share
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.models.directory import DirectoryEntry, Fulfilment
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.directory import subject_of
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock


@transaction.atomic
def take_directory(by: Actor, *, body: Body, duties: list[Duty], data: bytes) -> dict[str, int]:
    """A new edition: entries that stay keep what fulfils them, those left out are ended."""
    known = {
        (each.area, each.matter, each.content): each
        for each in DirectoryEntry.objects.select_for_update().filter(body=body)
    }
    for order, duty in enumerate(duties, 1):
        entry = known.pop(duty.key, None) or DirectoryEntry(body=body)
        for name, value in vars(duty).items():
            setattr(entry, name, value)
        entry.order, entry.ended_on = order, None
        entry.save()
    ended = [each for each in known.values() if each.ended_on is None]
    for entry in ended:
        entry.ended_on = clock.today()
        entry.save(update_fields=["ended_on"])
    facts = {"entries": len(duties), "ended": len(ended)}
    told = {**facts, "manifest": hashlib.sha256(data).hexdigest()}
    _trail(by, body, "take_directory", f"导入标准目录 {len(duties)} 条", told)
    return facts


@transaction.atomic
def take_division(by: Actor, *, body: Body, shares: list[Share], data: bytes) -> dict[str, int]:
    """Who answers for each column; a column that is not there yet is made."""
    known = {each.name: each for each in Column.objects.filter(body=body, ended_on=None)}
    new = 0
    for order, share in enumerate(shares, 1):
        column = known.get(share.column)
        if column is None:
            column, new = Column(body=body, name=share.column, kind=USUAL, order=order), new + 1
        column.responsible, column.keeper = share.responsible, share.keeper
        column.telephone, column.kind = share.telephone, share.kind or column.kind
        column.own_days = share.own_days or column.own_days
        column.save()
    facts = {"columns": len(shares), "new": new}
    told = {**facts, "manifest": hashlib.sha256(data).hexdigest()}
    _trail(by, body, "take_division", f"导入职责分工表 {len(shares)} 栏", told)
    return facts


@transaction.atomic
def fulfil(by: Actor, *, entry: DirectoryEntry, item: Item) -> None:
    """Tell by which published item an entry is fulfilled."""
    _made, new = Fulfilment.objects.get_or_create(
        entry=entry, item=item, defaults={"by": by.name, "at": clock.now()}
    )
    if not new:
        raise NotProvidedForError("这条信息已经挂在这一事项下。")
    title = f"落实标准目录：{entry.matter}"
    _trail(by, entry.body, "fulfil", title, {"item": item.index_number})


@transaction.atomic
def unfulfil(by: Actor, *, entry: DirectoryEntry, item: Item) -> None:
    Fulfilment.objects.filter(entry=entry, item=item).delete()
    title = f"取消落实：{entry.matter}"
    _trail(by, entry.body, "unfulfil", title, {"item": item.index_number})


def _trail(by: Actor, body: Body, verb: str, title: str, facts: dict[str, object]) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=subject_of(body),
        title=title,
        chain=body.code,
        facts=facts,
    )
