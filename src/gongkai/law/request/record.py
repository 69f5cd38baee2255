"""The record of an application: its entries, only ever added to. All else is computed from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import (
    DETAILS,
    Answered,
    Consulted,
    Details,
    LetterReached,
    Opinion,
    Silence,
    ThirdPartyTold,
)
from gongkai.law.request.lifecycle import Act, Clock, NotProvidedFor, Stage, move
from gongkai.law.request.receipt import Receipt


@dataclass(frozen=True)
class Entry:
    """One act on one day. TypeError when its details are not those of the act."""

    act: Act
    on: date
    details: Details = None

    def __post_init__(self) -> None:
        if type(self.details) is not DETAILS.get(self.act, type(None)):
            raise TypeError(f"{self.act.name} has not the details {self.details!r}")
        if isinstance(self.details, Receipt) and self.details.date != self.on:
            raise NotProvidedFor("收到日期由提交渠道的事实确定，不能另填")
        reached = getattr(self.details, "reached_on", None)
        if reached and reached > self.on:
            raise NotProvidedFor(f"签收日期 {reached} 不能晚于登记日期 {self.on}")
        for name in ("until", "received_on"):
            day = getattr(self.details, name, None)
            if day and day < self.on:
                raise NotProvidedFor(
                    f"“{self.act.value}”所写的日期 {day} 不能早于它本身的日期 {self.on}"
                )


Record = tuple[Entry, ...]


def received(receipt: Receipt) -> Entry:
    """The entry of receipt, on the day its facts say; NotProvidedFor while unconfirmed."""
    if receipt.date is None:
        raise NotProvidedFor("尚未与申请人确认收到，答复期限还不能起算")
    return Entry(Act.RECEIVE, receipt.date, receipt)


@dataclass(frozen=True)
class Standing:
    """Where a record has come to.

    `received_on`: the day the first period began. `consultations`: by id, the act that opened
    each; `open`: the ids still open.
    """

    stage: Stage = Stage.SUBMITTED
    received_on: date | None = None
    last_on: date = date.min
    consultations: Mapping[str, Act] = field(default_factory=dict)
    open: frozenset[str] = frozenset()


_SPEAKS_OF = {
    Act.THIRD_PARTY_RECEIVES: Act.CONSULT_THIRD_PARTY,
    Act.THIRD_PARTY_REPLIES: Act.CONSULT_THIRD_PARTY,
    Act.THIRD_PARTY_SILENT: Act.CONSULT_THIRD_PARTY,
    Act.TELL_THIRD_PARTY: Act.CONSULT_THIRD_PARTY,
    Act.BODY_RECEIVES: Act.CONSULT_BODY,
    Act.BODY_REPLIES: Act.CONSULT_BODY,
    Act.BODY_SILENT: Act.CONSULT_BODY,
}
"""The act that opened the consultation an entry names."""


def _after(now: Standing, entry: Entry) -> Standing:
    row = move(now.stage, entry.act)
    if entry.on < now.last_on:
        raise NotProvidedFor(f"“{entry.act.value}”的日期不能早于上一步的日期 {now.last_on}")
    then = replace(now, stage=row.leads_to(now.stage), last_on=entry.on)
    if row.clock is Clock.STARTS:
        then = replace(then, received_on=now.received_on or entry.on)
    if row.clock is Clock.ENDS:
        then = replace(then, open=frozenset())
    match entry.details:
        case Consulted(consultation=name):
            then = _opened(then, entry.act, name)
        case (
            Opinion(consultation=name)
            | Silence(consultation=name)
            | LetterReached(consultation=name)
        ):
            _refuse_unknown(now, entry.act, name)
            if name not in now.open:
                raise NotProvidedFor(f"编号 {name} 的征求意见已经结束")
            if not isinstance(entry.details, LetterReached):
                then = replace(then, open=now.open - {name})
        case ThirdPartyTold(consultation=name):
            _refuse_unknown(now, entry.act, name)
    return replace(then, stage=settled(then))


def _opened(now: Standing, act: Act, name: str) -> Standing:
    if name in now.consultations:
        raise NotProvidedFor(f"编号 {name} 的征求意见已经登记过")
    return replace(now, consultations={**now.consultations, name: act}, open=now.open | {name})


def _refuse_unknown(now: Standing, act: Act, name: str) -> None:
    if now.consultations.get(name) is not _SPEAKS_OF[act]:
        raise NotProvidedFor(f"没有编号为 {name} 的“{_SPEAKS_OF[act].value}”")


def settled(now: Standing) -> Stage:
    """The stage as it reads: before receipt 待确认收到, while one is consulted 征求意见中."""
    if now.stage not in (Stage.IN_HAND, Stage.CONSULTING):
        return now.stage
    if now.received_on is None:
        return Stage.SUBMITTED
    return Stage.CONSULTING if now.open else Stage.IN_HAND


def standing_after(record: Record) -> Standing:
    """Where the record has come to; NotProvidedFor at the first impossible entry."""
    now = Standing()
    for entry in record:
        now = _after(now, entry)
    return now


def stage_after(record: Record) -> Stage:
    """The stage the record has come to; an empty record is an application not yet received."""
    return standing_after(record).stage


def add(record: Record, entry: Entry) -> Record:
    """The record with one more entry; NotProvidedFor where the law has no such act."""
    longer = (*record, entry)
    standing_after(longer)
    return longer


_KIND_OF_ACT = {
    Act.LAPSE_UNCORRECTED: AnswerKind.NOT_CORRECTED,
    Act.LAPSE_UNPAID: AnswerKind.FEE_UNPAID,
    Act.WITHDRAW: AnswerKind.WITHDRAWN,
}
_REOPENS = {Act.REOPEN, Act.REVIEW_ORDER, Act.COURT_ORDER}


def answer_after(record: Record) -> AnswerKind | None:
    """How the application stands answered after this record; None while it is open.

    One that was split or forwarded ends without an answer of its own. One that was answered anew
    after an order stands as the last answer says; how it counts is in `counted`.
    """
    kind = None
    for entry in record:
        if isinstance(entry.details, Answered):
            kind = entry.details.kind
        elif entry.act in _KIND_OF_ACT:
            kind = _KIND_OF_ACT[entry.act]
        elif entry.act in _REOPENS:
            kind = None
    return kind
