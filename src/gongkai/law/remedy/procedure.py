"""The periods inside a reconsideration: the body's reply and the authority's decision."""

from datetime import date, timedelta

from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.statute.parameters import parameter


def copy_until(accepted_on: date, calendar: WorkCalendar, *, simple: bool) -> Due:
    """The authority sends the application on within 7 working days, in simple cases 3."""
    name = "remedy.simple_copy_days" if simple else "remedy.reconsideration_copy_days"
    return calendar.add(accepted_on, parameter(name).on(accepted_on))


def reply_until(copy_received_on: date, calendar: WorkCalendar, *, simple: bool) -> Due:
    """The body replies with evidence within 10 working days, in simple cases 5 (else: none)."""
    name = "remedy.simple_reply_days" if simple else "remedy.reconsideration_reply_days"
    return calendar.add(copy_received_on, parameter(name).on(copy_received_on))


def defence_until(copy_received_on: date, calendar: WorkCalendar) -> Due:
    """The body answers a suit with its evidence within 15 days of the copy."""
    days = parameter("remedy.suit_reply_days").on(copy_received_on)
    return calendar.on_or_after(copy_received_on + timedelta(days=days))


def decision_until(
    accepted_on: date, calendar: WorkCalendar, *, simple: bool, extended: bool = False
) -> Due:
    """The decision comes within 60 days, 30 more if extended; in simple cases 30, no extension."""
    if simple and extended:
        raise ValueError("简易程序的复议期限不能延长")
    name = "remedy.simple_decision_days" if simple else "remedy.reconsideration_decision_days"
    days = parameter(name).on(accepted_on)
    if extended:
        days += parameter("remedy.reconsideration_extension_days").on(accepted_on)
    return calendar.on_or_after(accepted_on + timedelta(days=days))
