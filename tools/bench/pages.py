"""Pages, table two and the act of applying over load data: the 95th percentile of server time.

GONGKAI_DATA=folder GONGKAI_PRODUCTION=off python tools/bench/pages.py   (or GONGKAI_DATABASE_URL)
after `gongkai demo --requests 100000` there. Measures in one process, without the network;
`--bodies` also table two of a thousand bodies.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.project.settings")
os.environ.setdefault("GONGKAI_PRODUCTION", "off")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import django

django.setup()
gc.freeze()  # as the server does

from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from gongkai.law.request.receipt import Channel, Receipt  # noqa: E402
from gongkai.statute.forms import form  # noqa: E402
from gongkai.web.accounts.models import Person  # noqa: E402
from gongkai.web.agencies.acts import found  # noqa: E402
from gongkai.web.agencies.models import Body  # noqa: E402
from gongkai.web.audit.kept import SHELF  # noqa: E402
from gongkai.web.project.sample.many import BY  # noqa: E402
from gongkai.web.reporting.queries import counting  # noqa: E402
from gongkai.web.requests.acts.register import Application, register  # noqa: E402
from gongkai.web.requests.models.case import Applicant, Delivery, Request  # noqa: E402
from gongkai.web.requests.queries import request_table  # noqa: E402
from gongkai.web.ui import bulk, clock  # noqa: E402

TIMES = 40
OFFICER, BODY = "wangge.jingban", "wangge"
PUBLIC = ("/", "/bodies/", f"/bodies/{BODY}/", f"/apply/{BODY}/", "/follow/", "/reports/")
DESK = ("/desk/", "/desk/requests/", "/desk/requests/?show=all", "/desk/requests/?words=改造")


def told(name: str, times: list[float], bound: float) -> None:
    worst = sorted(times)[int(len(times) * 0.95)]
    line = f"median {statistics.median(times) * 1000:.0f} ms, p95 {worst * 1000:.0f} ms"
    print(f"{name}: {line} (< {bound:.0f} ms) {'' if worst * 1000 < bound else 'TOO SLOW'}")


def timed(do: Callable[[], object], times: int = TIMES) -> list[float]:
    do()
    spent = []
    for _each in range(times):
        start = time.perf_counter()
        do()
        spent.append(time.perf_counter() - start)
    return spent


def pages() -> None:
    desk = Client()
    desk.force_login(Person.objects.get(login=OFFICER))
    case = Request.objects.filter(body__code=BODY).order_by("-pk").first()
    for address in PUBLIC:
        told(address, timed(lambda address=address: fetched(Client(), address)), 100)
    for address in (*DESK, f"/desk/requests/{case.pk}/"):
        told(address, timed(lambda address=address: fetched(desk, address)), 100)


def fetched(client: Client, address: str) -> None:
    SHELF.clear()  # a page made anew, not one kept
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)


def table_two(bodies: int, each: int, bound: float, times: int) -> None:
    """Table two, and the whole report, of bodies with so many copies of last year's applications
    each; nothing stays."""
    year = clock.today().year - 1
    names = [
        f.name for f in Request._meta.concrete_fields if f.name not in ("id", "body", "number")
    ]
    own = Request.objects.filter(counted=True, came__year=year)
    like = list(own.order_by("topic", "pk").values_list(*names)[:each])
    with transaction.atomic():
        made = [
            found(BY, code=f"b{n}", parent=None, name=f"单位{n}", short_name="单位", kind="street")
            for n in range(bodies)
        ]
        rows = (
            (body.pk, f"B{body.pk}-{number}", *like[number % len(like)])
            for body in made
            for number in range(each)
        )
        bulk.insert(Request, ("body", "number", *names), rows)
        of_all = Body.objects.filter(code__in=[body.code for body in made])
        what = f"of {bodies} bodies with {each} applications each"
        told(f"table two {what}", timed(lambda: request_table(of_all, year), times), bound)
        if bodies == 1:
            whole = timed(lambda: counting.counted(made[0], year, form("2021")), times)
            told(f"the whole statement {what}", whole, 1000)
        transaction.set_rollback(True)


def applying(count: int = 300) -> None:
    """The act itself, each in its own transaction."""
    body, today = Body.objects.get(code=BODY), clock.today()
    person = {"name": "程远山", "identity_number": "11010519491231002X", "phone": "13800001234"}
    asked = Application(Applicant.NATURAL_PERSON, "部门决算", Delivery.ONLINE, person)
    receipt = Receipt(channel=Channel.ONLINE, arrived_on=today)
    start = time.perf_counter()
    for _each in range(count):
        register(BY, body, asked, receipt)
    print(f"applying through the act: {count / (time.perf_counter() - start):.0f} a second (≥ 150)")


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    print(f"{connection.vendor}, {Request.objects.count()} applications")
    pages()
    table_two(1, 100_000, 300, 10)
    applying()
    if "--bodies" in sys.argv:
        table_two(1000, 300, 1000, 5)
