from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from gongkai.law.remedy.counting import Result
from gongkai.law.remedy.decisions import decision
from gongkai.law.remedy.ways import Way
from gongkai.law.request.details import Ordered
from gongkai.law.request.lifecycle import Act as RequestAct
from gongkai.law.request.record import Entry as RequestEntry
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.remedies import evidence, queries
from gongkai.web.remedies.models import Claimant, Entry, Remedy
from gongkai.web.remedies.record import Act, Kind, NotProvidedForError, State, fold, move
from gongkai.web.requests.acts.enter import enter as enter_in_request
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.review.chain import digest_of
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What a remedy is registered with; all but the days and links are words of the papers."""

    kind: Kind
    against: str
    subject: str
    forum: str
    filed_on: date
    received_on: date
    case_number: str = ""
    simple: bool = False
    reply_by: date | None = None
    co_defendant: bool = False
    instance: int = 1
    request: int | None = None
    letter: int | None = None
    previous: int | None = None

    def as_data(self) -> dict[str, Any]:
        data = {**vars(self), "kind": self.kind.value}
        return {k: v.isoformat() if isinstance(v, date) else v for k, v in data.items()}


@dataclass(frozen=True)
class Person:
    """Who brought it; the name goes into the vault and nowhere else."""

    claimant: Claimant
    name: str = field(default="", repr=False)


@transaction.atomic
def register(by: Actor, *, body: Body, facts: Facts, person: Person) -> Remedy:
    """Take a case in as its papers came."""
    serial = next_number(body, "remedy", facts.received_on.year)
    remedy = Remedy(
        body=body,
        number=f"FS{body.pk:03d}-{facts.received_on.year}-{serial:04d}",
        holder=keep({"name": person.name}) if person.name else None,
        claimant=person.claimant,
        made=clock.now(),
        filed=facts.filed_on,
        received=facts.received_on,
    )
    remedy.save()
    enter(by, remedy, Act.RECEIVE, on=facts.received_on, facts=facts.as_data())
    return remedy


def amend(by: Actor, remedy: Remedy, *, on: date, facts: Facts, note: str = "") -> None:
    """Put right what was registered; what stood there stays in the record."""
    enter(by, remedy, Act.AMEND, on=on, facts=facts.as_data(), note=note)


@transaction.atomic
def decide(
    by: Actor, remedy: Remedy, *, on: date, facts: Mapping[str, Any], note: str = ""
) -> None:
    """Enter how it ended; an order to answer anew goes into the application's record too.

    `facts`: decision, served_on, document_number, anew, days, until (dates as text).
    """
    entered = False
    if facts.get("anew") and remedy.request_id and Kind(remedy.kind) is not Kind.COMPLAINT:
        if not decision(facts["decision"]).anew:
            raise NotProvidedForError("这种结果不带重新答复的要求，请核对。")
        until = facts.get("until")
        act = RequestAct.REVIEW_ORDER if _reviewed(remedy) else RequestAct.COURT_ORDER
        said = Ordered(days=facts.get("days"), until=date.fromisoformat(until) if until else None)
        served = date.fromisoformat(facts["served_on"])
        enter_in_request(by, remedy.request, RequestEntry(act, served, said), note=str(remedy))
        entered = True
    enter(by, remedy, Act.DECIDE, on=on, facts={**facts, "in_request": entered}, note=note)


def _reviewed(remedy: Remedy) -> bool:
    return Kind(remedy.kind).way is Way.RECONSIDERATION


def retract(by: Actor, remedy: Remedy, *, number: int, on: date, reason: str) -> None:
    """Take back an entry made by mistake; it stays in the record, marked."""
    entry = remedy.entries.filter(number=number).first()
    if entry is None or entry.act in (Act.RECEIVE, Act.RETRACT):
        raise NotProvidedForError("这一条不能撤销；登记有误的请更正登记事项或者作废。")
    if entry.facts.get("in_request"):
        raise NotProvidedForError("责令重新答复已经记入申请案卷，不能撤销这一条。")
    enter(by, remedy, Act.RETRACT, on=on, facts={"number": number}, note=reason)


@transaction.atomic
def enter(
    by: Actor,
    remedy: Remedy,
    act: Act,
    *,
    on: date,
    facts: Mapping[str, Any] | None = None,
    note: str = "",
) -> State:
    """Add an entry, if the life of a remedy provides for it now; NotProvidedForError else."""
    locked = Remedy.objects.select_for_update().select_related(None).get(pk=remedy.pk)
    read = queries.as_read(locked.entries.all())
    move(fold(read).stage, act)
    made = Entry(
        remedy=locked,
        number=len(read) + 1,
        act=act,
        on=on,
        facts=dict(facts or {}),
        note=note,
        at=clock.now(),
        by=by.name,
        by_id_text=by.id,
    )
    state = _after(read, made)
    made.save()
    for name, value in queries.copies(state).items():
        setattr(remedy, name, value)
    remedy.save()
    write_trail(
        by,
        f"remedies.{act.value}",
        subject=queries.subject_of(remedy),
        title=f"{remedy.number} {act.zh}",
        chain=remedy.body.code,
        facts={"on": on, "entry": digest_of(made.facts)},
    )
    return state


def _after(read: list, made: Entry) -> State:
    """The state with the new entry; NotProvidedForError where the days or the order do not fit."""
    state = fold([*read, *queries.as_read([made])])
    filed = date.fromisoformat(state.facts["filed_on"])
    if state.decided_on and state.decided_on < filed:
        raise NotProvidedForError("结案日期不能早于受理（立案）日期。")
    if made.act == Act.MEND and state.decision.result is not Result.CORRECTED:
        raise NotProvidedForError("这件案件的结果不是纠正，不用登记落实情况。")
    return state


@transaction.atomic
def pack_evidence(by: Actor, remedy: Remedy) -> bytes:
    """The archive of the application as a package for the court or authority; audited."""
    if remedy.request is None:
        raise NotProvidedForError("没有关联申请，不能从申请案卷生成证据材料。")
    package = evidence.package(remedy)
    write_trail(
        by,
        "remedies.pack_evidence",
        subject=queries.subject_of(remedy),
        title=f"{remedy.number} 生成证据材料",
        chain=remedy.body.code,
        facts={"papers": [[paper.name, paper.sha256] for paper in package.papers]},
    )
    return package.data
