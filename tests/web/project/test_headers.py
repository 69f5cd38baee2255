"""What every answer tells the browser."""

import pytest

pytestmark = pytest.mark.django_db
PUBLIC = (
    "/",
    "/bodies/",
    "/bodies/wangge/",
    "/reports/",
    "/bodies/wangge/reports/2021/",
    "/check/",
)


@pytest.mark.parametrize("address", [*PUBLIC, "/sign-in/", "/no-such-page"])
def test_no_page_allows_foreign_or_inline_script_or_framing(client, address):
    answer = client.get(address)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Request-Id"]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_page_sets_no_cookie(client, address):
    assert not client.get(address).cookies


@pytest.mark.parametrize("address", PUBLIC)
def test_no_page_carries_style_or_script_of_its_own(client, address):
    page = client.get(address).content.decode()
    assert "<script" not in page
    assert "<style" not in page
    assert " style=" not in page


def test_a_page_that_breaks_says_so_without_telling_why(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("gongkai.web.agencies.queries.bodies", lambda on: 1 / 0)
    answer = client.get("/bodies/")
    page = answer.content.decode()
    assert answer.status_code == 500
    assert "系统出错了" in page
    assert answer["X-Request-Id"] in page
    assert "ZeroDivisionError" not in page


def test_large_type_is_kept_and_leads_back_to_our_own_pages_only(client):
    answer = client.post("/type-size", {"back": "/bodies/"})
    assert (answer.url, answer.cookies["large-type"].value) == ("/bodies/", "on")
    assert client.post("/type-size", {"back": "https://example.org/"}).url == "/"
