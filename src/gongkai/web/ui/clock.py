"""The only reader of today's date and of the time; everything else is told."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()  # noqa: TID251


def today() -> date:
    """Today in Beijing."""
    return timezone.localdate()  # noqa: TID251


def local_day(moment: datetime) -> date:
    """The day in Beijing of a stored moment."""
    return timezone.localdate(moment)  # noqa: TID251
