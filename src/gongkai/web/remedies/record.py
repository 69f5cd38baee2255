"""The life of a remedy: a table of acts, and a fold over what was done. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.law.remedy.decisions import Decision, decision
from gongkai.law.remedy.procedure import defence_until, reply_until
from gongkai.law.remedy.ways import Way
from gongkai.statute.parameters import UnknownParameterError
from gongkai.statute.provisions import COUNTING_PRACTICE, RECONSIDERATION, REGULATION, Provision


class Kind(StrEnum):
    """What it is; the first three are the blocks of table three."""

    RECONSIDERATION = "reconsideration"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"
    COMPLAINT = "complaint"

    @property
    def zh(self) -> str:
        return {
            "reconsideration": "行政复议",
            "litigation_direct": "行政诉讼（未经复议直接起诉）",
            "litigation_after_reconsideration": "行政诉讼（复议后起诉）",
            "complaint": "投诉、举报",
        }[self.value]

    @property
    def way(self) -> Way:
        return {"reconsideration": Way.RECONSIDERATION, "complaint": Way.COMPLAINT}.get(
            self.value, Way.SUIT
        )


class Stage(StrEnum):
    AWAITING_REPLY = "awaiting_reply"
    PENDING = "pending"
    DECIDED = "decided"
    MENDED = "mended"
    VOID = "void"

    @property
    def zh(self) -> str:
        return {
            "awaiting_reply": "待提交答复",
            "pending": "审理中",
            "decided": "已审结",
            "mended": "已落实",
            "void": "作废",
        }[self.value]


class Act(StrEnum):
    RECEIVE = "receive"
    AMEND = "amend"
    REPLY = "reply"
    HEAR = "hear"
    DECIDE = "decide"
    MEND = "mend"
    RETRACT = "retract"
    VOID = "void"

    @property
    def zh(self) -> str:
        return {
            "receive": "登记",
            "amend": "更正登记事项",
            "reply": "提交答复和证据",
            "hear": "听证或者开庭",
            "decide": "登记结果",
            "mend": "登记落实情况",
            "retract": "撤销误录",
            "void": "作废",
        }[self.value]


@dataclass(frozen=True)
class Move:
    """An act that the life provides for: at which stages, to which it leads (None: it stays)."""

    act: Act
    at: tuple[Stage | None, ...]
    then: Stage | None
    source: Provision


_OPEN = (Stage.AWAITING_REPLY, Stage.PENDING)
_ENDED = (Stage.DECIDED, Stage.MENDED)
_REPLIED, _HEARD = RECONSIDERATION.article(48), REGULATION.article(51)
_ORDERED, _KEPT = RECONSIDERATION.article(64), COUNTING_PRACTICE.article(3)
MOVES = (
    Move(Act.RECEIVE, (None,), Stage.AWAITING_REPLY, REGULATION.article(51)),
    Move(Act.AMEND, (*_OPEN, *_ENDED), None, _KEPT),
    Move(Act.REPLY, _OPEN, Stage.PENDING, _REPLIED),
    Move(Act.HEAR, _OPEN, None, _HEARD),
    Move(Act.DECIDE, _OPEN, Stage.DECIDED, _ORDERED),
    Move(Act.MEND, _ENDED, Stage.MENDED, _ORDERED),
    Move(Act.RETRACT, (*_OPEN, *_ENDED), None, _KEPT),
    Move(Act.VOID, (*_OPEN, *_ENDED), Stage.VOID, _KEPT),
)


class NotProvidedForError(Exception):
    """The life has no such act at this stage; the message is for the clerk."""


def move(stage: Stage | None, act: Act) -> Move:
    """The row of the table; raises NotProvidedForError where there is none."""
    for row in MOVES:
        if row.act is act and stage in row.at:
            return row
    now = f"这件案件{stage.zh}" if stage else "这件案件还没有登记"
    raise NotProvidedForError(f"{now}，不能{act.zh}。")


def acts_at(stage: Stage) -> tuple[Act, ...]:
    return tuple(row.act for row in MOVES if stage in row.at)


@dataclass(frozen=True)
class Entry:
    """One thing done on a day. `number` counts from 1."""

    number: int
    act: Act
    on: date
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """What a remedy is after its entries."""

    stage: Stage | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    """As registered: kind, against, subject, forum, case_number, filed_on, received_on, simple,
    reply_by, co_defendant, instance, request, letter, previous."""
    replied_on: date | None = None
    hearings: tuple[date, ...] = ()
    decided_on: date | None = None
    decided: Mapping[str, Any] = field(default_factory=dict)
    """decision, served_on, document_number, anew, days, until."""
    mended: tuple[Entry, ...] = ()
    retracted: frozenset[int] = frozenset()
    """Numbers of the entries that were made by mistake."""

    @property
    def kind(self) -> Kind:
        return Kind(self.facts["kind"])

    @property
    def decision(self) -> Decision | None:
        return decision(self.decided["decision"]) if self.decided else None


def fold(entries: Iterable[Entry]) -> State:
    """The state after the entries; those retracted count for nothing."""
    listed = tuple(entries)
    gone = frozenset(e.facts["number"] for e in listed if e.act is Act.RETRACT)
    state = State(retracted=gone)
    for entry in listed:
        if entry.number in gone:
            continue
        row = move(state.stage, entry.act)
        change = _CHANGES.get(entry.act)
        state = replace(change(state, entry) if change else state, stage=row.then or state.stage)
    return state


def reply_due(state: State, calendar: WorkCalendar) -> Due | None:
    """The last day for the body's reply; a complaint has the day the superior set, or none.

    None too for an old case from before the first period that the parameters know.
    """
    received = date.fromisoformat(state.facts["received_on"])
    try:
        match state.kind.way:
            case Way.RECONSIDERATION:
                return reply_until(received, calendar, simple=state.facts["simple"])
            case Way.SUIT:
                return defence_until(received, calendar)
    except UnknownParameterError:
        return None
    by = state.facts.get("reply_by")
    return Due(date.fromisoformat(by), provisional=False) if by else None


def mend_due(state: State, calendar: WorkCalendar) -> Due | None:
    """The last day for acting again as ordered; None where no order set one."""
    facts = state.decided
    if state.stage is not Stage.DECIDED or not facts.get("anew"):
        return None
    if facts.get("until"):
        return Due(date.fromisoformat(facts["until"]), provisional=False)
    if facts.get("days") and facts.get("served_on"):
        return calendar.add(date.fromisoformat(facts["served_on"]), facts["days"])
    return None


def _registered(state: State, entry: Entry) -> State:
    return replace(state, facts=entry.facts)


def _replied(state: State, entry: Entry) -> State:
    return replace(state, replied_on=state.replied_on or entry.on)


def _heard(state: State, entry: Entry) -> State:
    return replace(state, hearings=(*state.hearings, entry.on))


def _decided(state: State, entry: Entry) -> State:
    return replace(state, decided_on=entry.on, decided=entry.facts)


def _mended(state: State, entry: Entry) -> State:
    return replace(state, mended=(*state.mended, entry))


_CHANGES = {
    Act.RECEIVE: _registered,
    Act.AMEND: _registered,
    Act.REPLY: _replied,
    Act.HEAR: _heard,
    Act.DECIDE: _decided,
    Act.MEND: _mended,
}
