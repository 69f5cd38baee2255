"""Table three is counted in the database as the law counts case by case."""

import random
from datetime import date, timedelta

import pytest

from gongkai.law.remedy.counting import Block, RemedyCase, cell
from gongkai.law.remedy.decisions import decisions_of
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.remedies import queries
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.models import Remedy
from gongkai.web.remedies.record import Act, Kind
from tests.web.remedies.conftest import BY

pytestmark = pytest.mark.django_db
YEARS = (2024, 2025, 2026)
CELLS = [each for row in form("2021").rows_of("remedies") for each in row.cells]


@pytest.fixture
def many(attack):
    chance = random.Random(11)
    for _number in range(80):
        filed = date(2024, 1, 1) + timedelta(days=chance.randrange(1000))
        remedy = attack(
            kind=chance.choice(list(Kind)),
            filed_on=filed,
            received_on=filed + timedelta(days=chance.randrange(9)),
            instance=chance.choice((1, 1, 1, 2)),
            co_defendant=chance.random() < 0.1,
        )
        if chance.random() < 0.7:
            ends = decisions_of(Kind(remedy.kind).way)
            on = filed + timedelta(days=chance.randrange(200))
            acts.decide(BY, remedy, on=on, facts={"decision": chance.choice(ends).key})
        if chance.random() < 0.1:
            acts.enter(BY, remedy, Act.VOID, on=filed, note="重复登记")


def slow_table(body: Body, year: int) -> dict[str, int]:
    """The same count, one case at a time, from the entries and by the law's own function."""
    table = dict.fromkeys(CELLS, 0)
    for remedy in Remedy.objects.filter(body=body):
        state = queries.state_of(remedy)
        if state.stage == "void" or state.kind is Kind.COMPLAINT:
            continue
        case = RemedyCase(
            block=Block(state.kind.value),
            filed_on=date.fromisoformat(state.facts["filed_on"]),
            decided_on=state.decided_on,
            result=state.decision.result if state.decision else None,
            instance=state.facts["instance"],
            co_defendant=state.facts["co_defendant"],
        )
        if (found := cell(case, year)) is not None:
            table[found] += 1
            table[f"{found.rpartition('.')[0]}.total"] += 1
    return table


def test_the_database_counts_what_the_law_counts(many, body):
    seen = 0
    for year in YEARS:
        counted = queries.remedy_table(Body.objects.filter(pk=body.pk), year)[body.pk]
        assert counted == slow_table(body, year)
        seen += sum(counted.values())
    assert seen > 60


def test_behind_every_cell_stand_as_many_cases_as_it_says(many, body):
    counted = queries.remedy_table(Body.objects.filter(pk=body.pk), 2025)[body.pk]
    for path, number in counted.items():
        _, block, column = path.split(".")
        assert queries.cell_records(body, 2025, block, column).count() == number
