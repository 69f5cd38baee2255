"""Many applications at once, for load data: the rows that `register` and `enter` would write."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db import transaction

from gongkai.law.request.exchange import entry_as_data
from gongkai.law.request.receipt import Receipt
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.record import Record, received
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import Told, record_many
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.acts.numbers import next_numbers
from gongkai.web.requests.acts.register import Application, shown_topic
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.queries import Copies, copies, digest_of_code
from gongkai.web.ui import bulk
from gongkai.web.ui.clock import local_day
from gongkai.web.vault.acts import keep_many

ENTRY = ("request", "number", "act", "on", "details", "note", "by_id", "by_name", "at")


@dataclass(frozen=True)
class Step:
    """One act, and the moment at which it was entered."""

    entry: LawEntry
    at: datetime


@dataclass(frozen=True)
class Planned:
    """An application and all that happens to it after its registration."""

    application: Application
    receipt: Receipt
    code: str
    at: datetime
    steps: tuple[Step, ...] = ()

    def all_steps(self) -> tuple[Step, ...]:
        """With the receipt, where its channel makes the period begin at once."""
        if self.receipt.date is None:
            return self.steps
        return (Step(received(self.receipt), self.at), *self.steps)


@transaction.atomic
def register_many(by: Actor, body: Body, planned: Sequence[Planned]) -> list[Request]:
    """Register them, and enter what happened. The plan is believed to be in order."""
    holders = keep_many([each.application.person for each in planned])
    made = [
        _request(body, number, holder, each)
        for number, holder, each in zip(_numbers(body, planned), holders, planned, strict=True)
    ]
    Request.objects.bulk_create(made, batch_size=500)
    both = list(zip(made, planned, strict=True))
    bulk.insert(
        Entry, ENTRY, (row for request, each in both for row in _entries(by, request, each))
    )
    record_many((t for request, each in both for t in _told(by, request, each)), chain=body.code)
    return made


def _numbers(body: Body, planned: Sequence[Planned]) -> Iterator[str]:
    years = [local_day(each.at).year for each in planned]
    series = {
        year: iter(next_numbers(body, "request", year, count))
        for year, count in Counter(years).items()
    }
    return (f"SQ{body.pk:03d}-{year}-{next(series[year]):04d}" for year in years)


def _request(body: Body, number: str, holder, planned: Planned) -> Request:
    asked = planned.application
    return Request(
        body=body,
        number=number,
        code=digest_of_code(number, planned.code),
        holder=holder,
        applicant=asked.applicant,
        topic=shown_topic(asked.topic),
        delivery=asked.delivery,
        channel=planned.receipt.channel.name,
        made=planned.at,
        **vars(_copies(_record(planned))),
    )


def _record(planned: Planned) -> Record:
    return tuple(step.entry for step in planned.all_steps())


@lru_cache(maxsize=20_000)
def _copies(record: Record) -> Copies:
    """What a record comes to; records of load data are often alike."""
    return copies(record)


def _entries(by: Actor, request: Request, planned: Planned) -> Iterator[tuple[object, ...]]:
    """Rows of the columns in ENTRY."""
    for number, step in enumerate(planned.all_steps(), 1):
        act, on = step.entry.act.name, step.entry.on
        yield (request.pk, number, act, on, _details(step.entry), "", by.id, by.name, step.at)


@lru_cache(maxsize=20_000)
def _details(entry: LawEntry) -> dict[str, object]:
    """What an entry says beyond act and day; not to be changed."""
    found: dict[str, object] = entry_as_data(entry).get("details", {})
    return found


def _told(by: Actor, request: Request, planned: Planned) -> Iterator[Told]:
    """The entries of the trail that the acts would have written."""
    facts = {"channel": request.channel, "applicant": request.applicant}
    about, title = subject(request), f"登记申请 {request.number}"
    yield Told(by, "requests.register", about, title, facts, planned.at)
    record = _record(planned)
    for length, step in enumerate(planned.all_steps(), 1):
        after = _copies(record[:length])
        act = step.entry.act
        then = {"act": act.name, "on": step.entry.on, "stage": after.stage, "due": after.due}
        title = f"{request.number} {act.value}"
        yield Told(by, "requests.enter", about, title, then, step.at)
