"""What happens at a time: publication that was scheduled, the end of a showing."""

from datetime import datetime

from django.db import transaction

from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.entering import enter, show_files, touch
from gongkai.web.publishing.acts.items import fit, publish
from gongkai.web.publishing.acts.remind import tell_missed
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Act, NotProvidedForError, Stage, State
from gongkai.web.review import acts as review_acts
from gongkai.web.review import queries as review_queries
from gongkai.web.review.chain import Outcome
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock


@transaction.atomic
def schedule(by: Actor, *, item: Item, at: datetime) -> None:
    """Let the signed draft go out by itself at a moment; what stops it stops it now."""
    if at <= clock.now():
        raise NotProvidedForError("定时公布的时间应当晚于现在。")
    enter(by, item, Act.SCHEDULE, {"at": at.isoformat()}, allowed=fit)


def unschedule(by: Actor, *, item: Item) -> None:
    """Let it wait for somebody to publish it."""
    enter(by, item, Act.SCHEDULE, {"at": ""})


def publish_scheduled(by: Actor, *, item: Item) -> None:
    """Publish what was scheduled for now or before, unless it was called off meanwhile."""
    state = queries.state_of(item)
    if state.stage is not Stage.SIGNED or not state.scheduled or state.scheduled > clock.now():
        return
    try:
        publish(by, item=item, on=clock.local_day(state.scheduled))
    except NotProvidedForError as refusal:
        _miss(by, item, state.scheduled, str(refusal))


@transaction.atomic
def _miss(by: Actor, item: Item, at: datetime, reason: str) -> None:
    enter(by, item, Act.MISS, {"reason": reason})
    tell_missed(item, at, reason, clock.today())


@transaction.atomic
def expire(by: Actor, *, item: Item) -> None:
    """Take an item down whose time is over: page, files, search. Nothing happens before."""
    state = queries.state_of(item)
    if not state.public or item.shown_until is None or item.shown_until > clock.now():
        return
    enter(by, item, Act.EXPIRE, {})
    touch(item)
    show_files(by, item, [])
    search_acts.remove(queries.subject_of(item))
    _call_off(by, item, state)


def _call_off(by: Actor, item: Item, state: State) -> None:
    """A correction on its way round needs no more signatures."""
    review = review_queries.latest(queries.subject_of(item))
    if state.stage is Stage.IN_REVIEW and review is not None and review.outcome == Outcome.OPEN:
        review_acts.recall(by, review=review)
