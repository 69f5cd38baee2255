"""Public pages through 16 connections at once: the 95th percentile as a visitor waits.

GONGKAI_DATA=folder python tools/bench/served.py   after `gongkai demo --requests 20000` there. Runs
a server of its own on that folder; applications that it hands in stay.
"""

import http.client
import os
import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from pages import told
from power_cut import RECEIPT, TOKEN, Installation

CONNECTIONS, TIMES = 16, 25
BODY = "wangge"
FORM = {
    "applicant": "natural_person",
    "name": "程远山",
    "identity_number": "11010519491231002X",
    "phone": "13800001234",
    "topic": "测速用的申请",
    "description": "测速",
    "delivery": "online",
}


class Visitor:
    """Somebody who has applied and follows the application, on one connection that stays open."""

    def __init__(self, number: int, site: Installation):
        self.link = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        self.number, self.count = number, 0
        self.cookies = {"csrftoken": TOKEN}
        self.post(f"/apply/{BODY}/", FORM)
        receipt, code = RECEIPT.findall(self.get("/apply/done")[1])[:2]
        assert self.post("/follow/", {"number": receipt, "code": code})[0] == 302

    def get(self, address: str, *, known: bool = True) -> tuple[int, str]:
        return self.send("GET", address, b"", self.cookies if known else {})

    def post(self, address: str, fields: dict[str, str]) -> tuple[int, str]:
        sent = urlencode({"csrfmiddlewaretoken": TOKEN, **fields}).encode()
        return self.send("POST", address, sent, self.cookies)

    def send(
        self, method: str, address: str, sent: bytes, cookies: dict[str, str]
    ) -> tuple[int, str]:
        """Status and page; each time from another address, for one may not ask so often."""
        self.count += 1
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
            "X-Forwarded-For": f"10.{self.number}.{self.count // 250 % 250}.{self.count % 250}",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self.link.request(method, address, sent, headers)
        answer = self.link.getresponse()
        page = answer.read().decode()
        for each in answer.headers.get_all("Set-Cookie", ()):
            self.cookies.update([each.split(";")[0].split("=", 1)])
        return answer.status, page


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
        visitors = [Visitor(number, site) for number in range(CONNECTIONS)]
        catalogue, form = f"/bodies/{BODY}/catalogue/", f"/apply/{BODY}/"
        together("public list", lambda n: visitors[n].get(catalogue, known=False)[0])
        together("follow-up page", lambda n: visitors[n].get("/follow/case")[0])
        together("form answer", lambda n: visitors[n].post(form, FORM)[0])
    finally:
        site.stop()


if __name__ == "__main__":
    main()
