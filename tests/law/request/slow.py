"""A slow clock: lives through every day, counting it by how things stood as the day began."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry, Record

NEW_LAW = date(2019, 5, 15)
ANEW = (Act.CORRECT, Act.PAY)
BEGIN = (Act.RECEIVE, Act.REOPEN, Act.COURT_ORDER, Act.REVIEW_ORDER)
WAIT = (Act.ASK_CORRECTION, Act.CHARGE_FEE)
END = (Act.ANSWER, Act.WITHDRAW, Act.SPLIT, Act.LAPSE_UNCORRECTED, Act.LAPSE_UNPAID)
ASKED = (Act.CONSULT_THIRD_PARTY, Act.CONSULT_BODY)
REPLIED = (
    Act.THIRD_PARTY_REPLIES,
    Act.THIRD_PARTY_SILENT,
    Act.BODY_REPLIES,
    Act.BODY_SILENT,
)


def statutory(on: date) -> int:
    return 20 if on >= NEW_LAW else 15


@dataclass
class SlowClock:
    """Counters that the days turn."""

    running: bool = False
    waiting: bool = False
    begun: date = date.min
    count: int = 0
    needed: int = 0
    extended: bool = False
    own: bool = False
    named: date | None = None
    promised: date | None = None
    full_on: date | None = None
    asked: set[str] = field(default_factory=set)

    def live(self, day: date, works: bool) -> None:
        if works and self.running and not self.waiting and not self.asked and not self.full_on:
            self.count += 1
            if self.count == self.needed:
                self.full_on = day

    def happen(self, entry: Entry) -> None:
        act, details = entry.act, entry.details
        if act in BEGIN:
            self.begin(entry)
        elif act in WAIT:
            self.waiting = True
        elif act in ANEW:
            extra = self.needed - self.base
            self.base = self.base if self.own else statutory(entry.on)
            self.count, self.needed, self.full_on = 0, self.base + extra, None
            self.waiting, self.begun = False, entry.on
        elif act in ASKED:
            self.asked.add(details.consultation)
        elif act in REPLIED:
            self.asked.remove(details.consultation)
        elif act in END:
            self.asked.clear()
        elif act is Act.SET_DELAY:
            self.promised = details.until
        elif act is Act.EXTEND and self.may_extend(entry.on):
            self.extended, self.full_on = True, None
            self.needed += min(details.days, statutory(self.begun))

    def may_extend(self, on: date) -> bool:
        return not self.extended and not self.own and self.full_on in (None, on)

    def begin(self, entry: Entry) -> None:
        days = getattr(entry.details, "days", None)
        self.named = getattr(entry.details, "until", None)
        self.own = bool(days or self.named)
        self.base = self.needed = days or statutory(entry.on)
        self.running, self.waiting, self.begun = True, False, entry.on
        self.count, self.full_on, self.extended, self.promised = 0, None, False, None

    def due(self) -> date | None:
        if not self.running or self.waiting:
            return None
        if self.named:
            return self.named
        if self.full_on and self.promised:
            return max(self.full_on, self.promised)
        return self.full_on


def days_from(first: date) -> Iterator[date]:
    day = first
    while True:
        yield day
        day += timedelta(days=1)


def slow_due(record: Record, works: Callable[[date], bool]) -> date | None:
    """The last day for the answer, by living through the days one at a time."""
    clock, ahead = SlowClock(), list(record)
    for day in days_from(record[0].on):
        clock.live(day, works(day))
        while ahead and ahead[0].on == day:
            clock.happen(ahead.pop(0))
        if not ahead and (clock.full_on or clock.named or clock.waiting or clock.asked):
            return clock.due()
    raise AssertionError("days never end")
