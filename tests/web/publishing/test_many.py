"""Items of the load data: in batches, unscanned, yet the same as taken over one by one."""

import random
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine

from gongkai.web.agencies.acts import found as found_body
from gongkai.web.agencies.models import Body
from gongkai.web.audit.queries import broken
from gongkai.web.project.sample.many import BY, SEED, item_row, items
from gongkai.web.publishing.acts.take_over import take_over
from gongkai.web.publishing.models.items import Entry, Item
from gongkai.web.publishing.past import past
from gongkai.web.publishing.queries.items import copies, published, state_of, subject_of
from gongkai.web.search.models import Page
from gongkai.web.search.queries import Asked, find

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
OWN = ("id", "body_id", "item_id", "index_number", "facts", "place", "subject", "address")
"""Columns whose values are keys, tell the body, or are compared apart."""


def columns(row) -> dict[str, object]:
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    return {name: value for name, value in values.items() if name not in OWN}


def everything(body: Body) -> list[tuple[object, ...]]:
    """What stands of a body's items, told without keys: rows, entries, what is searched."""
    return [
        (
            columns(item),
            [(columns(entry), entry.facts["facts"]) for entry in item.entries.all()],
            {**columns(Page.objects.get(subject=subject_of(item))), "body": 0, "body_name": ""},
        )
        for item in Item.objects.filter(body=body).order_by("year", "serial")
    ]


def a_body(code: str) -> Body:
    return found_body(BY, code=code, parent=None, name=code, short_name=code, kind="department")


def marks(told: list[tuple[object, ...]]) -> list[str]:
    """The marks of what is searched, without the one that tells the body."""
    found = [" ".join(m for m in each[2]["marks"].split() if m[0] != "b") for each in told]
    for each in told:
        del each[2]["marks"]
    return found


def test_a_batch_is_what_the_act_makes_of_each_row_scanned(monkeypatch):
    one, other = a_body("jia"), a_body("yi")
    chance, count = random.Random(SEED), 30
    with time_machine.travel(NOON, tick=False):
        for index in range(count):
            take_over(BY, one, [past(item_row(chance, one, index, count, TODAY), TODAY)])
        assert sum(items([other], count, TODAY)) == count
    by_act, in_batch = everything(one), everything(other)
    assert marks(in_batch) == marks(by_act)
    assert in_batch == by_act


def test_the_copies_are_what_the_entries_come_to():
    body = a_body("jia")
    sum(items([body], 5, TODAY))
    for item in Item.objects.filter(body=body):
        told = copies(state_of(item))
        assert {name: getattr(item, name) for name in told} == told
    assert Entry.objects.filter(item__body=body).count() == 5


def test_they_are_published_and_found_and_the_trail_is_whole():
    body = Body.objects.get(code="wangge")
    before = published(body).count()
    assert sum(items([body], 7, TODAY)) == 7
    assert published(body).count() == before + 7
    assert find(Asked("通知", body=body.pk)).count >= 7
    assert list(broken()) == []
