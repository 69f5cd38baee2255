"""When a message may leave: not at night, digests in the morning of a working day."""

from datetime import datetime, time, timedelta

from gongkai.law.calendar.workdays import default_calendar

DIGEST_AT = time(8, 30)
RETRIES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360))
"""How long to wait after each failed attempt; after the last one it is given up."""


def leaves(now: datetime, quiet_from: time, quiet_to: time) -> datetime:
    """The first moment from now on (local time) that lies outside the quiet hours."""
    if quiet_from == quiet_to:
        return now
    at = now.timetz().replace(tzinfo=None)
    night = at >= quiet_from or at < quiet_to
    quiet = night if quiet_from > quiet_to else quiet_from <= at < quiet_to
    if not quiet:
        return now
    end = now.replace(hour=quiet_to.hour, minute=quiet_to.minute, second=0, microsecond=0)
    return end if end > now else end + timedelta(days=1)


def digest_leaves(now: datetime) -> datetime:
    """The next morning of a working day (local time), today's if it is still to come.

    Beyond the years whose holidays are published, Monday to Friday count as working days.
    """
    day = now.replace(hour=DIGEST_AT.hour, minute=DIGEST_AT.minute, second=0, microsecond=0)
    while day <= now or not default_calendar().is_working_day(day.date()):
        day += timedelta(days=1)
    return day
