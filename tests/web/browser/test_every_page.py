"""Every page in a real browser: accessible, and fit for a phone."""

import gzip
import html
import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.browser.views import View, views

pytestmark = pytest.mark.browser
LINK = re.compile(r'href="(/[^"]*)"')
BY_LOGIN: dict[str, list[View]] = {}
for view in views():
    BY_LOGIN.setdefault(view.login, []).append(view)


@pytest.mark.parametrize("login", BY_LOGIN)
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(person, login):
    page = person(login, width=360)
    faults = []
    for view in BY_LOGIN[login]:
        page.goto(view.address)
        for fault in Axe().run(page).response["violations"]:
            nodes = [node["html"][:160] for node in fault["nodes"]]
            faults.append((view.address, fault["id"], nodes))
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 360:
            faults.append((view.address, f"{wide} pixels wide at 360"))
    assert faults == []


@pytest.mark.parametrize("login", BY_LOGIN)
def test_no_page_links_to_what_its_reader_may_not_see(person, login):
    ask = person(login).request
    answers: dict[str, int] = {}
    for view in BY_LOGIN[login]:
        main = ask.get(view.address).text().partition("<main")[2]
        for link in {found.partition("#")[0] for found in LINK.findall(main)}:
            if link not in answers:
                answers[link] = ask.get(html.unescape(link), max_redirects=0).status
    assert [link for link, status in answers.items() if status >= 400] == []


def test_large_type_is_larger_and_still_fits_a_phone(person):
    page = person("", width=360)
    page.goto("/")
    before = page.evaluate("getComputedStyle(document.body).fontSize")
    page.get_by_role("button", name="大字版").click()
    page.wait_for_load_state()
    assert page.evaluate("getComputedStyle(document.body).fontSize") > before
    for address in ("/", "/bodies/wangge/", "/bodies/wangge/reports/2021/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_sends_little(person):
    page = person("")
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(_sent(answer.url, answer.body())))
    page.goto("/bodies/wangge/reports/2021/", wait_until="networkidle")
    assert sum(sizes) < 60_000


def _sent(address: str, body: bytes) -> int:
    """Bytes on the wire: an installation keeps its static files compressed, pages it does not."""
    return len(gzip.compress(body) if "/static/" in address else body)
