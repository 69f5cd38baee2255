"""A whole installation of its own: the sample district, the server, the worker, a browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PASSWORD = "gongkai-2026"
GONGKAI = [sys.executable, "-c", "from gongkai.cli.main import main; main()"]


@contextmanager
def running_site(folder: Path) -> Iterator[str]:
    """The address of a server over the sample district, stopped at the end."""
    environ = {**os.environ, "GONGKAI_PRODUCTION": "off", "GONGKAI_DATA": str(folder)}
    environ.pop("GONGKAI_DATABASE_URL", None)
    subprocess.run([*GONGKAI, "demo"], env=environ, check=True, stdout=subprocess.DEVNULL)
    port = free_port()
    log = (folder / "serve.log").open("w")
    line = [*GONGKAI, "serve", "--port", str(port)]
    server = subprocess.Popen(line, env=environ, stdout=log, stderr=log)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for(f"{address}/ready")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def wait_for(address: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=2)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
        else:
            return


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def sign_in(page: Page, site: str, login: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.get_by_label("账号").fill(login)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("button", name="登录").click()
    page.wait_for_url(lambda address: "/sign-in/" not in address)
