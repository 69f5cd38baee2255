"""Drafts of every kind, and the way to publication."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import standing_of
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.models.items import Item
from gongkai.web.review.chain import Verdict
from gongkai.web.review.queries import acting
from gongkai.web.ui import clock
from tests.web.publishing.site import running

FACTS = {
    "title": "关于开展楼道清理的通知",
    "kind": "notice",
    "audience": "public",
    "document_number": "",
    "made_on": "2026-10-08",
    "summary": "安排十月份楼道杂物清理。",
    "subject": "综合政务\\其他",
    "content": "各社区：\n请于10月底前完成楼道清理。",
    "about": None,
}
SIGNERS = ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou")
DAY = date(2026, 10, 12)


def actor(login: str) -> Actor:
    who = Person.objects.get(login=login)
    return Actor(str(who.pk), who.name)


def sign(item: Item, login: str, verdict=Verdict.APPROVE, opinion: str = "") -> None:
    who, today = Person.objects.get(login=login), clock.today()
    role = acting(who, standing_of(who, today), item.body, today)[0]
    acts.sign(actor(login), item=item, acting=role, verdict=verdict, opinion=opinion)


def signed(item: Item) -> Item:
    """Sent round and signed by everyone of the grid centre."""
    acts.submit(actor("wangge.jingban"), item=item)
    for login in SIGNERS:
        sign(item, login)
    return item


def published(item: Item, on: date = DAY) -> Item:
    signed(item)
    acts.publish(actor("wangge.jingban"), item=item, on=on)
    return item


@pytest.fixture
def body(db) -> Body:
    return Body.objects.get(code="wangge")


@pytest.fixture
def draft(body):
    """A draft of the grid centre, with what is to be different from the usual one."""

    def made(**change) -> Item:
        return acts.open_item(actor("wangge.jingban"), body=body, facts={**FACTS, **change})

    return made


@pytest.fixture
def site(settings):
    """A web server beside the platform, one that the operator has allowed to be asked."""
    settings.GONGKAI = replace(settings.GONGKAI, fetch_hosts=("127.0.0.1",))
    with running() as started:
        yield started
