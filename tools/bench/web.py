"""Public pages over many items: p95 of server time, requests a second beside a bare Django view.

GONGKAI_DATA=folder GONGKAI_PRODUCTION=off python tools/bench/web.py [items]

Fills an empty folder with the sample district and so many items (200,000 unless told). Both
servers are granian with the same options and are asked in turns within one run, so that what
else the machine does weighs on both.
"""

import http.client
import os
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
os.environ.setdefault("GONGKAI_PRODUCTION", "off")

import django

django.setup()

import psutil  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from gongkai.web.agencies.models import Body  # noqa: E402
from gongkai.web.audit.kept import SHELF  # noqa: E402
from gongkai.web.project.sample.load import load  # noqa: E402
from gongkai.web.publishing.models.columns import Column  # noqa: E402
from gongkai.web.publishing.models.items import Item  # noqa: E402
from gongkai.web.publishing.queries.items import address  # noqa: E402
from gongkai.web.ui import clock  # noqa: E402

HERE = Path(__file__).resolve().parent
SEVERAL = 30
FIRST = 100_000
"""The number from which on the made items are counted."""
SECONDS, ROUNDS, READERS = 4, 3, 4
KINDS = ("notice", "news", "interpretation", "plan", "other")
TEXT = "<p>各社区按照安排开展工作，完成情况在本栏目公布。</p>" * 8
SERVER = (
    "--interface",
    "wsgi",
    "--workers",
    "1",
    "--blocking-threads",
    "4",
    "--no-access-log",
    "--respawn-failed-workers",
)


def fill(count: int) -> None:
    """The sample district and so many more items, as if they had all been published."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    if not Body.objects.exists():
        load(clock.today())
    body, first = Body.objects.get(code="wangge"), date(2008, 5, 1)
    there = Item.objects.filter(serial__gte=FIRST).count()
    for start in range(there, count, 5000):
        Item.objects.bulk_create(
            _item(body, first, at) for at in range(start, min(start + 5000, count))
        )


def _item(body: Body, first: date, at: int) -> Item:
    made = first + timedelta(days=at % 6700)
    return Item(
        body=body,
        opened=clock.now(),
        stage="published",
        public=True,
        kind=KINDS[at % len(KINDS)],
        audience="public",
        title=f"第{at}号关于社区服务安排的信息",
        made_on=made,
        summary=f"说明第{at}项安排的时间、地点和责任单位。",
        subject="综合政务\\其他",
        content=TEXT,
        version=1,
        published_on=made,
        published_at=clock.now(),
        changed=clock.now(),
        year=made.year,
        serial=FIRST + at,
        index_number=f"MB0000019/{made.year}-{at}",
    )


def p95(path: str) -> None:
    """Wall clock, and processor time of this process, which a busy machine does not lengthen."""
    client, wall, own = Client(), [], []
    for _each in range(SEVERAL + 1):
        SHELF.clear()  # each time made anew; what is kept is measured by the rate
        start, worked = time.perf_counter(), time.process_time()
        answer = client.get(path)
        wall.append((time.perf_counter() - start) * 1000)
        own.append((time.process_time() - worked) * 1000)
        assert answer.status_code == 200, (path, answer.status_code)
    last = int(SEVERAL * 0.95)
    worst, worked = sorted(wall[1:])[last], sorted(own[1:])[last]
    flag = "" if worst < 100 else "  OVER 100 ms"
    print(f"{path:<44} p95 {worst:6.1f} ms, of the processor {worked:6.1f} ms{flag}", flush=True)


@contextmanager
def served(target: str, port: int, folder: Path):
    """A granian with one worker of this application; gives its process."""
    line = (sys.executable, "-m", "granian", *SERVER, "--port", str(port), target)
    place = {**os.environ, "PYTHONPATH": f"{folder}:{os.environ.get('PYTHONPATH', '')}"}
    server = psutil.Popen(line, env=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _each in range(300):
            try:
                http.client.HTTPConnection("127.0.0.1", port, timeout=2).connect()
                break
            except OSError:
                time.sleep(0.2)
        yield server
    finally:
        server.terminate()
        server.wait()


def rate(port: int, path: str) -> float:
    """Requests a second of several readers that keep their connection."""
    until, counts = time.monotonic() + SECONDS, [0] * READERS

    def read(at: int) -> None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        while time.monotonic() < until:
            link.request("GET", path)
            answer = link.getresponse()
            answer.read()
            assert answer.status == 200, (path, answer.status)
            counts[at] += 1

    threads = [Thread(target=read, args=(at,)) for at in range(READERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS


def memory(server: psutil.Popen) -> float:
    """MiB of the server and its workers, shared pages counted once (PSS)."""
    all_of_them = [server, *server.children(recursive=True)]
    return sum(each.memory_full_info().pss for each in all_of_them) / 1024**2


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    fill(count)
    item = Item.objects.filter(body__code="wangge", public=True).order_by("-pk")[0]
    column = Column.objects.filter(body__code="wangge", name="通知公告").first()
    page, base = address(item), "/bodies/wangge"
    print(f"{Item.objects.count()} items")
    paths = [page, f"{base}/catalogue/", f"{base}/catalogue/?page=3", f"{base}/disclosure/"]
    paths += [f"{base}/catalogue/?kind=notice", f"{base}/items.atom", f"{base}/items.json"]
    paths += [f"{base}/columns/{column.pk}/"] if column else []
    for path in paths:
        p95(path)
    with (
        served("gongkai.web.project.wsgi:application", 8471, HERE) as ours,
        served("bare:application", 8472, HERE) as bare,
    ):
        for port, path in ((8471, page), (8472, "/")):
            rate(port, path)
        pairs = [(rate(8471, page), rate(8472, "/")) for _each in range(ROUNDS)]
        own, plain = (statistics.median(each) for each in zip(*pairs, strict=True))
        print(f"item page {own:.0f}/s, bare Django view {plain:.0f}/s: {own / plain:.0%}")
        print(f"memory of server and worker {memory(ours):.0f} MiB (bare {memory(bare):.0f} MiB)")


if __name__ == "__main__":
    main()
