"""Clarifying what is false or incomplete (article 6)."""

from collections.abc import Mapping

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.acts.entering import touch
from gongkai.web.publishing.models.clarifications import Clarification
from gongkai.web.publishing.private_words import refuse_private
from gongkai.web.publishing.queries.clarifications import SUBJECT, to_find
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock


@transaction.atomic
def clarify(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Clarification:
    """Publish a clarification at once; the page of the item it is about tells of it."""
    refuse_private(*(str(facts[name]) for name in ("title", "said", "seen", "facts")))
    made = Clarification.objects.create(
        body=body, told_on=clock.today(), told_at=clock.now(), by=by.name, **facts
    )
    _follow(made)
    search_acts.put(to_find(made))
    _trail(by, made, "clarify", f"澄清：{made.title}")
    return made


@transaction.atomic
def withdraw_clarification(by: Actor, *, clarification: Clarification, why: str) -> None:
    """Take a clarification off its page and the search; the record keeps it."""
    clarification.withdrawn_why = why
    clarification.save(update_fields=["withdrawn_why"])
    _follow(clarification)
    search_acts.remove(f"{SUBJECT}:{clarification.pk}")
    _trail(by, clarification, "withdraw_clarification", f"撤下澄清：{clarification.title}")


def _follow(clarification: Clarification) -> None:
    if clarification.item is not None:
        touch(clarification.item)


def _trail(by: Actor, clarification: Clarification, verb: str, title: str) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=f"{SUBJECT}:{clarification.pk}",
        title=title,
        chain=clarification.body.code,
        facts={"why": clarification.withdrawn_why},
    )
