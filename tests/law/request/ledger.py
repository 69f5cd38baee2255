"""Records written as a small ledger, one entry a line: day, act, and what the act needs."""

from datetime import date

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import (
    Answered,
    Consulted,
    CorrectionAsked,
    Delayed,
    Details,
    Extended,
    FeeCharged,
    Forwarded,
    LetterReached,
    NoticeReached,
    Opinion,
    Ordered,
    ReasonsAsked,
    Silence,
    ThirdPartyTold,
)
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, Record


def day(said: str) -> date:
    """`01-26` is in 2026."""
    return date.fromisoformat(said if len(said) > 5 else f"2026-{said}")


def details(act: Act, on: date, word: str) -> Details:
    """The details of an act from one word: an id, a number of days, a date, a kind."""
    match act:
        case Act.RECEIVE:
            return Receipt(channel=Channel.IN_PERSON, arrived_on=on)
        case Act.ASK_CORRECTION:
            return CorrectionAsked(until=day(word) if word else None)
        case Act.CONSULT_THIRD_PARTY | Act.CONSULT_BODY:
            name, _, reached = word.partition("@")
            return Consulted(consultation=name, received_on=day(reached) if reached else None)
        case Act.THIRD_PARTY_RECEIVES | Act.BODY_RECEIVES:
            name, _, reached = word.partition("@")
            return LetterReached(consultation=name, reached_on=day(reached) if reached else on)
        case Act.THIRD_PARTY_REPLIES | Act.BODY_REPLIES:
            return Opinion(consultation=word, agrees=True)
        case Act.THIRD_PARTY_SILENT | Act.BODY_SILENT:
            return Silence(consultation=word)
        case Act.TELL_THIRD_PARTY:
            return ThirdPartyTold(consultation=word)
        case Act.EXTEND:
            return Extended(days=int(word), approved_by_head=True, applicant_told=True)
        case Act.ASK_REASONS:
            return ReasonsAsked(until=day(word) if word else None)
        case Act.SET_DELAY:
            return Delayed(until=day(word))
        case Act.CHARGE_FEE:
            return FeeCharged(amount=100, received_on=day(word) if word else None)
        case Act.NOTICE_RECEIVED:
            return NoticeReached(reached_on=day(word) if word else on)
        case Act.ANSWER:
            kind, _, grounds = (word or "GRANTED").partition(":")
            withheld = tuple(Ground[name] for name in grounds.split(",") if name)
            return Answered(kind=AnswerKind[kind], withheld=withheld)
        case Act.FORWARD:
            return Forwarded(to=word or "区教育局")
        case Act.REVIEW_ORDER | Act.COURT_ORDER if word.isdigit():
            return Ordered(days=int(word))
        case Act.REVIEW_ORDER | Act.COURT_ORDER:
            return Ordered(until=day(word) if word else None)
        case _:
            return None


def record(text: str) -> Record:
    """`01-26 RECEIVE; 02-10 CONSULT_THIRD_PARTY a; 02-14 THIRD_PARTY_REPLIES a`."""
    entries = []
    for line in filter(None, (part.strip() for part in text.replace("\n", ";").split(";"))):
        when, name, *words = line.split()
        act, on = Act[name], day(when)
        entries.append(Entry(act, on, details(act, on, words[0] if words else "")))
    return tuple(entries)
