from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.urls import reverse

from gongkai.law.identity.digits import InvalidNumberError
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.files import acts as file_acts
from gongkai.web.files.clean.run import UncleanedError
from gongkai.web.files.models import Upload
from gongkai.web.publishing.acts.entering import enter, said, show_files, touch
from gongkai.web.publishing.acts.relations import settle
from gongkai.web.publishing.index import index_number
from gongkai.web.publishing.kinds import ANNUAL_REPORT, NORMATIVE
from gongkai.web.publishing.models.items import Categories, Item, Numbering
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import (
    Act,
    Ground,
    NotProvidedForError,
    State,
    Validity,
)
from gongkai.web.publishing.text import cleaned
from gongkai.web.review import acts as review_acts
from gongkai.web.review import queries as review_queries
from gongkai.web.review.chain import Outcome, Point, Verdict
from gongkai.web.review.models import Review
from gongkai.web.search import acts as search_acts
from gongkai.web.ui import clock, queue

CLEAN = "gongkai.web.publishing.tasks.items.clean"


@transaction.atomic
def open_item(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Item:
    """Begin a draft. `facts` are the fields of the form as plain data, content as it was typed."""
    made_on = date.fromisoformat(str(facts["made_on"]))
    item = Item.objects.create(body=body, opened=clock.now(), made_on=made_on)
    enter(by, item, Act.WRITE, _plain(facts))
    return item


def write(by: Actor, *, item: Item, facts: Mapping[str, object], base: int) -> None:
    """Save the draft; `base` is the version that was opened for editing."""

    def free(state: State) -> None:
        if state.written != base:
            raise NotProvidedForError("别人刚刚修改了这条信息，请重新打开后再修改。")

    enter(by, item, Act.WRITE, _plain(facts), allowed=free)


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    usual = {"details": {}, "full_text": True, "relations": {}}
    return {**usual, **facts, "content": cleaned(str(facts["content"]))}


def attach(by: Actor, *, item: Item, name: str, data: bytes) -> Upload:
    """Add a file to the draft; RefusedError with a sentence for what cannot be taken in."""
    chain = item.body.code
    kept = file_acts.keep(by, name, data, body=item.body_id, chain=chain)
    with transaction.atomic():
        file_acts.attach(by, kept, subject=queries.subject_of(item), chain=chain)
        facts = {"upload": str(kept.pk), "name": kept.name, "sha256": kept.sha256}
        enter(by, item, Act.ATTACH, facts)
        queue.later(CLEAN, upload=str(kept.pk))
    return kept


def detach(by: Actor, *, item: Item, upload: str) -> None:
    """Take a file out of the draft; versions that were published keep theirs."""
    enter(by, item, Act.DETACH, {"upload": upload})


@transaction.atomic
def submit(by: Actor, *, item: Item) -> Review:
    """Send the draft round to be signed; who signs sees what the scan found."""
    state = enter(by, item, Act.SUBMIT, {})
    return review_acts.open_review(
        by,
        body=item.body,
        subject=queries.subject_of(item),
        title=state.facts["title"],
        address=reverse("publishing:desk_item", args=[item.pk]),
        digest=queries.digest(state),
        things=["正文", *(each.name for each in state.attachments)],
        kind=item.kind,
    )


@transaction.atomic
def sign(
    by: Actor,
    *,
    item: Item,
    acting: review_queries.Acting,
    verdict: Verdict,
    opinion: str,
    points: Sequence[Point] | None = None,
) -> None:
    """Sign or return the draft."""
    state = queries.state_of(item)
    review = review_queries.latest(queries.subject_of(item))
    if review is None:
        raise NotProvidedForError("这条信息还没有送审。")
    content = queries.digest(state)
    outcome = review_acts.sign(
        by,
        review=review,
        acting=acting,
        verdict=verdict,
        opinion=opinion,
        digest=content,
        points=points,
    )
    if outcome is Outcome.RETURNED:
        enter(by, item, Act.RETURN, {"opinion": opinion, "review": review.pk})
    elif outcome is Outcome.DONE:
        enter(by, item, Act.SIGN, {"digest": content, "review": review.pk})


@transaction.atomic
def recall(by: Actor, *, item: Item) -> None:
    """Take the draft back from signing, or after it."""
    review = review_queries.latest(queries.subject_of(item))
    enter(by, item, Act.RECALL, {})
    if review is not None and review.outcome == Outcome.OPEN:
        review_acts.recall(by, review=review)


def release(by: Actor, *, item: Item, key: str, ground: Ground, word: str) -> None:
    """Let something the scan found go out, on a named ground; whoever wrote the draft may not."""

    def known(state: State) -> None:
        found = queries.scan(state, queries.uploads(state))
        if key not in {each.key for each in found}:
            raise NotProvidedForError("内容已经改动，请按最新的扫描结果办理。")
        if not word.strip():
            raise NotProvidedForError("请写明放行的理由。")
        wrote = item.entries.filter(act=Act.WRITE).last()
        if wrote is not None and wrote.by_id_text == by.id:
            raise NotProvidedForError("不能放行自己起草的内容，请由保密审查员或者负责人办理。")

    facts = {"key": key, "ground": ground.value, "word": word.strip()}
    enter(by, item, Act.RELEASE, facts, allowed=known)


def publish(by: Actor, *, item: Item, on: date) -> None:
    """Put the signed draft before its readers; unreleased findings stop it.

    The copies of its files that hide nothing are made before any lock is taken.
    """
    make_copies(by, item)
    _publish(by, item, on)


def make_copies(by: Actor, item: Item) -> None:
    """The copies of the draft's files that may be published; made once."""
    for upload in queries.uploads(queries.state_of(item)):
        if upload.state == Upload.State.READY:
            try:
                file_acts.free_copy(by, upload, chain=item.body.code)
            except UncleanedError as fault:
                raise NotProvidedForError(str(fault)) from fault


@transaction.atomic
def _publish(by: Actor, item: Item, on: date) -> None:
    body = Body.objects.select_for_update().get(pk=item.body_id)
    before = queries.state_of(item)
    number = before.number or _next_number(body, date.fromisoformat(before.facts["made_on"]))
    state = enter(by, item, Act.PUBLISH, {"on": on.isoformat(), "number": number}, allowed=fit)
    touch(item)
    settle(by, item, state)
    files = queries.uploads(state)
    show_files(by, item, files)
    if item.kind != ANNUAL_REPORT:
        search_acts.put(queries.to_find(item, files))


def fit(state: State) -> None:
    """Refused as long as something keeps the draft from going out."""
    files = queries.uploads(state)
    if any(each.state != Upload.State.READY for each in files):
        raise NotProvidedForError("还有附件没有通过病毒检查，请稍后再公布，或者移除该附件。")
    left = [each for each in queries.scan(state, files) if each.released is None]
    if left:
        raise NotProvidedForError(f"扫描发现 {len(left)} 处不能公开的内容，改正或放行后再公布。")
    shown_until = queries.copies(replace(state, versions=()))["shown_until"]
    if shown_until and shown_until <= clock.now():
        raise NotProvidedForError("公示截止日期已经过去，请修改公示时间后再公布。")


def _next_number(body: Body, made_on: date) -> dict[str, object]:
    """The next index number of the body's year, without gaps: its row is locked until the end."""
    serial = queries.next_serial(body, made_on.year)
    form, parts = queries.numbering(body)
    try:
        given = index_number(form, parts, made_on, serial)
    except InvalidNumberError as fault:
        raise NotProvidedForError(
            f"还不能编索引号：{fault}。请先在“索引号规则”中为本单位设定。"
        ) from fault
    return {"year": made_on.year, "serial": serial, "index_number": given}


def correct(by: Actor, *, item: Item, reason: str) -> None:
    """Open a published item again; its readers keep the version they have until then."""
    enter(by, item, Act.CORRECT, {"reason": said(reason)})


def abandon(by: Actor, *, item: Item) -> None:
    """Give a correction up."""
    enter(by, item, Act.ABANDON, {})


@transaction.atomic
def end(by: Actor, *, item: Item, validity: Validity, on: date, reason: str) -> None:
    """A normative document holds no more from a day on; it stays on its page, with a mark."""
    if item.kind != NORMATIVE:
        raise NotProvidedForError("只有行政规范性文件需要废止或者宣布失效；其他信息可以撤下。")
    if validity is Validity.IN_FORCE or on < item.made_on:
        raise NotProvidedForError("请选择废止或者失效，日期不能早于生成日期。")
    facts = {"validity": validity.value, "on": on.isoformat(), "reason": said(reason)}
    enter(by, item, Act.END, facts)
    touch(item)


@transaction.atomic
def withdraw(by: Actor, *, item: Item, reason: str) -> None:
    """Take an item off its page, its files and the search, at once."""
    enter(by, item, Act.WITHDRAW, {"reason": said(reason)})
    touch(item)
    show_files(by, item, [])
    search_acts.remove(queries.subject_of(item))


def discard(by: Actor, *, item: Item) -> None:
    """Give up a draft that was never published; it takes no index number with it."""
    enter(by, item, Act.DISCARD, {})


@transaction.atomic
def set_categories(by: Actor, *, body: Body, of_kind: Mapping[str, str]) -> None:
    """Set under what the body counts each kind."""
    Categories.objects.update_or_create(body=body, defaults={"of_kind": dict(of_kind)})
    write_trail(
        by,
        "publishing.set_categories",
        subject=f"agencies.body:{body.pk}",
        title="设定统计分类",
        chain=body.code,
        facts=dict(of_kind),
    )


@transaction.atomic
def set_numbering(by: Actor, *, body: Body, form: str, parts: Mapping[str, str]) -> None:
    """Set the form of the body's index numbers; numbers already given stay."""
    index_number(form, parts, clock.today(), 1)
    Numbering.objects.update_or_create(body=body, defaults={"form": form, "parts": dict(parts)})
    write_trail(
        by,
        "publishing.set_numbering",
        subject=f"agencies.body:{body.pk}",
        title="设定索引号规则",
        chain=body.code,
        facts={"form": form, "parts": dict(parts)},
    )
