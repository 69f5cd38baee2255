"""What the web server runs."""

import os
import subprocess
import sys

ASK = """
import sys
import gongkai.web.project.wsgi
print(*(name for name in sys.modules if name.startswith("gongkai.web.") and "views" in name))
"""


def test_every_page_is_loaded_before_the_first_visitor():
    run = subprocess.run(
        [sys.executable, "-c", ASK],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        check=True,
    )
    assert {"gongkai.web.requests.views.portal", "gongkai.web.pages.views"} <= set(
        run.stdout.split()
    )
