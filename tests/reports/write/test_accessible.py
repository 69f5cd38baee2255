"""The pages in a browser: axe finds nothing, and a phone need not scroll the page sideways."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from gongkai.reports.compare.comparison import compare
from gongkai.reports.compare.page import page
from gongkai.reports.write.registry import render
from tests.reports.write.samples import complete

pytestmark = pytest.mark.browser

CHROMIUM = Path("/usr/bin/chromium")

PAGES = {
    "report-2021": lambda: render(complete(), "html"),
    "report-2019": lambda: render(complete("2019"), "html"),
    "comparison": lambda: page(compare(complete(year=2022), complete())),
}


@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine")
@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_is_accessible_and_fits_a_phone(name, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[name]())
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 360, "height": 800})
        shown.goto(path.as_uri())
        found = Axe().run(shown)
        assert found.violations_count == 0, found.generate_report()
        assert shown.evaluate("document.documentElement.scrollWidth") == 360
        browser.close()
