"""Enters the sample district through the same acts that people use."""

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction

from gongkai.web.accounts.acts import admit
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.acts import appoint, found
from gongkai.web.agencies.models import Body, GroupMember, Role
from gongkai.web.audit.actor import system
from gongkai.web.project.sample import (
    area,
    around,
    filings,
    items,
    ledgers,
    mail,
    past,
    remedies,
    reports,
    requests,
    resident,
    upkeep,
)
from gongkai.web.remedies.acts.remind import remind as remind_of_remedies
from gongkai.web.requests.acts.remind import remind

DISTRICT = Path(__file__).with_name("district.toml")
APPOINTED = date(2021, 1, 1)
BY = system("演示数据")


@dataclass(frozen=True)
class Account:
    """An account as it is printed."""

    login: str
    name: str
    place: str
    password: str


@transaction.atomic
def load(today: date) -> list[Account]:
    """Enter everything as of a day; returns the accounts to print."""
    facts = tomllib.loads(DISTRICT.read_text("utf-8"))
    bodies: dict[str, Body] = {}
    for entry in facts["body"]:
        group = entry.pop("group", [])
        parent = bodies.get(entry.pop("parent", ""))
        body = found(BY, parent=parent, sample=True, since=date(2015, 1, 1), **entry)
        bodies[body.code] = body
        GroupMember.objects.bulk_create(
            GroupMember(body=body, order=order, **seat) for order, seat in enumerate(group, 1)
        )
    _staff(facts, bodies)
    _residents(facts)
    items.load(bodies)
    upkeep.load(bodies)
    around.load(bodies, today)
    reports.load(bodies)
    past.load(bodies)
    filings.load(bodies)
    area.load(bodies)
    requests.load(bodies, today)
    mail.load(bodies["wangge"], today)
    resident.load(bodies, today)
    remind(today)
    remedies.load(bodies, today)
    remind_of_remedies(today)
    ledgers.load(bodies, today)
    return accounts()


def accounts() -> list[Account]:
    """The sample accounts, as the file tells them."""
    facts = tomllib.loads(DISTRICT.read_text("utf-8"))
    places = {body["code"]: body["short_name"] for body in facts["body"]}
    staff = [
        Account(login, name, f"{places[code]} · {Role(role).label}", facts["password"])
        for login, (name, code, role) in facts["people"].items()
    ]
    public = facts["residents"].items()
    return staff + [Account(login, name, "公众", facts["password"]) for login, name in public]


def _staff(facts: dict, bodies: dict[str, Body]) -> None:
    for login, (name, code, role) in facts["people"].items():
        person = _person(login, name, facts["password"], Person.Kind.STAFF)
        appoint(BY, person=person, body=bodies[code], role=Role(role), on=APPOINTED)


def _residents(facts: dict) -> None:
    for login, name in facts["residents"].items():
        _person(login, name, facts["password"], Person.Kind.RESIDENT)


def _person(login: str, name: str, password: str, kind: Person.Kind) -> Person:
    return admit(BY, login=login, name=name, password=password, kind=kind, must_change=False)
