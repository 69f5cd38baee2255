"""Public pages through 16 connections at once: the 95th percentile as a visitor waits.

GONGKAI_DATA=folder python tools/bench/served.py   after `gongkai demo --requests 20000` there. Runs
a server of its own on that folder; applications that it hands in stay.
"""

import os
import random
import re
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pages import told
from power_cut import Client, Installation

CONNECTIONS, TIMES = 16, 25
BODY = "wangge"
RECEIPT = re.compile(r"<dd><strong>([^<]+)</strong>")
FORM = {
    "applicant": "natural_person",
    "name": "程远山",
    "identity_number": "11010519491231002X",
    "phone": "13800001234",
    "topic": "测速用的申请",
    "description": "测速",
    "delivery": "online",
}


def visitor(number: int, site: Installation) -> tuple[Client, str]:
    """Somebody who has applied and follows the application; the session."""
    client = Client(number, site, "")
    _status, headers, _page = client.post(f"/apply/{BODY}/", FORM)
    session = headers["Set-Cookie"].split(";")[0]
    page = client.send("GET", "/apply/done", b"", {"Cookie": session})[2]
    number, code = RECEIPT.findall(page)[:2]
    _status, headers, _page = client.post("/follow/", {"number": number, "code": code})
    return client, headers["Set-Cookie"].split(";")[0]


def together(name: str, do: Callable[[int], int]) -> None:
    """Each connection does it again and again; all times of all of them."""
    times: list[float] = []

    def again(number: int) -> None:
        time.sleep(random.random() / 10)
        for _each in range(TIMES):
            start = time.perf_counter()
            status = do(number)
            times.append(time.perf_counter() - start)
            assert status in (200, 302), status

    threads = [threading.Thread(target=again, args=[number]) for number in range(CONNECTIONS)]
    start = time.perf_counter()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    told(name, times, 100)
    print(f"  {len(times) / (time.perf_counter() - start):.0f} answers a second")


def main() -> None:
    site = Installation(Path(os.environ["GONGKAI_DATA"]))
    site.serve()
    try:
        visitors = [visitor(number, site) for number in range(CONNECTIONS)]

        def get(number: int, address: str, *, known: bool) -> int:
            client, session = visitors[number]
            client.count += 1
            return client.send("GET", address, b"", {}, session if known else "")[0]

        def apply(number: int) -> int:
            client, _session = visitors[number]
            client.count += 1
            return client.post(f"/apply/{BODY}/", FORM)[0]

        together("public list", lambda n: get(n, f"/bodies/{BODY}/catalogue/", known=False))
        together("follow-up page", lambda n: get(n, "/follow/case", known=True))
        together("form answer", apply)
    finally:
        site.stop()


if __name__ == "__main__":
    main()
