"""Put out as an item what was signed as another paper: an annual report."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.entering import enter
from gongkai.web.publishing.acts.items import correct, open_item, publish, write
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import Act
from gongkai.web.review.models import Review


@transaction.atomic
def put_out(
    by: Actor, *, body: Body, facts: Mapping[str, object], review: Review, on: date
) -> Item:
    """A new item with these facts; the review of the paper stands for its own."""
    item = open_item(by, body=body, facts=facts)
    _through(by, item, review, on)
    return item


@transaction.atomic
def put_out_again(
    by: Actor,
    *,
    item: Item,
    facts: Mapping[str, object],
    review: Review,
    on: date,
    reason: str,
) -> None:
    """The corrected paper in place of the version before the public."""
    correct(by, item=item, reason=reason)
    write(by, item=item, facts=facts, base=queries.state_of(item).written)
    _through(by, item, review, on)


def _through(by: Actor, item: Item, review: Review, on: date) -> None:
    state = enter(by, item, Act.SUBMIT, {"review": review.pk})
    enter(by, item, Act.SIGN, {"digest": queries.digest(state), "review": review.pk})
    publish(by, item=item, on=on)
