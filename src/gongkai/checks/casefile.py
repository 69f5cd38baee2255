"""The record of an application as the rules look at it: the entries and what stands beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.law.calendar.workdays import WorkCalendar, default_calendar
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.clock import ReplyDue, reply_due
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry, Record


@dataclass(frozen=True)
class Step:
    """One entry, its number from 0, and the record up to it, itself left out."""

    number: int
    entry: Entry
    before: Record

    @property
    def at(self) -> str:
        return f"entries.{self.number}"


@dataclass(frozen=True)
class CaseFile:
    """A record judged on a day. `searches`: searches on file that found nothing."""

    record: Record
    today: date
    searches: int = 0
    calendar: WorkCalendar | None = None

    @property
    def days(self) -> WorkCalendar:
        return self.calendar or default_calendar()

    def steps(self, *acts: Act) -> Iterator[Step]:
        """The entries of these acts, with what came before each."""
        for number, entry in enumerate(self.record):
            if entry.act in acts:
                yield Step(number, entry, self.record[:number])

    def due(self, record: Record | None = None) -> ReplyDue:
        """The last day for the answer after these entries, or after all."""
        return reply_due(self.record if record is None else record, self.days)

    def answers(self, *kinds: AnswerKind) -> Iterator[Step]:
        """The answers of these kinds; of every kind when none is named."""
        for step in self.steps(Act.ANSWER):
            details = step.entry.details
            if isinstance(details, Answered) and (not kinds or details.kind in kinds):
                yield step

    def did(self, act: Act, step: Step) -> bool:
        """Whether the act stands in the record before that step."""
        return any(entry.act is act for entry in step.before)


def said(day: date) -> str:
    """`2026年2月5日`."""
    return f"{day.year}年{day.month}月{day.day}日"
