"""The other periods of a case: until when something may be done, or is waited for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.law.request.clock import (
    Conventions,
    conventions_of,
    count_after,
    last_day,
    reply_due,
)
from gongkai.law.request.details import (
    Consulted,
    CorrectionAsked,
    FeeCharged,
    LetterReached,
    NoticeReached,
    ReasonsAsked,
)
from gongkai.law.request.lifecycle import Act, Stage
from gongkai.law.request.record import Entry, Record, standing_after
from gongkai.statute.parameters import UnknownParameterError, parameter
from gongkai.statute.provisions import Provision, provision


class TermKind(Enum):
    """What a day is the last day of; the value is what a clerk reads."""

    REPLY = "答复"
    CORRECTION_NOTICE = "告知补正"
    EXTENSION = "告知延期"
    CORRECTION = "申请人补正"
    THIRD_PARTY = "第三方提出意见"
    OTHER_BODY = "其他机关提出意见"
    REASONS = "申请人说明理由"
    PAYMENT = "申请人缴费"


SOURCES = {
    TermKind.REPLY: provision("regulation:33"),
    TermKind.CORRECTION_NOTICE: provision("regulation:30"),
    TermKind.EXTENSION: provision("regulation:33(2)"),
    TermKind.CORRECTION: provision("regulation:30"),
    TermKind.THIRD_PARTY: provision("regulation:32"),
    TermKind.OTHER_BODY: provision("regulation:34"),
    TermKind.REASONS: provision("regulation:35"),
    TermKind.PAYMENT: provision("fee_measures:6"),
}


@dataclass(frozen=True)
class Running:
    """A period that runs now; `consultation` is the id of the one it belongs to, if any."""

    term: TermKind
    date: date
    provisional: bool = False
    consultation: str = ""

    @property
    def source(self) -> Provision:
        return SOURCES[self.term]


def days_on(name: str, day: date) -> int | None:
    """The number of days that held then; None where the law of the time had no such period."""
    try:
        return parameter(name).on(day)
    except UnknownParameterError:
        return None


def correction_notice_due(
    record: Record, calendar: WorkCalendar, by: Conventions | None = None
) -> Due | None:
    """The last day to ask for a correction; None before receipt and before the 2019 revision."""
    received = standing_after(record).received_on
    if received is None:
        return None
    days = days_on("request.correction_notice_days", received)
    first_day = (by or conventions_of(record)).first_day
    return calendar.add(received, days, first_day) if days else None


def extension_due(
    record: Record, calendar: WorkCalendar, by: Conventions | None = None
) -> Due | None:
    """The last day to tell an extension.

    None when there is none to give: no period is counted, an order set it, or it was extended.
    """
    by = by or conventions_of(record)
    count = count_after(record, calendar, by)
    if count.own or count.extension or count.stands:
        return None
    return last_day(count, calendar, by)


def latest_reply_due(
    record: Record, calendar: WorkCalendar, by: Conventions | None = None
) -> Due | None:
    """The last day there could be with the longest extension; None as in `extension_due`."""
    by = by or conventions_of(record)
    if extension_due(record, calendar, by) is None:
        return None
    count = count_after(record, calendar, by)
    most = parameter("request.extension_days").on(count.since or record[0].on)
    return last_day(replace(count, extension=most), calendar, by)


_CONSULTATION_DAYS = {
    Act.CONSULT_THIRD_PARTY: "request.third_party_days",
    Act.CONSULT_BODY: "request.joint_maker_days",
}


def consultation_due(
    asked: Entry,
    calendar: WorkCalendar,
    by: Conventions | None = None,
    *,
    reached_on: date | None = None,
) -> Due | None:
    """The last day for an opinion: from the day the letter was received, else from its own day.

    `reached_on`: the day of a signature that came after the entry of the letter.

    None before 2019, when there was no such period. TypeError when the entry is no consultation.
    """
    if not isinstance(asked.details, Consulted):
        raise TypeError(f"{asked.act.name} is no consultation")
    received = reached_on or asked.details.received_on or asked.on
    days = days_on(_CONSULTATION_DAYS[asked.act], asked.on)
    first_day = (by or conventions_of((asked,))).first_day
    return calendar.add(received, days, first_day) if days else None


def payment_due(
    charged: Entry, calendar: WorkCalendar, *, reached_on: date | None = None
) -> Due | None:
    """The last day to pay, from the day after the notice was received, else after its own day.

    `reached_on`: the day of a signature that came after the entry of the notice.

    None before 2021, when there was no such period. TypeError when the entry is no fee notice.
    """
    if not isinstance(charged.details, FeeCharged):
        raise TypeError(f"{charged.act.name} is no fee notice")
    received = reached_on or charged.details.received_on or charged.on
    days = days_on("request.fee_payment_days", charged.on)
    return calendar.add(received, days) if days else None


def running_terms(
    record: Record, calendar: WorkCalendar, by: Conventions | None = None
) -> tuple[Running, ...]:
    """Every period that runs at the stage the record has come to, the earliest first."""
    by = by or conventions_of(record)
    now = standing_after(record)
    found = [*_of_the_body(record, calendar, by, now.stage), *_of_others(record, calendar, by)]
    return tuple(sorted(found, key=lambda running: running.date))


_BODY_ACTS = {Stage.IN_HAND, Stage.CONSULTING, Stage.AWAITING_REASONS}


def _of_the_body(
    record: Record, calendar: WorkCalendar, by: Conventions, stage: Stage
) -> Iterator[Running]:
    if stage not in _BODY_ACTS:
        return
    reply = reply_due(record, calendar, by)
    if reply.date:
        yield Running(TermKind.REPLY, reply.date, reply.provisional)
    extension = extension_due(record, calendar, by)
    if extension:
        yield Running(TermKind.EXTENSION, extension.date, extension.provisional)
    notice = correction_notice_due(record, calendar, by)
    asked = any(entry.act is Act.ASK_CORRECTION for entry in record)
    if notice and not asked and stage is not Stage.AWAITING_REASONS:
        yield Running(TermKind.CORRECTION_NOTICE, notice.date, notice.provisional)


def _of_others(record: Record, calendar: WorkCalendar, by: Conventions) -> Iterator[Running]:
    now = standing_after(record)
    reached = {
        entry.details.consultation: entry.details.reached_on
        for entry in record
        if isinstance(entry.details, LetterReached)
    }
    for entry in record:
        match entry.details:
            case Consulted(consultation=name) if name in now.open:
                third = entry.act is Act.CONSULT_THIRD_PARTY
                due = consultation_due(entry, calendar, by, reached_on=reached.get(name))
                term = TermKind.THIRD_PARTY if third else TermKind.OTHER_BODY
                if due:
                    yield Running(term, due.date, due.provisional, name)
    yield from _awaited(record, calendar, now.stage)


def _awaited(record: Record, calendar: WorkCalendar, stage: Stage) -> Iterator[Running]:
    """What the applicant is waited for, by the last letter that asked for it."""
    reached = None
    for entry in reversed(record):
        match stage, entry.details:
            case Stage.AWAITING_CORRECTION, CorrectionAsked(until=until):
                if until:
                    yield Running(TermKind.CORRECTION, until)
                return
            case Stage.AWAITING_REASONS, ReasonsAsked(until=until):
                if until:
                    yield Running(TermKind.REASONS, until)
                return
            case Stage.AWAITING_PAYMENT, NoticeReached(reached_on=signed):
                reached = reached or signed
            case Stage.AWAITING_PAYMENT, FeeCharged():
                due = payment_due(entry, calendar, reached_on=reached)
                if due:
                    yield Running(TermKind.PAYMENT, due.date, due.provisional)
                return
