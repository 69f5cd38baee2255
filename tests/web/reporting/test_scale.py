"""A large area: a thousand bodies added up, shown, put on the board."""

import time

import pytest
from django.test import Client

from gongkai.reports.model.exchange import to_json
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.reporting.models.archive import Filer, Shelved
from gongkai.web.reporting.queries import consolidation, filing
from gongkai.web.ui import clock
from tests.reports.write.samples import complete

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MANY, YEAR = 1000, 2024


@pytest.fixture
def area() -> Body:
    """An area with a thousand bodies, each with a report for the year."""
    found = Body.objects.create(
        code="daqu", name="大区人民政府", short_name="大区", kind="government", path="daqu/"
    )
    filers = Filer.objects.bulk_create(
        Filer(code=f"d{n}", name=f"大区第{n}局", key=f"大区第{n}局", kind="department", area=found)
        for n in range(MANY)
    )
    cells, data = form("2021").cells, to_json(complete(year=YEAR))
    Shelved.objects.bulk_create(
        [
            Shelved(
                filer=filer,
                year=YEAR,
                form="2021",
                scope="own",
                statement=data,
                figures=[(place + n) % 50 for place in range(len(cells))],
                digest=str(n),
                origin=f"test:{n}",
                changed=clock.now(),
            )
            for n, filer in enumerate(filers)
        ],
        batch_size=100,
    )
    return found


def seconds(work) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def test_a_thousand_bodies_are_added_up_in_two_seconds(area, capsys):
    taken = seconds(lambda: consolidation.consolidated(area, YEAR))
    found = consolidation.consolidated(area, YEAR)
    cell = form("2021").cells[3]
    assert found.statement.figure(cell) == sum((3 + n) % 50 for n in range(MANY))
    with capsys.disabled():
        print(f"\n{MANY} bodies added up in {taken:.2f} s")
    assert taken < 2


def test_the_board_and_the_areas_page_of_a_thousand_bodies_are_quick(area, client: Client, capsys):
    board = seconds(lambda: filing.board(area, YEAR))
    page = seconds(lambda: client.get("/reports/areas/daqu/"))
    with capsys.disabled():
        print(f"\nboard {board:.2f} s, page {page:.2f} s")
    assert board < 1
    assert page < 1
