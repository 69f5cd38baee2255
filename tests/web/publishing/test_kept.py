"""Public pages are kept as they were made, and never longer than they are true."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from gongkai.web.agencies import acts as body_acts
from gongkai.web.audit import kept
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.queries.items import address
from tests.web.publishing.conftest import actor, published

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 10, 0, 20, tzinfo=ZoneInfo("Asia/Shanghai"))
SHOWN = {
    "kind": "objection_notice",
    "made_on": "2026-11-24",
    "details": {
        "since": "2026-11-25",
        "until": "2026-12-01",
        "channel": "办公室",
        "ground": "规程",
    },
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as moved:
        yield moved


def asked(reader: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert reader.get(path).status_code == 200
    return len(queries)


def test_a_page_asked_for_again_costs_one_query(draft):
    path = address(published(draft()))
    assert asked(Client(), path) > 3
    assert asked(Client(), path) == 1


def test_it_is_the_same_page_with_the_same_headers(draft):
    path = address(published(draft()))
    made, again = Client().get(path), Client().get(path)
    assert again.content == made.content
    del made["X-Request-Id"], again["X-Request-Id"]
    assert dict(again.items()) == dict(made.items())
    assert Client().get(path, headers={"If-None-Match": made["ETag"]}).status_code == 304


def test_an_item_withdrawn_is_gone_at_once(draft):
    item = published(draft())
    assert asked(Client(), address(item))
    acts.withdraw(actor("wangge.jingban"), item=item, reason="内容有误")
    assert Client().get(address(item)).status_code == 410


def test_a_body_renamed_shows_its_new_name(draft, body):
    path, on = address(published(draft())), NOW.date()
    Client().get(path)
    body_acts.rename(actor("wangge.jingban"), body=body, name="新名", short_name="新", on=on)
    assert "新名" in Client().get(path).content.decode()


def test_what_ends_by_the_clock_ends_without_anybody(draft, clock):
    path = address(published(draft(**SHOWN)))
    clock.move_to(datetime(2026, 12, 1, 23, 59, 58, tzinfo=NOW.tzinfo))
    assert Client().get(path).status_code == 200
    clock.shift(timedelta(seconds=1))
    assert asked(Client(), path) == 1
    clock.shift(timedelta(seconds=1))
    assert Client().get(path).status_code == 410


def test_who_is_signed_in_sees_a_page_of_their_own(draft, signed_in):
    path = address(published(draft()))
    Client().get(path)
    page = signed_in("wangge.jingban").get(path)
    assert "进入工作台" in page.content.decode()
    assert "进入工作台" not in Client().get(path).content.decode()


def test_large_type_is_a_page_of_its_own(draft):
    path, large = address(published(draft())), Client()
    Client().get(path)
    large.cookies["large-type"] = "on"
    assert 'class="large"' in large.get(path).content.decode()
    assert 'class="large"' not in Client().get(path).content.decode()


def test_who_filled_in_a_form_before_is_served_what_is_kept(draft):
    path, known = address(published(draft())), Client()
    known.cookies[settings.CSRF_COOKIE_NAME] = "a" * 32
    assert asked(known, path) > 3
    assert asked(known, path) == 1


@pytest.mark.parametrize("cookies", [{}, {settings.CSRF_COOKIE_NAME: "a" * 32}])
def test_a_page_with_a_form_is_kept_for_nobody(cookies):
    @kept.kept
    def view(request):
        return HttpResponse(get_token(request))

    def answer(request):
        response = view(request)
        if request.META.get("CSRF_COOKIE_NEEDS_UPDATE"):
            response.set_cookie(settings.CSRF_COOKIE_NAME, request.META["CSRF_COOKIE"])
        return response

    request = RequestFactory().get("/form/")
    request.COOKIES.update(cookies)
    request.META.update(dict.fromkeys(cookies and ["CSRF_COOKIE"], "b" * 32))
    kept.keeping(answer)(request)
    assert not kept.SHELF.pages


def test_the_shelf_holds_no_more_than_its_bytes():
    shelf = kept.Shelf(100)
    for name in "abcdef":
        shelf.put((name,), kept.Page(kept.stamp(), b"x" * 30, {}, None))
    assert shelf.bytes == 90
    assert list(shelf.pages) == [("d",), ("e",), ("f",)]
