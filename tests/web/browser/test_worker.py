"""The worker beside the server."""

import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from tests.web.browser.site import running_site

pytestmark = pytest.mark.browser
WORKER = "gongkai.web.project.commands.worker"


def workers() -> list[psutil.Process]:
    """The workers below this process; other tests may have a site of their own running."""
    below = psutil.Process().children(recursive=True)
    return [p for p in below if p.status() != psutil.STATUS_ZOMBIE and WORKER in p.cmdline()]


def wait_until(told, seconds: float = 20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := told():
            return found
        time.sleep(0.2)
    raise AssertionError("it did not come about in time")


def test_a_worker_that_dies_is_started_again_and_ends_with_the_server(tmp_path: Path):
    others = {process.pid for process in workers()}

    def own() -> psutil.Process | None:
        return next((process for process in workers() if process.pid not in others), None)

    with running_site(tmp_path):
        first = wait_until(own)
        os.kill(first.pid, signal.SIGKILL)
        second = wait_until(lambda: (w := own()) and w.pid != first.pid and w)
    wait_until(lambda: not second.is_running() or second.status() == psutil.STATUS_ZOMBIE)
