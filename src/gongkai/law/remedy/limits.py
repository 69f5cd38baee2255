"""Until when a remedy may be sought. Calendar days and months; a last day of rest moves on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from gongkai.law.calendar.periods import month_day
from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.statute.parameters import UnknownParameterError, parameter


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """What the person knew and when.

    `decided_on`: the day of the act. `known_on`: the day its content was known (served).
    `told_on`: the day the right, the body and the period were known; None while they are not.
    `land`: the act concerns land or buildings. `obstacles`: spans lost through force majeure or
    another good reason, from the day it began to the day it was gone.
    """

    decided_on: date
    known_on: date
    told_on: date | None
    land: bool = False
    obstacles: tuple[tuple[date, date], ...] = ()

    def __post_init__(self) -> None:
        if self.known_on < self.decided_on or (self.told_on and self.told_on < self.known_on):
            raise ValueError("知道的日期不能早于作出决定的日期")


def served(decided_on: date, known_on: date) -> Knowledge:
    """A decision that told the right, the body and the period, as it must."""
    return Knowledge(decided_on=decided_on, known_on=known_on, told_on=known_on)


def _lengthened(start: date, end: date, obstacles: Iterable[tuple[date, date]]) -> date:
    """The end moved on by the days of each obstacle that fell into the period."""
    for began, gone in sorted(obstacles):
        if began <= end and gone > start:
            end += gone - max(began, start)
    return end


def _years(name: str, start: date, law_of: date) -> Iterable[date]:
    """The end of an outer limit, if the law of that day has one."""
    try:
        years = parameter(name).on(law_of)
    except UnknownParameterError:
        return ()
    return (month_day(start, 12 * years),)


def reconsideration_until(said: Knowledge, calendar: WorkCalendar) -> Due:
    """60 days from knowing; not told of it, from learning of it, at most a year from the content.

    Never later than 5 years after the act, 20 for land and buildings.
    """
    days = timedelta(days=parameter("remedy.reconsideration_days").on(said.known_on))
    cap = (
        "remedy.reconsideration_land_cap_years" if said.land else "remedy.reconsideration_cap_years"
    )
    ends = [*_years(cap, said.decided_on, said.known_on)]
    if said.told_on:
        ends.append(_lengthened(said.told_on, said.told_on + days, said.obstacles))
    if said.told_on != said.known_on:
        ends += _years("remedy.reconsideration_untold_years", said.known_on, said.known_on)
    return _earliest(ends, calendar)


def suit_until(said: Knowledge, calendar: WorkCalendar) -> Due:
    """6 months from knowing; not told of it, from learning of it, at most a year from the content.

    Never later than 5 years after the act, 20 for land and buildings.
    """
    months = parameter("remedy.suit_months").on(said.known_on)
    cap = "remedy.suit_land_cap_years" if said.land else "remedy.suit_cap_years"
    ends = [*_years(cap, said.decided_on, said.known_on)]
    if said.told_on:
        end = month_day(said.told_on, months)
        ends.append(_lengthened(said.told_on, end, said.obstacles))
    if said.told_on != said.known_on:
        ends += _years("remedy.suit_untold_years", said.known_on, said.known_on)
    return _earliest(ends, calendar)


def _earliest(ends: list[date], calendar: WorkCalendar) -> Due:
    if not ends:
        raise UnknownParameterError("当时的法律没有规定未告知权利时的最长期限")
    return calendar.on_or_after(min(ends))


def suit_after_reconsideration_until(
    received_on: date,
    calendar: WorkCalendar,
    obstacles: tuple[tuple[date, date], ...] = (),
) -> Due:
    """15 days from receiving the decision, or from the day it should have come and did not."""
    days = parameter("remedy.suit_after_reconsideration_days").on(received_on)
    end = _lengthened(received_on, received_on + timedelta(days=days), obstacles)
    return calendar.on_or_after(end)


def reconsideration_of_silence_until(reply_was_due: date, calendar: WorkCalendar) -> Due:
    """60 days from the last day for the answer that did not come."""
    days = parameter("remedy.reconsideration_days").on(reply_was_due)
    return calendar.on_or_after(reply_was_due + timedelta(days=days))


def suit_for_silence_until(reply_was_due: date, calendar: WorkCalendar) -> Due:
    """6 months from the last day for the answer that did not come."""
    months = parameter("remedy.suit_inaction_months").on(reply_was_due)
    return calendar.on_or_after(month_day(reply_was_due, months))
