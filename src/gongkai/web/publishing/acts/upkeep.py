"""Campaigns over old items, withheld information, topics, retention."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from gongkai.law.publication.due import next_review
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.files import acts as file_acts
from gongkai.web.files.models import Upload
from gongkai.web.publishing.acts import items as item_acts
from gongkai.web.publishing.acts.entering import enter, said, show_files, touch
from gongkai.web.publishing.kinds import KINDS
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.models.upkeep import (
    Assignment,
    Campaign,
    Disposal,
    Look,
    Retention,
    Topic,
    Withheld,
)
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.queries import upkeep
from gongkai.web.publishing.record import Act, NotProvidedForError, Validity
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock

Outcome = Assignment.Outcome
ENDS = {Outcome.REPEAL: Validity.REPEALED, Outcome.LAPSE: Validity.LAPSED}


@transaction.atomic
def open_campaign(
    by: Actor, *, body: Body, facts: Mapping[str, object], items: Sequence[Item]
) -> Campaign:
    """Begin a campaign over exactly these items."""
    if not items:
        raise NotProvidedForError("没有符合条件的信息，请放宽范围。")
    made = Campaign.objects.create(body=body, opened=clock.now(), opened_by=by.name, **facts)
    Assignment.objects.bulk_create(Assignment(campaign=made, item=item) for item in items)
    _trail(by, body, "open_campaign", f"开展{made.title}，{len(items)} 件", made.pk)
    return made


@transaction.atomic
def assign(by: Actor, *, campaign: Campaign, ids: Sequence[int], section: str) -> None:
    """Say which section looks at these."""
    _open(campaign).assignments.filter(pk__in=ids).update(section=section)
    _trail(by, campaign.body, "assign", f"{campaign.title}：交{section}办理", campaign.pk)


@transaction.atomic
def settle(by: Actor, *, assignment: Assignment, outcome: str, on: date, note: str) -> None:
    """Say what became of an item; repeal, lapse and withdrawal take effect with it."""
    campaign, item = _open(assignment.campaign), assignment.item
    if outcome not in dict(upkeep.outcomes(campaign.purpose)):
        raise NotProvidedForError("请选择办理结果。")
    if Outcome(outcome) in ENDS:
        reason = note or campaign.basis or campaign.title
        item_acts.end(by, item=item, validity=ENDS[Outcome(outcome)], on=on, reason=reason)
    elif outcome == Outcome.WITHDRAWN:
        item_acts.withdraw(by, item=item, reason=said(note))
    assignment.outcome, assignment.note = outcome, note
    assignment.at, assignment.by = clock.now(), by.name
    assignment.save(update_fields=["outcome", "note", "at", "by"])
    title = f"{campaign.title}：{item.title}，{Outcome(outcome).label}"
    _trail(by, campaign.body, "settle", title, campaign.pk)


@transaction.atomic
def close_campaign(by: Actor, *, campaign: Campaign) -> None:
    """End it; nothing may be left to do."""
    left = _open(campaign).assignments.filter(outcome=Outcome.OPEN).count()
    if left:
        raise NotProvidedForError(f"还有 {left} 件没有办理结果，不能结束。")
    campaign.closed = clock.now()
    campaign.save(update_fields=["closed"])
    _trail(by, campaign.body, "close_campaign", f"结束{campaign.title}", campaign.pk)


def _open(campaign: Campaign) -> Campaign:
    if campaign.closed:
        raise NotProvidedForError("这次清理已经结束。")
    return campaign


@transaction.atomic
def withhold(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Withheld:
    """Record that information is not published, and when it is to be looked at again."""
    next_on = next_review(facts["decided_on"])
    made = Withheld.objects.create(body=body, next_on=next_on, **facts)
    _trail(by, body, "withhold", f"登记不予公开：{made.title}", made.pk)
    return made


@transaction.atomic
def look_again(by: Actor, *, withheld: Withheld, on: date, opens: bool, note: str) -> None:
    """Evaluate withheld information anew (article 18)."""
    if withheld.opened_on:
        raise NotProvidedForError("这条信息已经决定公开。")
    Look.objects.create(withheld=withheld, on=on, opens=opens, note=said(note), by=by.name)
    withheld.next_on = next_review(on)
    withheld.opened_on = on if opens else None
    withheld.save(update_fields=["next_on", "opened_on"])
    verdict = "可以公开" if opens else "仍不予公开"
    _trail(by, withheld.body, "look_again", f"复查：{withheld.title}，{verdict}", withheld.pk)


@transaction.atomic
def keep_topic(by: Actor, *, body: Body, topic: Topic, items: Sequence[Item]) -> Topic:
    """Write a topic and what it gathers."""
    topic.body, topic.changed = body, clock.now()
    topic.save()
    topic.items.set(items)
    _trail(by, body, "keep_topic", f"专题：{topic.title}，{len(items)} 条", topic.pk)
    return topic


@transaction.atomic
def set_retention(by: Actor, *, body: Body, kind: str, years: int, then: str) -> None:
    """Set how long items of a kind stay; what was approved already stays as it was."""
    facts = {"years": years, "then": then}
    Retention.objects.update_or_create(body=body, kind=kind, defaults=facts)
    _trail(by, body, "set_retention", f"设定公布期限：{KINDS[kind].zh}满 {years} 年", body.pk)


@transaction.atomic
def propose_disposal(by: Actor, *, body: Body, on: date) -> Disposal:
    """List what has been before the public as long as its kind is to be."""
    listed = upkeep.over(body, on)
    if not listed:
        raise NotProvidedForError("没有期满的信息。")
    made = Disposal.objects.create(
        body=body,
        listed=[[item.pk, then] for item, then in listed],
        proposed=clock.now(),
        proposed_by=by.name,
        proposer_id=by.id,
    )
    _trail(by, body, "propose_disposal", f"提出期满清单，{len(listed)} 条", made.pk)
    return made


@transaction.atomic
def approve_disposal(by: Actor, *, disposal: Disposal) -> None:
    """Take the listed items off their pages; whoever made the list may not approve it."""
    locked = Disposal.objects.select_for_update().get(pk=disposal.pk)
    if locked.approved:
        raise NotProvidedForError("这份清单已经批准。")
    if locked.proposer_id == by.id:
        raise NotProvidedForError("清单由另一人批准。")
    locked.approved, locked.approved_by = clock.now(), by.name
    locked.save(update_fields=["approved", "approved_by"])
    found = Item.objects.select_related("body").in_bulk([pk for pk, _then in locked.listed])
    for pk, then in locked.listed:
        if found[pk].public:
            _archive(by, found[pk], then)
    _trail(by, disposal.body, "approve_disposal", f"批准期满清单，{len(found)} 条", disposal.pk)


def _archive(by: Actor, item: Item, then: str) -> None:
    enter(by, item, Act.ARCHIVE, {"then": then})
    touch(item)
    show_files(by, item, [])
    search_acts.remove(queries.subject_of(item))
    if then == Retention.Then.DESTROY:
        for upload in Upload.objects.filter(subject=queries.subject_of(item), original=None):
            for copy in upload.copies.all():
                file_acts.drop(by, copy, reason="公布期满", chain=item.body.code)
            file_acts.drop(by, upload, reason="公布期满", chain=item.body.code)


def _trail(by: Actor, body: Body, verb: str, title: str, pk: int) -> None:
    subject = f"publishing.{verb}:{pk}"
    record(by, f"publishing.{verb}", subject=subject, title=title, chain=body.code)
