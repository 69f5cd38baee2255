"""Moments as feeds write them (RFC 3339) → the day in Beijing."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")


def day_of(moment: str) -> date | None:
    """None for what is no moment; a moment without a zone is Beijing's."""
    try:
        read = datetime.fromisoformat(moment.strip())
    except ValueError:
        return None
    return read.astimezone(BEIJING).date() if read.tzinfo else read.date()
