"""The register of normative documents, and the cells of table one that it fills."""

import random
from datetime import date

import pytest

from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items
from gongkai.web.publishing.queries import register as queries
from gongkai.web.publishing.record import Stage, Validity
from gongkai.web.reporting.queries.counting import counted
from tests.web.publishing.conftest import actor, published

pytestmark = pytest.mark.django_db
YEARS = (2023, 2024, 2025, 2026)


@pytest.fixture
def many(draft):
    """Forty items of all kinds, some repealed, lapsed, withdrawn, corrected, never published."""
    chance, by = random.Random(3), actor("wangge.jingban")
    for number in range(40):
        made = date(chance.choice(YEARS), chance.randrange(1, 13), chance.randrange(1, 28))
        item = draft(
            kind=chance.choice(["normative_document"] * 3 + ["notice", "permit", "penalty"]),
            audience=chance.choice(["public"] * 4 + ["intranet"]),
            document_number=f"硚网格规〔{made.year}〕{number + 1}号",
            made_on=made.isoformat(),
        )
        if number % 8 == 0:
            continue
        published(item)
        if item.kind == "normative_document" and number % 2:
            on = date(min(made.year + chance.randrange(3), 2026), 12, 31)
            validity = chance.choice([Validity.REPEALED, Validity.LAPSED])
            acts.end(by, item=item, validity=validity, on=on, reason="清理")
        if number % 9 == 0:
            acts.withdraw(by, item=item, reason="核实")
        elif item.stage == Stage.PUBLISHED and number % 5 == 0:
            acts.correct(by, item=item, reason="更正")


def made_in(facts) -> int:
    return date.fromisoformat(facts["made_on"]).year


def slow_count(body: Body, year: int) -> dict[str, int]:
    """The same count, one item at a time, from the records themselves."""
    counts = dict.fromkeys(queries.cells(), 0)
    for item in Item.objects.filter(body=body):
        state = items.state_of(item)
        if not state.public:
            continue
        facts = state.versions[-1].facts
        for row, kind in queries.DECISIONS.items():
            counts[f"proactive.{row}"] += (facts["kind"], made_in(facts)) == (kind, year)
        if (facts["kind"], facts["audience"]) != ("normative_document", "public"):
            continue
        made = date.fromisoformat(facts["made_on"])
        repealed = state.validity is Validity.REPEALED and state.ended_on.year == year
        holds = state.ended_on is None or state.ended_on > date(year, 12, 31)
        counts[f"{queries.ROW}.issued"] += made.year == year
        counts[f"{queries.ROW}.repealed"] += repealed
        counts[f"{queries.ROW}.in_force"] += made.year <= year and holds
    return counts


def test_the_database_counts_as_a_person_would_and_a_cell_opens_what_it_counts(many, body):
    for year in YEARS:
        table = queries.register_table(Body.objects.filter(pk=body.pk), year)[body.pk]
        assert dict(table) == slow_count(body, year)
        assert sum(table.values()) > 0
        for cell, count in table.items():
            column = cell.rpartition(".")[2]
            assert queries.cell_items(body, year, column).count() == count
        end = date(year, 12, 31)
        assert queries.in_force_on(body, end).count() == table[f"{queries.ROW}.in_force"]


def test_a_year_of_all_bodies_costs_one_query(many, django_assert_num_queries):
    with django_assert_num_queries(1):
        queries.register_table(Body.objects.all(), 2025)


def test_the_report_counts_the_register():
    body = Body.objects.get(code="chengguan")
    cells = {
        cell: value
        for cell, value in counted(body, 2025, form("2021")).items()
        if cell in queries.cells()
    }
    assert {cell: value for cell, value in cells.items() if value} == {
        "proactive.normative_documents.issued": 1,
        "proactive.normative_documents.repealed": 1,
        "proactive.normative_documents.in_force": 1,
    }


def test_a_figure_of_the_report_opens_the_documents_it_counts(signed_in):
    officer, body = signed_in("shidong.jingban"), Body.objects.get(code="shidong")
    report = body.annual_reports.get(year=2025)
    page = officer.get(f"/desk/reports/{report.pk}/").content.decode()
    address = f"/desk/reports/{report.pk}/cells/proactive.normative_documents.in_force/"
    assert f'<a href="{address}">1</a>' in page
    assert "石洞街道小区微更新资金管理办法" in officer.get(address).content.decode()
