"""Records to check, written as a list of what happened."""

from dataclasses import dataclass
from datetime import date

from gongkai.checks.casefile import CaseFile
from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered, Consulted, CorrectionAsked, Extended, FeeCharged
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, received

TODAY = date(2026, 6, 1)


@dataclass(frozen=True)
class CaseExample:
    """What happened after receipt over the counter on 26 January 2026, judged on a day."""

    entries: tuple[Entry, ...] = ()
    today: date = TODAY
    searches: int = 0
    receipt: Receipt = Receipt(channel=Channel.IN_PERSON, arrived_on=date(2026, 1, 26))  # noqa: RUF009 (frozen)

    def build(self) -> CaseFile:
        return CaseFile((received(self.receipt), *self.entries), self.today, self.searches)


def day(text: str) -> date:
    """`02-28` of 2026."""
    return date.fromisoformat(f"2026-{text}")


def answered(
    on: str, kind: AnswerKind = AnswerKind.GRANTED, withheld: tuple[Ground, ...] = ()
) -> Entry:
    return Entry(Act.ANSWER, day(on), Answered(kind=kind, withheld=withheld))


def correction_asked(on: str, until: str | None = None) -> Entry:
    details = CorrectionAsked(until=day(until) if until else None)
    return Entry(Act.ASK_CORRECTION, day(on), details)


def corrected(on: str) -> Entry:
    return Entry(Act.CORRECT, day(on))


def extended(on: str, days: int = 20, *, approved: bool = True, told: bool = True) -> Entry:
    details = Extended(days=days, approved_by_head=approved, applicant_told=told)
    return Entry(Act.EXTEND, day(on), details)


def consulted(on: str, name: str = "第三方1") -> Entry:
    return Entry(Act.CONSULT_THIRD_PARTY, day(on), Consulted(consultation=name))


def charged(on: str, amount: int = 300) -> Entry:
    return Entry(Act.CHARGE_FEE, day(on), FeeCharged(amount=amount))
