"""The register of channels, and what went out through them."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.connectors.registry import CONNECTORS, MEDIA
from gongkai.web.publishing.connectors.told import Told, UnreadableFeedError
from gongkai.web.publishing.models.channels import Channel, Dissemination, StatedFigure
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.channels import SORT, key_of, known, subject_of
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.ui.outward import NotReachedError, ask

Origin = Dissemination.Origin


@transaction.atomic
def open_channel(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Channel:
    """Enter a channel or an account into the register."""
    made = Channel.objects.create(body=body, **facts)
    _trail(by, made, "open_channel", f"登记渠道：{made.name}", facts)
    return made


@transaction.atomic
def change_channel(by: Actor, *, channel: Channel, facts: Mapping[str, object]) -> None:
    """Put the entry in the register right; a new feed is asked from the start."""
    for name, value in facts.items():
        setattr(channel, name, value)
    channel.etag, channel.fault = "", ""
    channel.save()
    _trail(by, channel, "change_channel", f"修改渠道：{channel.name}", facts)


@transaction.atomic
def close_channel(by: Actor, *, channel: Channel, on: date, why: str) -> None:
    """A channel is used no more from a day on; what went out through it stays."""
    if on < channel.opened_on:
        raise NotProvidedForError("停用日期不能早于开通日期。")
    channel.closed_on, channel.closed_why = on, why
    channel.save(update_fields=["closed_on", "closed_why"])
    _trail(by, channel, "close_channel", f"停用渠道：{channel.name}", {"on": on, "why": why})


@transaction.atomic
def disseminate(by: Actor, *, channel: Channel, told: Told, item: Item | None = None) -> None:
    """Record by hand one thing that went out."""
    if not _enter(by, channel, [told], Origin.HAND, item):
        raise NotProvidedForError("这一条已经登记过了。")
    _trail(by, channel, "disseminate", f"登记发布：{told.title}", {"on": told.on})


def import_table(by: Actor, channel: Channel, told: list[Told], data: bytes) -> tuple[int, int]:
    """Record an uploaded table: how many were new, how many were known."""
    manifest = hashlib.sha256(data).hexdigest()
    new = take_in(by, channel=channel, told=told, origin=Origin.IMPORT, manifest=manifest)
    return new, len(told) - new


@transaction.atomic
def take_in(
    by: Actor, *, channel: Channel, told: Iterable[Told], origin: Origin, manifest: str = ""
) -> int:
    """Record what a table or a feed tells; returns how many were new. One entry in the trail."""
    new = _enter(by, channel, told, origin, None)
    if new or origin is not Origin.CONNECTOR:
        title = f"{origin.label} {new} 条：{channel.name}"
        _trail(by, channel, "take_in", title, {"new": new, "manifest": manifest})
    return new


def _enter(
    by: Actor, channel: Channel, told: Iterable[Told], origin: Origin, item: Item | None
) -> int:
    """Add what the channel does not know yet."""
    by_key = {key_of(each.title, each.on, each.address): each for each in told}
    if any(each.on > clock.today() for each in by_key.values()):
        raise NotProvidedForError("发布日期不能晚于今天。")
    fresh = set(by_key) - known(channel, by_key)
    Dissemination.objects.bulk_create(
        [
            Dissemination(
                channel=channel,
                item=item,
                on=each.on,
                title=each.title[:200],
                address=_link(each.address),
                sort=(each.sort or SORT)[:40],
                origin=origin,
                key=key,
                entered=clock.now(),
                by=by.name,
            )
            for key, each in by_key.items()
            if key in fresh
        ],
        batch_size=500,
    )
    return len(fresh)


def _link(address: str) -> str:
    """The address, if it is one of the web: what a feed or a table tells is not to be trusted."""
    return address if len(address) <= 500 and address.startswith(("http://", "https://")) else ""


@transaction.atomic
def make_void(by: Actor, *, entry: Dissemination, why: str) -> None:
    """What was entered by mistake counts no more; it stays in the record with the reason."""
    entry.void = why
    entry.save(update_fields=["void"])
    _trail(by, entry.channel, "make_void", f"作废登记：{entry.title}", {"why": why})


@transaction.atomic
def state_figure(by: Actor, *, channel: Channel, facts: Mapping[str, object]) -> None:
    """Enter what a year came to where there are no single records, with where it is from."""
    counted = channel.went_out.filter(void="", on__year=facts["year"], sort=facts["sort"])
    if counted.exists():
        raise NotProvidedForError("这一年这一类已有逐条记录，以记录为准，不再填写总数。")
    key = {name: facts[name] for name in ("year", "sort")}
    rest = {name: facts[name] for name in ("count", "approximate", "source")}
    StatedFigure.objects.update_or_create(
        channel=channel, **key, defaults={**rest, "entered": clock.now(), "by": by.name}
    )
    title = f"填写{facts['year']}年发布数：{channel.name}"
    _trail(by, channel, "state_figure", title, facts)


def gather(by: Actor, *, channel: Channel) -> int:
    """Ask the channel's feed what went out; returns how many were new.

    A feed that cannot be read leaves its reason on the register; nothing is lost by asking again.
    """
    headers = {"Accept": MEDIA[channel.connector]}
    if channel.etag:
        headers["If-None-Match"] = channel.etag
    channel.asked, channel.fault, new = clock.now(), "", 0
    try:
        answer = ask(channel.feed, headers=headers)
        if answer.status == 200:
            today = clock.today()
            told = CONNECTORS[channel.connector](answer.data, answer.address)
            past = [each for each in told if each.on <= today]
            manifest = hashlib.sha256(answer.data).hexdigest()
            new = take_in(
                by, channel=channel, told=past, origin=Origin.CONNECTOR, manifest=manifest
            )
            channel.etag = answer.headers.get("etag", "")[:200]
        elif answer.status != 304:
            channel.fault = f"订阅地址返回 {answer.status}，请核对。"
    except (NotReachedError, UnreadableFeedError) as fault:
        channel.fault = str(fault)
    channel.save(update_fields=["asked", "fault", "etag"])
    return new


def _trail(by: Actor, channel: Channel, verb: str, title: str, facts: Mapping[str, object]) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=subject_of(channel),
        title=title,
        chain=channel.body.code,
        facts={name: str(value) for name, value in facts.items()},
    )
