"""A decision that was published is set aside."""

from datetime import date

from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.entering import enter
from gongkai.web.publishing.kinds import KINDS
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.record import Act, NotProvidedForError


def overturn(by: Actor, *, item: Item, how: str, on: date, authority: str) -> None:
    """Record that it was changed, revoked, found unlawful or void: the days to withdraw it run."""
    if KINDS[item.kind].overturned is None:
        raise NotProvidedForError(f"{KINDS[item.kind].zh}没有法定的撤回期限；需要时可以直接撤下。")
    if on < item.made_on:
        raise NotProvidedForError("日期不能早于作出决定的日期。")
    enter(by, item, Act.OVERTURN, {"how": how, "on": on.isoformat(), "by": authority})
