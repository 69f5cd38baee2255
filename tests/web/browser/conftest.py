"""One installation and one Chromium for all browser tests of a process."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.browser.site import CHROMIUM, chromium, running_site, sign_in


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    if not CHROMIUM.exists():
        pytest.skip("needs /usr/bin/chromium")
    with running_site(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def browser(site) -> Iterator[Browser]:
    with chromium() as running:
        yield running


@pytest.fixture
def person(site, browser) -> Iterator[Callable[[str], Page]]:
    """A page of a browser of their own for each person; an empty name is the public."""
    opened = []

    def enter(login: str, width: int = 1280) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, locale="zh-CN", base_url=site
        )
        opened.append(context)
        page = context.new_page()
        if login:
            sign_in(page, site, login)
        return page

    yield enter
    for context in opened:
        context.close()
