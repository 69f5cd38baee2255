"""Packages from an office system become drafts; public items go on to another system."""

import secrets
from collections.abc import Mapping
from datetime import date

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.files.sniff import RefusedError
from gongkai.web.publishing.acts import items as item_acts
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.models.exchange import Gate, Intake, Outlet
from gongkai.web.publishing.package import Package, PackageError, read
from gongkai.web.publishing.queries.exchange import digest_of
from gongkai.web.publishing.queries.items import state_of
from gongkai.web.publishing.record import NotProvidedForError, Stage
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep


@transaction.atomic
def open_gate(by: Actor, *, body: Body, name: str) -> str:
    """Let an office system hand packages in; its key is shown once and not kept."""
    token = secrets.token_urlsafe(32)
    made = Gate.objects.create(
        body=body, name=name, digest=digest_of(token), made=clock.now(), by=by.name
    )
    _trail(by, body, "open_gate", f"publishing.gate:{made.pk}", f"开通报送密钥：{name}")
    return token


@transaction.atomic
def close_gate(by: Actor, *, gate: Gate) -> None:
    gate.closed = clock.now()
    gate.save(update_fields=["closed"])
    subject = f"publishing.gate:{gate.pk}"
    _trail(by, gate.body, "close_gate", subject, f"停用报送密钥：{gate.name}")


@transaction.atomic
def take_package(by: Actor, *, body: Body, data: bytes, by_folder: bool = False) -> Intake:
    """A package becomes a draft, or only its entry where it is not to be published.

    The same package sent again changes nothing; another one under the same id replaces the draft
    while nobody has sent it round. PackageError says why one is not taken.
    """
    package = read(data, clock.today())
    locked = Body.objects.select_for_update().get(pk=body.pk)
    known = Intake.objects.filter(body=locked, source=package.id).first()
    if known is not None and known.digest == package.digest:
        return known
    if known is not None and not _open(known):
        raise PackageError(f"{package.id} 已经送审或者公布，不能再由来文覆盖。")
    intake = known or Intake(body=body, source=package.id, received=clock.now())
    intake.title, intake.openness, intake.ground = package.title, package.openness, package.ground
    intake.digest, intake.by, intake.by_folder = package.digest, by.name, by_folder
    if package.openness == Intake.Openness.PUBLIC:
        _draft(by, intake, package)
    elif intake.item is not None:
        item_acts.discard(by, item=intake.item)
        intake.item = None
    intake.save()
    subject = f"publishing.intake:{intake.pk}"
    _trail(by, body, "take_package", subject, f"收到报送：{package.title}")
    return intake


def _open(intake: Intake) -> bool:
    """Whether its draft may still be written by a new package."""
    if intake.item is None:
        return True
    return intake.item.stage == Stage.DRAFTING and not intake.item.public


def _draft(by: Actor, intake: Intake, package: Package) -> None:
    try:
        if intake.item is None:
            intake.item = item_acts.open_item(by, body=intake.body, facts=package.facts)
        else:
            state = state_of(intake.item)
            for each in state.attachments:
                item_acts.detach(by, item=intake.item, upload=each.upload)
            base = state_of(intake.item).written
            item_acts.write(by, item=intake.item, facts=package.facts, base=base)
        for name, data in package.attachments:
            item_acts.attach(by, item=intake.item, name=name, data=data)
    except (RefusedError, NotProvidedForError) as refusal:
        raise PackageError(str(refusal)) from refusal


@transaction.atomic
def open_outlet(
    by: Actor, *, channel: Channel, way: str, address: str, token: str, since: date
) -> Outlet:
    """Hand the body's public items on to the system behind a channel."""
    if way == Outlet.Way.POST and not address:
        raise NotProvidedForError("逐条推送的，请填写接口地址。")
    facts: Mapping[str, object] = {
        "way": way,
        "address": address,
        "since": since,
        "holder": keep({"token": token}) if token else None,
        "closed": None,
    }
    made, _new = Outlet.objects.update_or_create(channel=channel, defaults=facts)
    subject = f"publishing.outlet:{made.pk}"
    _trail(by, channel.body, "open_outlet", subject, f"设置推送：{channel.name}")
    return made


@transaction.atomic
def close_outlet(by: Actor, *, outlet: Outlet) -> None:
    outlet.closed = clock.now()
    outlet.save(update_fields=["closed"])
    subject = f"publishing.outlet:{outlet.pk}"
    _trail(by, outlet.channel.body, "close_outlet", subject, f"停止推送：{outlet.channel.name}")


def _trail(by: Actor, body: Body, verb: str, subject: str, title: str) -> None:
    write_trail(by, f"publishing.{verb}", subject=subject, title=title, chain=body.code)
