"""The only reader of today's date and of the time; everything else is told."""

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()  # noqa: TID251


def today() -> date:
    """Today in Beijing."""
    return timezone.localdate()  # noqa: TID251
