"""Table two is counted in the database as it is counted by hand."""

import random
from datetime import date, timedelta

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.law.request.counted import counted
from gongkai.law.request.details import Answered, Forwarded, Ordered
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.record import Record
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.requests import queries
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.split import split
from gongkai.web.requests.models.case import Applicant, Request
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db
YEARS = (2024, 2025, 2026)


@pytest.fixture
def many(apply):
    """Some hundred applications over three years with every kind of end, and some that go on."""
    chance = random.Random(7)
    for _number in range(120):
        on = date(2024, 1, 2) + timedelta(days=chance.randrange(1000))
        request = apply(on, applicant=chance.choice(list(Applicant))).request
        do(chance, request, on)


def do(chance, request, on) -> None:
    """What happens to one application; some are split, the parts each go their way."""
    if chance.random() < 0.2:
        on = _later(chance, on) + timedelta(days=200)
        for part in split(BY, request, ["其一", "其二", "其三"], on=on):
            do(chance, part, on)
        return
    for step in chance.choice(ENDS)(chance, on):
        try:
            enter(BY, request, step)
        except NotProvidedFor:
            break


def _later(chance, on):
    return on + timedelta(days=chance.randrange(1, 90))


def _answered(chance, on):
    kinds = [kind for kind in AnswerKind if kind is not AnswerKind.WITHDRAWN]
    return [LawEntry(Act.ANSWER, _later(chance, on), Answered(kind=chance.choice(kinds)))]


def _ordered_anew(chance, on):
    first = _answered(chance, on)
    order = LawEntry(Act.REVIEW_ORDER, _later(chance, first[0].on), Ordered())
    return [*first, order, *_answered(chance, order.on)]


def _sent_away(chance, on):
    away = LawEntry(Act.FORWARD, _later(chance, on), Forwarded(to="区水务局"))
    return [away] if chance.random() < 0.7 else [away, LawEntry(Act.ARCHIVE, away.on)]


def _sent_back(chance, on):
    [away, *_rest] = _sent_away(chance, on)
    back = LawEntry(Act.RETURN, _later(chance, away.on))
    return [away, back, *_answered(chance, back.on)]


ENDS = (
    _answered,
    _answered,
    _ordered_anew,
    lambda _chance, _on: [],
    lambda chance, on: [LawEntry(Act.WITHDRAW, _later(chance, on))],
    _sent_away,
    _sent_away,
    _sent_back,
)


def slow_table(body: Body, year: int) -> dict[str, int]:
    """The same count, one application at a time, from the records themselves."""
    table = {cell: 0 for row in form("2021").rows_of("requests") for cell in row.cells}

    def count(row, applicant):
        table[f"requests.{row}.{applicant}"] += 1
        table[f"requests.{row}.total"] += 1

    for request in Request.objects.filter(body=body):
        found = counted(as_known(request, year), request.split_off)
        if found is None:
            continue
        if found.received.year == year:
            count("received", request.applicant)
        if found.received.year < year and (not found.closed or found.closed.year >= year):
            count("carried_in", request.applicant)
        if found.closed and found.closed.year == year:
            count(found.row, request.applicant)
            count("handled_total", request.applicant)
        if found.received.year <= year and (not found.closed or found.closed.year > year):
            count("carried_out", request.applicant)
    return table


def as_known(request: Request, year: int) -> Record:
    """What had happened by the end of a year: a body counts then, not later.

    Before it was split the whole stood for its parts, of which nobody knew.
    """
    whole = request.origin
    if whole and whole.entries.get(act="SPLIT").on.year > year:
        return ()
    record = queries.record_of(request)
    return tuple(entry for entry in record if entry.on.year <= year)


def test_the_database_counts_as_a_person_would(many, body):
    for year in YEARS:
        fast = queries.request_table(Body.objects.filter(pk=body.pk), year)[body.pk]
        assert dict(fast) == slow_table(body, year)
        assert sum(fast.values()) > 0


def test_the_sums_of_the_form_hold_for_whatever_was_entered(many, body):
    for year in YEARS:
        table = queries.request_table(Body.objects.filter(pk=body.pk), year)[body.pk]
        for equation in form("2021").equations:
            if equation.at.startswith("requests"):
                left, right = (
                    sum(table[c] for c in side) for side in (equation.left, equation.right)
                )
                assert left == right, (year, equation.at)


def test_what_is_carried_out_of_a_year_is_carried_into_the_next(many, body):
    bodies = Body.objects.filter(pk=body.pk)
    for year in YEARS[:-1]:
        here, there = (queries.request_table(bodies, each)[body.pk] for each in (year, year + 1))
        for column in ("total", *Applicant.values):
            assert here[f"requests.carried_out.{column}"] == there[f"requests.carried_in.{column}"]


def test_a_cell_opens_exactly_the_applications_that_it_counts(many, body):
    table = queries.request_table(Body.objects.filter(pk=body.pk), 2025)[body.pk]
    for cell, count in table.items():
        _table, row, applicant = cell.split(".")
        assert queries.cell_records(body, 2025, row, applicant).count() == count, cell


def test_the_copies_agree_with_the_records(many):
    for request in Request.objects.all():
        said = queries.copies(queries.record_of(request), split_off=request.split_off)
        for name, value in vars(said).items():
            assert getattr(request, name) == value, name


def test_every_row_of_the_form_can_be_reached_by_an_answer():
    rows = {outcome(kind).row_2021 for kind in AnswerKind} - {None}
    assert rows == {row.key for row in form("2021").outcomes}


def test_a_year_of_all_bodies_costs_two_queries(many, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.request_table(Body.objects.all(), 2025)
