"""The reply clock: a fold over the record that reads the clock column of the table.

The period is counted in working days from receipt (article 33). It stands while a correction or a
payment is awaited and then begins anew (article 30; fee measures, article 6); days of
consultation do not count, overlapping ones once (article 33, paragraph 3); one extension, at most
as long as the law allows and told while the period still ran, survives a new beginning.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from gongkai.law.calendar.workdays import CountedDay, WorkCalendar
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

    def covers(self, day: date, by: Conventions) -> bool:
        """Whether that day is taken out of the count."""
        begun = day >= self.start + by.pause_from * DAY
        return begun and (self.end is None or day < self.end + by.pause_until * DAY)


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

    `provisional`: a year on the way has no holiday notice yet. `days`: every day from that of
    receipt to the last, its number in the count or None, and why.
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
    """
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
    last = counted(closed(count, entry.on), calendar, by).date
    if count.extension or count.own or count.since is None or last is None or entry.on > last:
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


def counted(count: Count, calendar: WorkCalendar, by: Conventions) -> ReplyDue:
    """Walk the days from the beginning of the period to its last; open consultations stop it."""
    if count.since is None:
        return ReplyDue(None)
    first = count.since + count.first_day * DAY
    days = _uncounted(count.since, first - DAY, "起算之日，不计入", calendar)
    number, needed = 0, count.days + count.extension
    day = first - DAY
    while number < needed:
        day += DAY
        pause = next((pause for pause in count.pauses if pause.covers(day, by)), None)
        if pause and pause.end is None:
            return ReplyDue(None, any(each.provisional for each in days), tuple(days))
        said = calendar.day(day)
        number += said.worked and not pause
        if pause and said.worked:
            days.append(_day(calendar, day, None, "征求意见，不计入"))
        else:
            days.append(_day(calendar, day, number if said.worked else None, said.why))
    return ReplyDue(day, any(each.provisional for each in days), tuple(days))


def _day(calendar: WorkCalendar, day: date, number: int | None, why: str) -> CountedDay:
    return CountedDay(day, number, why, calendar.is_provisional(day))


def _uncounted(first: date, last: date, why: str, calendar: WorkCalendar) -> list[CountedDay]:
    length = (last - first).days + 1
    return [_day(calendar, first + number * DAY, None, why) for number in range(length)]


def reply_due(record: Record, calendar: WorkCalendar, by: Conventions | None = None) -> ReplyDue:
    """The last day for the answer by this record, with every day explained.

    After the answer it is the day that held when it was given. NotProvidedFor when the record is
    impossible.
    """
    by = by or conventions_of(record)
    count = count_after(record, calendar, by)
    if count.stands:
        return ReplyDue(None)
    if count.since and count.until:
        days = _uncounted(count.since, count.until, "责令答复的期限内", calendar)
        return ReplyDue(count.until, False, tuple(days))
    due = counted(count, calendar, by)
    if due.date and count.promised and count.promised > due.date:
        more = _uncounted(due.date + DAY, count.promised, "确定的延迟答复期限内", calendar)
        return ReplyDue(count.promised, False, (*due.days, *more))
    return due


def conventions_of(record: Record) -> Conventions:
    """The conventions of the day the record begins."""
    return conventions_on(record[0].on) if record else Conventions()
