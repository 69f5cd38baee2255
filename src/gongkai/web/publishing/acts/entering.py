"""The heart of every act on an item: lock, ask the table, add the entry, keep the copies, audit."""

from collections.abc import Callable

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.files import acts as file_acts
from gongkai.web.files.models import Upload
from gongkai.web.publishing.models.items import Entry, Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Act, NotProvidedForError, State, move
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock


@transaction.atomic
def enter(
    by: Actor,
    item: Item,
    act: Act,
    facts: dict[str, object],
    allowed: Callable[[State], None] = lambda _state: None,
) -> State:
    """Add an entry, if the item's life provides for it at this stage; the state after it."""
    locked = Item.objects.select_for_update().select_related(None).get(pk=item.pk)
    state = queries.state_of(locked)
    move(state, act)
    allowed(state)
    Entry.objects.create(
        item=locked,
        number=locked.entries.count() + 1,
        act=act,
        at=clock.now(),
        by=by.name,
        by_id_text=by.id,
        facts=facts,
    )
    state = queries.state_of(locked)
    keep_copies(item, state)
    write_trail(
        by,
        f"publishing.{act.value}",
        subject=queries.subject_of(item),
        title=f"{act.zh}：{item.title}",
        chain=item.body.code,
        facts={"entry": digest_of(facts)},
    )
    return state


def keep_copies(item: Item, state: State) -> None:
    """Write what the entries come to beside them."""
    found = queries.copies(state)
    for name, value in found.items():
        setattr(item, name, value)
    item.save(update_fields=list(found))


def said(reason: str) -> str:
    if not reason.strip():
        raise NotProvidedForError("请写明理由。")
    return reason.strip()


def touch(item: Item) -> None:
    """The public page is another one from now on."""
    item.changed = clock.now()
    item.save(update_fields=["changed"])


def show_files(by: Actor, item: Item, files: list[Upload]) -> None:
    """Let exactly these files be fetched by everybody, as long as the item is shown."""
    freed = queries.freed(files)
    wanted = {each.pk for each in freed} if item.audience == "public" else set()
    for upload in Upload.objects.filter(subject=queries.subject_of(item)):
        shown = upload.pk in wanted
        until = item.shown_until if shown else None
        if (upload.public, upload.public_until) != (shown, until):
            file_acts.set_public(by, upload, public=shown, until=until, chain=item.body.code)
