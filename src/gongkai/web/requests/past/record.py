"""A row of a ledger as an application with everything that happened to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.clock import reply_due
from gongkai.law.request.details import Answered, CorrectionAsked, Extended, Forwarded
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, Record, received, standing_after
from gongkai.statute.parameters import parameter
from gongkai.web.requests.models.case import Applicant
from gongkai.web.requests.past import words

PRIVATE_FIELDS = ("name", "identity_number", "phone", "email", "address")
ASSUMED = "台账写明已延期，未写日期，按期限届满之日登记"


class RowError(ValueError):
    """What is wrong with a row: key of the field → sentence."""

    def __init__(self, faults: Mapping[str, str]):
        super().__init__("；".join(faults.values()))
        self.faults = faults


@dataclass(frozen=True)
class Past:
    """An application as a ledger tells it. `person` is for the vault; `notes` by entry."""

    own_number: str
    applicant: Applicant
    topic: str
    delivery: str
    channel: Channel
    record: Record
    notes: tuple[str, ...]
    person: Mapping[str, str] = field(repr=False)


def past(facts: Mapping[str, Any], today: date) -> Past:
    """The application in a row; RowError with a sentence for each cell that cannot be placed."""
    faults: dict[str, str] = {}
    person = {key: facts[key] for key in PRIVATE_FIELDS if key in facts}
    person["description"] = facts["topic"]
    try:
        number = person.get("identity_number", "")
        kind = words.applicant(facts.get("applicant", ""), person.get("name", ""), number)
    except words.UnplacedError as error:
        faults["applicant"] = str(error)
    faults |= _days(facts, today)
    entries: list[tuple[Entry, str]] = []
    if not faults:
        try:
            entries = list(_entries(facts))
            standing_after(tuple(entry for entry, _note in entries))
        except words.UnplacedError as error:
            faults["answer"] = str(error)
        except NotProvidedFor as error:
            faults[""] = f"{error}。请核对各个日期。"
    if faults:
        raise RowError(faults)
    return Past(
        own_number=facts.get("number", ""),
        applicant=kind,
        topic=facts["topic"],
        delivery=words.delivery(facts.get("delivery", "")),
        channel=words.channel(facts.get("channel", "")),
        record=tuple(entry for entry, _note in entries),
        notes=tuple(note for _entry, note in entries),
        person=person,
    )


DAYS = ("received", "asked", "corrected", "extended_on", "answered")


def _days(facts: Mapping[str, Any], today: date) -> dict[str, str]:
    """Dates that cannot be, and halves of an answer."""
    found = {key: "晚于今天，请核对年份。" for key in DAYS if facts.get(key, today) > today}
    begun = facts["received"]
    for key in DAYS[1:]:
        if key in facts and facts[key] < begun:
            found[key] = "早于收到日期，请核对。"
    if "answer" in facts and "answered" not in facts:
        found["answered"] = "写了办理结果，没有写答复日期。"
    if "answered" in facts and "answer" not in facts:
        found["answer"] = "写了答复日期，没有写办理结果；还没有办结的请删去日期。"
    if "corrected" in facts and "asked" not in facts:
        found["asked"] = "写了补正日期，没有写告知补正的日期。"
    return found


def _entries(facts: Mapping[str, Any]) -> Iterator[tuple[Entry, str]]:
    """What happened, in the order in which it did."""
    receipt = Receipt(channel=Channel.LEDGER, arrived_on=facts["received"])
    steps = [(received(receipt), facts.get("note", ""))]
    if "asked" in facts:
        steps.append((Entry(Act.ASK_CORRECTION, facts["asked"], CorrectionAsked()), ""))
    if "corrected" in facts:
        steps.append((Entry(Act.CORRECT, facts["corrected"]), ""))
    if facts.get("extended") or "extended_on" in facts:
        steps.append(_extension(facts, tuple(entry for entry, _note in steps)))
    if "answer" in facts:
        steps.append(_end(facts))
    yield from sorted(steps, key=lambda step: step[0].on)


def _extension(facts: Mapping[str, Any], before: Record) -> tuple[Entry, str]:
    """An extension whose day is not written stands on the last day on which it could be."""
    on, note = facts.get("extended_on"), ""
    if on is None:
        due = reply_due(before, default_calendar()).date or before[-1].on
        on, note = min(due, facts.get("answered", due)), ASSUMED
    days = parameter("request.extension_days").on(on)
    return Entry(
        Act.EXTEND, on, Extended(days=days, approved_by_head=True, applicant_told=True)
    ), note


def _end(facts: Mapping[str, Any]) -> tuple[Entry, str]:
    found = words.ending(facts["answer"], facts.get("reason", ""))
    on, number = facts["answered"], facts.get("letter", "")
    if found.kind is not None:
        return Entry(Act.ANSWER, on, Answered(kind=found.kind, withheld=found.withheld)), number
    if found.act is Act.FORWARD:
        return Entry(Act.FORWARD, on, Forwarded(to=facts.get("reason", "") or "台账未写明")), number
    return Entry(found.act, on), number
