"""The bulk writer of load data writes what the acts write."""

import random
from datetime import date

import pytest
import time_machine

from gongkai.web.agencies.acts import found as found_body
from gongkai.web.agencies.models import Body
from gongkai.web.audit.models import Chain
from gongkai.web.audit.models import Entry as AuditEntry
from gongkai.web.audit.queries import broken
from gongkai.web.project.sample.many import BY, applications, planned
from gongkai.web.requests.acts import register as register_act
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.many import register_many
from gongkai.web.requests.acts.rebuild import differing
from gongkai.web.requests.acts.register import register
from gongkai.web.requests.models.case import Counter, Request
from gongkai.web.requests.queries import followed
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import open_all

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
OWN = ("id", "holder_id", "code", "request_id", "subject", "before", "hash", "body_id", "chain_id")
"""Columns whose values are keys, chance, or follow from keys."""


def plans(count: int):
    return list(planned(random.Random(1), count, TODAY))


def by_the_acts(body: Body, plan, monkeypatch) -> Request:
    letters = iter(plan.code)
    monkeypatch.setattr(register_act.secrets, "choice", lambda _letters: next(letters))
    with time_machine.travel(plan.at, tick=False):
        made = register(BY, body, plan.application, plan.receipt).request
    for step in plan.steps:
        with time_machine.travel(step.at, tick=False):
            enter(BY, made, step.entry)
    return made


def columns(row) -> dict[str, object]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: value for name, value in values.items() if name not in OWN}


def everything(body: Body) -> dict[str, object]:
    """What stands of a body's applications, told without keys."""
    requests = list(Request.objects.filter(body=body).order_by("pk"))
    place = {f"requests.request:{each.pk}": index for index, each in enumerate(requests)}
    trail = AuditEntry.objects.filter(chain__name=body.code, subject__in=place).order_by("number")
    return {
        "requests": [_shown(each) for each in requests],
        "entries": [[columns(entry) for entry in each.entries.all()] for each in requests],
        "people": [open_all(each.holder) for each in requests],
        "traces": [sorted(each.holder.traces.values_list("field", "digest")) for each in requests],
        "trail": [(place[each.subject], _without_number(each)) for each in trail],
        "counters": sorted(Counter.objects.filter(body=body).values_list("series", "year", "last")),
    }


def _shown(request: Request) -> dict[str, object]:
    found = columns(request)
    return {**found, "number": found["number"].partition("-")[2]}


def _without_number(entry: AuditEntry) -> dict[str, object]:
    found = columns(entry)
    found.pop("number")
    return {**found, "title": found["title"].partition("-")[2]}


def test_the_rows_are_those_of_the_acts(monkeypatch):
    one, other = (
        found_body(BY, code=code, parent=None, name=code, short_name=code, kind="department")
        for code in ("jia", "yi")
    )
    found = plans(40)
    for plan in found:
        by_the_acts(one, plan, monkeypatch)
    register_many(BY, other, found)
    assert everything(other) == everything(one)
    assert len(everything(one)["trail"]) > 80


def test_the_trail_is_whole_and_the_codes_open(client):
    body = Body.objects.get(code="wuchang-wangge")
    before = Chain.objects.get(name=body.code).length
    found = plans(20)
    made = register_many(BY, body, found)
    assert list(broken()) == []
    assert Chain.objects.get(name=body.code).length > before
    assert followed(made[7].number, found[7].code) == made[7]
    assert list(differing(Request.objects.filter(body=body))) == []


def test_each_person_has_a_key_of_their_own():
    made = register_many(BY, Body.objects.get(code="wuchang-wangge"), plans(5))
    held = Holder.objects.filter(pk__in=[each.holder_id for each in made])
    assert len({bytes(holder.wrapped) for holder in held}) == 5


def test_the_load_is_spread_over_the_bodies_and_the_same_each_time():
    bodies = list(Body.objects.order_by("pk")[:3])
    before = [Request.objects.filter(body=body).count() for body in bodies]
    assert sum(applications(bodies, 10, TODAY)) == 10
    after = [Request.objects.filter(body=body).count() for body in bodies]
    assert [b - a for a, b in zip(before, after, strict=True)] == [4, 3, 3]
    assert plans(3) == plans(3)
