"""For random years of records the statement counted on the database is that of a slow count.

A few years in the suite; `make soak` counts three hundred.
"""

import random
from datetime import date, timedelta

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.counting import Block, RemedyCase
from gongkai.law.remedy.counting import cell as remedy_cell
from gongkai.law.remedy.decisions import decisions_of
from gongkai.law.request.counted import counted
from gongkai.law.request.details import Answered, Forwarded
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry
from gongkai.reports.read import read_bytes
from gongkai.reports.write.registry import render
from gongkai.statute.forms import form_in_force
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item
from gongkai.web.remedies import queries as remedy_queries
from gongkai.web.remedies.acts import case as remedies
from gongkai.web.remedies.models import Against, Claimant, Remedy
from gongkai.web.remedies.record import Act as RemedyAct
from gongkai.web.remedies.record import Kind
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.figures import entered
from gongkai.web.reporting.queries import counting
from gongkai.web.reporting.queries import report as queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.models.case import Applicant, Request
from gongkai.web.requests.queries import record_of
from gongkai.web.ui import clock
from tests.web.reporting.conftest import BY

pytestmark = pytest.mark.django_db
FEW, MANY = range(4), range(4, 304)
FORMATS = ("docx", "html", "md", "xlsx", "pdf")
KINDS = [kind for kind in AnswerKind if kind is not AnswerKind.WITHDRAWN]
OTHER = "chengguan"


def made_year(chance: random.Random, body: Body, asked) -> int:
    """A year with records around it, some of another body, some of other years."""
    year = chance.choice((2020, 2021, 2022, 2024, 2025))
    other = Body.objects.get(code=OTHER)
    for _number in range(chance.randrange(2, 14)):
        on = date(year, 1, 1) + timedelta(days=chance.randrange(-120, 400))
        of = other if chance.random() < 0.15 else body
        request = asked(on, applicant=chance.choice(list(Applicant)), of=of)
        _ended(chance, request, on)
    for _number in range(chance.randrange(5)):
        _attacked(chance, body, date(year, 1, 1) + timedelta(days=chance.randrange(-200, 400)))
    for number in range(chance.randrange(4)):
        _published(chance, body, year, number)
    return year


def _ended(chance: random.Random, request: Request, on: date) -> None:
    later = on + timedelta(days=chance.randrange(1, 120))
    match chance.randrange(6):
        case 0:
            return
        case 1:
            enter(BY, request, Entry(Act.WITHDRAW, later))
        case 2:
            enter(BY, request, Entry(Act.FORWARD, later, Forwarded(to="区水务局")))
        case _:
            said = Answered(kind=chance.choice(KINDS))
            enter(BY, request, Entry(Act.ANSWER, later, said))


def _attacked(chance: random.Random, body: Body, filed: date) -> None:
    facts = remedies.Facts(
        kind=chance.choice(list(Kind)),
        against=Against.OTHER,
        subject="某项答复",
        forum="区人民政府",
        filed_on=filed,
        received_on=filed,
        instance=chance.choice((1, 1, 2)),
    )
    person = remedies.Person(Claimant.OTHER)
    remedy = remedies.register(BY, body=body, facts=facts, person=person)
    if chance.random() < 0.7:
        ends = decisions_of(Kind(remedy.kind).way)
        on = filed + timedelta(days=chance.randrange(300))
        remedies.decide(BY, remedy, on=on, facts={"decision": chance.choice(ends).key})
    elif chance.random() < 0.2:
        remedies.enter(BY, remedy, RemedyAct.VOID, on=filed, note="重复登记")


def _published(chance: random.Random, body: Body, year: int, number: int) -> None:
    """A normative document as it stands before the public, in force or repealed."""
    made = date(year, 1, 1) + timedelta(days=chance.randrange(-700, 364))
    repealed = made + timedelta(days=chance.randrange(1, 900)) if chance.random() < 0.4 else None
    Item.objects.create(
        body=body,
        opened=clock.now(),
        stage="published",
        public=True,
        kind="normative_document",
        audience="public",
        title=f"某办法之{number}",
        made_on=made,
        published_on=made,
        validity="废止" if repealed else "有效",
        ended_on=repealed,
        version=1,
    )


def slow_count(body: Body, year: int, form_id: str) -> dict[str, int]:
    """The same figures from the records, one by one, without a query that counts."""
    table = dict.fromkeys(form_in_force(year).cells, 0)
    for cell in [*_requests(body, year, form_id), *_remedies(body, year), *_documents(body, year)]:
        if cell in table:
            table[cell] += 1
    return table


def _requests(body: Body, year: int, form_id: str):
    for request in Request.objects.filter(body=body):
        found = counted(record_of(request))
        if found is None:
            continue
        closed = found.closed
        row = found.row
        if form_id == "2019" and row in ("other_not_corrected", "other_fee_unpaid"):
            row = "other_other"
        rows = []
        if found.received.year == year:
            rows.append("received")
        if found.received.year < year and not (closed and closed.year < year):
            rows.append("carried_in")
        if closed and closed.year == year:
            rows += [row, "handled_total"]
        if found.received.year <= year and not (closed and closed.year <= year):
            rows.append("carried_out")
        for each in rows:
            yield f"requests.{each}.{request.applicant}"
            yield f"requests.{each}.total"


def _remedies(body: Body, year: int):
    for remedy in Remedy.objects.filter(body=body):
        state = remedy_queries.state_of(remedy)
        if state.stage == "void" or state.kind is Kind.COMPLAINT:
            continue
        case = RemedyCase(
            block=Block(state.kind.value),
            filed_on=date.fromisoformat(state.facts["filed_on"]),
            decided_on=state.decided_on,
            result=state.decision.result if state.decision else None,
            instance=state.facts["instance"],
        )
        if found := remedy_cell(case, year):
            yield found
            yield f"{found.rpartition('.')[0]}.total"


def _documents(body: Body, year: int):
    tables = {
        "2021": ("proactive.normative_documents", "issued", "repealed", "in_force"),
        "2019": ("proactive_2019.normative_documents", "made", "", "total_published"),
    }
    row, made, repealed, in_force = tables[form_in_force(year).id]
    for item in Item.objects.filter(body=body, kind="normative_document", public=True):
        if item.made_on.year == year:
            yield f"{row}.{made}"
        if item.published_on and item.published_on.year == year:
            yield f"{row}.newly_published"
        if item.ended_on and item.ended_on.year == year:
            yield f"{row}.{repealed}"
        if item.made_on.year <= year and not (item.ended_on and item.ended_on.year <= year):
            yield f"{row}.{in_force}"


def _checked(seed: int, asked, formats) -> None:
    chance = random.Random(seed)
    body = Body.objects.get(code="wuchang-wangge")
    year = made_year(chance, body, asked)
    form = form_in_force(year)
    expected = slow_count(body, year, form.id)
    assert counting.counted(body, year, form) == expected
    report = acts.open_year(BY, body=body, year=year)
    if chance.random() < 0.5:
        cell = chance.choice([each for each in entered(form) if each.count(".") == 2])
        writing.supplement(BY, report=report, cell=cell, value=3, source="信箱", paper="台账")
        expected[cell] += 3
    statement = queries.statement_of(report, queries.state_of(report), date(year + 1, 1, 20))
    for cell in entered(form):
        assert statement.figure(cell) == expected[cell], cell
    for equation in form.equations:
        if equation.rule != "A01":
            left, right = statement.sides(equation)
            assert left == right
    for to in formats:
        _same(statement, to)


def _same(statement, to: str) -> None:
    """Rendering and reading back loses no figure, and no prose where the format has lines."""
    ((found,),) = ((each.statement for each in read_bytes(f"报告.{to}", render(statement, to))),)
    assert found.figures == statement.figures
    if to in ("docx", "html", "md"):
        assert [s.text for s in found.sections] == [s.text for s in statement.sections]


@pytest.mark.parametrize("seed", FEW)
def test_the_statement_is_that_of_a_slow_count_and_survives_rendering(seed, asked):
    _checked(seed, asked, FORMATS[:3] if seed else FORMATS)


@pytest.mark.slow
@pytest.mark.parametrize("seed", MANY)
def test_so_it_is_for_three_hundred_years(seed, asked):
    _checked(seed, asked, FORMATS[:4])
