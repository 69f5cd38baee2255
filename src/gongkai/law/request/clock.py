"""The reply clock: a fold over the record that reads the clock column of the table.

The period is counted in working days from receipt (article 33). It stands while a correction or a
payment is awaited and then begins anew (article 30; fee measures, article 6); days of
consultation do not count, overlapping ones once (article 33, paragraph 3); one extension, at most
as long as the law allows and told while the period still ran, survives a new beginning.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongkai.law.calendar.workdays import CountedDay, DayOf, Due, WorkCalendar
from gongkai.law.request.details import Consulted, Delayed, Extended, Opinion, Ordered, Silence
from gongkai.law.request.lifecycle import MOVES, Act, Clock
from gongkai.law.request.record import Entry, Record, standing_after
from gongkai.statute.parameters import parameter

DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Conventions:
    """How days are counted where the Regulation is silent; `conventions_on` gives the default.

    `first_day`: how many days after receipt day 1 is. `pause_from`, `pause_until`: how many days
    after the letter of consultation the first day lies that does not count, and how many after
    its end the first that counts again. `reply_days`: a shorter period a body has promised.
    """

    first_day: int = 1
    pause_from: int = 1
    pause_until: int = 1
    reply_days: int | None = None


def conventions_on(day: date, reply_days: int | None = None) -> Conventions:
    """The conventions of the parameters that hold on that day."""
    return Conventions(
        first_day=parameter("request.first_day_offset").on(day),
        pause_from=parameter("request.consultation_first_day_offset").on(day),
        pause_until=parameter("request.consultation_resume_offset").on(day),
        reply_days=reply_days,
    )


@dataclass(frozen=True)
class Pause:
    """A consultation from its letter to its end; `end` None while it is open."""

    consultation: str
    start: date
    end: date | None = None

    def span(self, by: Conventions) -> tuple[date, date]:
        """The first day that does not count, and the first that counts again (or date.max)."""
        until = self.end + by.pause_until * DAY if self.end else date.max
        return self.start + by.pause_from * DAY, until

    def covers(self, day: date, by: Conventions) -> bool:
        """Whether that day is taken out of the count."""
        first, until = self.span(by)
        return first <= day < until


@dataclass(frozen=True)
class Count:
    """The state of the period after some entries.

    `since`: the day from which it is counted, day 1 lying `first_day` days after it. `days`: its
    working days without `extension`.
    `own`: an order set the period, and the body cannot extend it. `until`: the order named a day.
    `promised`: the day told under article 35. `stands`: it waits to begin anew.
    """

    since: date | None = None
    first_day: int = 1
    days: int = 0
    extension: int = 0
    own: bool = False
    until: date | None = None
    promised: date | None = None
    stands: bool = False
    pauses: tuple[Pause, ...] = ()


@dataclass(frozen=True)
class ReplyDue:
    """The last day for the answer; None before receipt and while the period stands.

    `provisional`: a year on the way has no holiday notice yet. `days`: only in `reply_explained`.
    """

    date: date | None
    provisional: bool = False
    days: tuple[CountedDay, ...] = ()


def starts(count: Count, entry: Entry, by: Conventions) -> Count:
    """Receipt, a decision taken back, or an order to answer: a period of its own."""
    ordered = entry.details if isinstance(entry.details, Ordered) else Ordered()
    name = "request.ordered_reply_days" if entry.details is ordered else "request.reply_days"
    statutory = by.reply_days or parameter(name).on(entry.on)
    return Count(
        since=entry.on,
        first_day=by.first_day,
        days=ordered.days or statutory,
        own=ordered.days is not None or ordered.until is not None,
        until=ordered.until,
        pauses=tuple(pause for pause in count.pauses if pause.end is None),
    )


def stands(count: Count, _entry: Entry, _by: Conventions) -> Count:
    return replace(count, stands=True)


def restarts(count: Count, entry: Entry, by: Conventions) -> Count:
    """The same extension, the whole period anew, of the law of the day it begins.

    After payment it begins on the next day by the words of the fee measures, whatever the custom.
    A day that an order named stays.
    """
    if count.until:
        return replace(count, stands=False)
    anew = by.reply_days or parameter("request.reply_days").on(entry.on)
    return replace(
        count,
        since=entry.on,
        first_day=1 if entry.act is Act.PAY else by.first_day,
        days=count.days if count.own else anew,
        stands=False,
    )


def pauses(count: Count, entry: Entry, _by: Conventions) -> Count:
    assert isinstance(entry.details, Consulted)  # noqa: S101 (DETAILS says so)
    return replace(count, pauses=(*count.pauses, Pause(entry.details.consultation, entry.on)))


def resumes(count: Count, entry: Entry, _by: Conventions) -> Count:
    assert isinstance(entry.details, Opinion | Silence)  # noqa: S101 (DETAILS says so)
    name = entry.details.consultation
    return replace(
        count,
        pauses=tuple(
            replace(pause, end=entry.on) if pause.consultation == name else pause
            for pause in count.pauses
        ),
    )


def defers(count: Count, entry: Entry, _by: Conventions) -> Count:
    assert isinstance(entry.details, Delayed)  # noqa: S101 (DETAILS says so)
    return replace(count, promised=entry.details.until)


def ends(count: Count, entry: Entry, _by: Conventions) -> Count:
    return closed(count, entry.on)


def runs(count: Count, _entry: Entry, _by: Conventions) -> Count:
    return count


def closed(count: Count, on: date) -> Count:
    """As if every open consultation had ended on that day."""
    ended = (pause if pause.end else replace(pause, end=on) for pause in count.pauses)
    return replace(count, pauses=tuple(ended))


EFFECTS: dict[Clock, Callable[[Count, Entry, Conventions], Count]] = {
    Clock.STARTS: starts,
    Clock.STANDS: stands,
    Clock.RESTARTS: restarts,
    Clock.PAUSES: pauses,
    Clock.RESUMES: resumes,
    Clock.DEFERS: defers,
    Clock.ENDS: ends,
    Clock.RUNS: runs,
}
"""What each word of the clock column does; EXTENDS needs the calendar and is `extended`."""

CLOCK_OF = {row.act: row.clock for row in MOVES}


def extended(count: Count, entry: Entry, calendar: WorkCalendar, by: Conventions) -> Count:
    """The first extension, cut to what the law allows; none after the period has run out."""
    assert isinstance(entry.details, Extended)  # noqa: S101 (DETAILS says so)
    last = last_day(closed(count, entry.on), calendar, by)
    if count.extension or count.own or count.since is None or last is None or entry.on > last.date:
        return count
    most = parameter("request.extension_days").on(count.since)
    return replace(count, extension=min(entry.details.days, most))


def count_after(record: Record, calendar: WorkCalendar, by: Conventions) -> Count:
    """The state of the period after the record; NotProvidedFor if the record is impossible."""
    standing_after(record)
    count = Count()
    for entry in record:
        clock = CLOCK_OF[entry.act]
        if clock is Clock.EXTENDS:
            count = extended(count, entry, calendar, by)
        else:
            count = EFFECTS[clock](count, entry, by)
    return count


def uncounted_spans(count: Count, by: Conventions) -> Iterator[tuple[date, date | None]]:
    """The days of consultation: first day that does not count, first that counts again or None.

    In order, those that overlap or touch as one.
    """
    spans = sorted(pause.span(by) for pause in count.pauses)
    while spans:
        first, until = spans.pop(0)
        while spans and spans[0][0] <= until:
            until = max(until, spans.pop(0)[1])
        yield first, None if until == date.max else until


def last_day(count: Count, calendar: WorkCalendar, by: Conventions) -> Due | None:
    """The last working day of the period; None before it begins or where a consultation holds it.

    A span of consultation that begins before the period is over lengthens it by its working days.
    """
    if count.since is None:
        return None
    first, needed = count.since + count.first_day * DAY, count.days + count.extension
    due = calendar.add(count.since, needed, count.first_day)
    for start, until in uncounted_spans(count, by):
        if start > due.date:
            break
        if until is None:
            return None
        needed += calendar.between(max(start, first) - DAY, until - DAY)
        due = calendar.add(count.since, needed, count.first_day)
    return due


def due_of(count: Count, calendar: WorkCalendar, by: Conventions) -> ReplyDue:
    """The last day for the answer at this state of the period."""
    if count.stands:
        return ReplyDue(None)
    if count.until:
        return ReplyDue(count.until)
    last = last_day(count, calendar, by)
    if last and count.promised and count.promised > last.date:
        return ReplyDue(count.promised)
    return ReplyDue(last.date, last.provisional) if last else ReplyDue(None)


def reply_due(record: Record, calendar: WorkCalendar, by: Conventions | None = None) -> ReplyDue:
    """The last day for the answer by this record; after the answer, the day that held then.

    NotProvidedFor when the record is impossible.
    """
    by = by or conventions_of(record)
    return due_of(count_after(record, calendar, by), calendar, by)


def reply_explained(
    record: Record, calendar: WorkCalendar, by: Conventions | None = None
) -> ReplyDue:
    """As `reply_due`, with every day from the beginning of the period: its number or None, and why.

    There are no days while there is no last day.
    """
    by = by or conventions_of(record)
    count = count_after(record, calendar, by)
    due = due_of(count, calendar, by)
    if due.date is None or count.since is None:
        return due
    days, number = [], 0
    for said in calendar.days(count.since, due.date):
        why = _not_counted(count, number, said, by)
        number += why is None
        shown = number if why is None else None
        days.append(CountedDay(said.date, shown, why or said.why, said.provisional))
    return replace(due, days=tuple(days))


def _not_counted(count: Count, number: int, said: DayOf, by: Conventions) -> str | None:
    """Why a day does not count, after so many that did; None when it does."""
    if count.until:
        return "责令答复的期限内"
    if count.since and said.date < count.since + count.first_day * DAY:
        return "起算之日，不计入"
    if number == count.days + count.extension:
        return "确定的延迟答复期限内"
    if not said.worked:
        return said.why
    paused = any(pause.covers(said.date, by) for pause in count.pauses)
    return "征求意见，不计入" if paused else None


def conventions_of(record: Record) -> Conventions:
    """The conventions of the day the record begins."""
    return conventions_on(record[0].on) if record else Conventions()
