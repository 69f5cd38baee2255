"""The minute's round: packages in, published addresses back, public items on."""

import json
import re
from pathlib import Path

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts.channels import Origin, take_in
from gongkai.web.publishing.acts.exchange import take_package
from gongkai.web.publishing.claims import name_of, take
from gongkai.web.publishing.connectors.told import Told
from gongkai.web.publishing.models.exchange import Handover, Intake, Outlet
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.package import PackageError
from gongkai.web.publishing.queries.exchange import (
    AT_ONCE,
    arrived,
    folder,
    package_of,
    state_of,
    to_hand_over,
    to_take_back,
    to_tell,
    whole_address,
)
from gongkai.web.ui import clock
from gongkai.web.ui.outward import NotReachedError, ask
from gongkai.web.vault.queries import open_all

LARGEST = 60 * 1024**2
"""Bytes of one package."""


def read_folder(by: Actor) -> int:
    """Take in every package of the watched folder; each gets a reply beside it."""
    now = clock.now().timestamp()
    mine = ((code, path, take(path, now)) for code, path in arrived())
    return sum(_read(by, code, name_of(path), taken) for code, path, taken in mine if taken)


def _read(by: Actor, code: str, name: str, path: Path) -> bool:
    """Whether a package that this worker has taken came in."""
    body = Body.objects.filter(code=code, until=None).first()
    try:
        if body is None:
            raise PackageError(f"没有代号为 {code} 的单位。")
        if path.stat().st_size > LARGEST:
            raise PackageError("文件超过 60 MB。")
        intake = take_package(by, body=body, data=path.read_bytes(), by_folder=True)
        reply, ending = state_of(intake), "done"
    except PackageError as fault:
        reply = {"file": name, "state": "refused", "message": str(fault)}
        ending = "refused"
    _write(folder() / "out" / code / name, reply)
    done = folder() / "in" / code / ending
    done.mkdir(exist_ok=True)
    path.replace(done / name)
    return ending == "done"


def tell_back() -> int:
    """Write the published address of each package back into the folder."""
    told = 0
    for intake in to_tell()[:AT_ONCE]:
        name = re.sub(r"[^\w.-]", "_", intake.source)
        _write(folder() / "out" / intake.body.code / f"{name}.published.json", state_of(intake))
        Intake.objects.filter(pk=intake.pk).update(told=whole_address(intake.item))
        told += 1
    return told


def _write(path: Path, facts: dict[str, str]) -> None:
    """Whole or not at all: whoever watches the folder never reads half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(facts, ensure_ascii=False, indent=1), "utf-8")
    part.replace(path)


def hand_over(by: Actor, outlet: Outlet) -> int:
    """Hand on what is new or changed, take back what is withdrawn; returns how many went."""
    done = 0
    for item in to_hand_over(outlet)[:AT_ONCE]:
        done += _sent(by, outlet, item, item.version, package_of(item))
    for there in to_take_back(outlet)[:AT_ONCE]:
        note = {"format": "gongkai-item/1", "id": there.item.index_number, "withdrawn": True}
        done += _sent(by, outlet, there.item, 0, json.dumps(note).encode())
    return done


def _sent(by: Actor, outlet: Outlet, item: Item, version: int, package: bytes) -> bool:
    """Whether the other system took it; what it answered stays with the handover."""
    there, _new = Handover.objects.get_or_create(
        outlet=outlet, item=item, defaults={"sent": clock.now()}
    )
    there.sent, there.fault = clock.now(), ""
    try:
        address = _put(outlet, item, package)
    except NotReachedError as fault:
        there.fault, there.tries = str(fault)[:200], there.tries + 1
        there.save()
        return False
    with transaction.atomic():
        there.version, there.tries = version, 0
        there.address = address[:300] or there.address
        there.save()
        if version and there.address:
            told = [Told(item.title, item.published_on, there.address, item.get_kind_display())]
            take_in(by, channel=outlet.channel, told=told, origin=Origin.CONNECTOR)
    return True


def _put(outlet: Outlet, item: Item, package: bytes) -> str:
    """Where it stands there, if the other system says so."""
    if outlet.way == Outlet.Way.FOLDER:
        return _into_folder(outlet, item, package)
    headers = {"Content-Type": "application/json; charset=utf-8"}
    token = open_all(outlet.holder).get("token") if outlet.holder else ""
    if token:
        headers["Authorization"] = f"Bearer {token}"
    answer = ask(outlet.address, method="POST", data=package, headers=headers)
    if not 200 <= answer.status < 300:
        raise NotReachedError(f"对方系统返回 {answer.status}。")
    return _address_in(answer.data)


def _into_folder(outlet: Outlet, item: Item, package: bytes) -> str:
    """A file an item; the other system writes `NAME.reply.json` with the address beside it."""
    place = folder() / "cms" / outlet.channel.body.code
    name = re.sub(r"[^\w.-]", "_", item.index_number)
    place.mkdir(parents=True, exist_ok=True)
    part = place / f"{name}.part"
    part.write_bytes(package)
    part.replace(place / f"{name}.json")
    return ""


def read_replies(by: Actor, outlet: Outlet) -> int:
    """Fill in the addresses that the other system wrote into the folder."""
    filled = 0
    place = folder() / "cms" / outlet.channel.body.code
    for there in outlet.handovers.filter(address="", version__gt=0).select_related("item__body"):
        name = re.sub(r"[^\w.-]", "_", there.item.index_number)
        path = place / f"{name}.reply.json"
        address = _address_in(path.read_bytes()) if path.exists() else ""
        if address:
            there.address = address[:300]
            there.save(update_fields=["address"])
            item = there.item
            told = [Told(item.title, item.published_on, address, item.get_kind_display())]
            take_in(by, channel=outlet.channel, told=told, origin=Origin.CONNECTOR)
            filled += 1
    return filled


def _address_in(data: bytes) -> str:
    try:
        said = json.loads(data or b"{}")
    except ValueError:
        return ""
    return str(said.get("address") or "") if isinstance(said, dict) else ""
