"""What the web server runs."""

import os
import subprocess
import sys

import pytest

ASK = """
import gc
import sys
import gongkai.web.project.wsgi
print(*(name for name in sys.modules if name.startswith("gongkai.web.") and "views" in name))
print(gc.get_freeze_count())
"""


@pytest.fixture(scope="module")
def told() -> list[str]:
    """The modules of views that a server has loaded; last how much it looks through no more."""
    run = subprocess.run(
        [sys.executable, "-c", ASK],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def test_every_page_is_loaded_before_the_first_visitor(told):
    assert {"gongkai.web.requests.views.portal", "gongkai.web.pages.views"} <= set(told)


def test_what_was_loaded_is_looked_through_for_garbage_no_more(told):
    assert int(told[-1]) > 100_000
