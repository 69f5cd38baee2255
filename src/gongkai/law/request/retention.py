"""How long what an application tells of persons is kept: so many whole years after its last one.

As with files kept for a fixed period, the years are counted from the one after the last act. No
text says how many; the provision is marked provisional and an office may set its own number.
"""

from datetime import date

from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import COUNTING_PRACTICE

SOURCE = COUNTING_PRACTICE.article(12)


def first_day_kept(today: date, years: int | None = None) -> date:
    """What ended before this day is kept no longer; `years`: the office's own number, if any."""
    kept = years or parameter("request.retention_years").on(today)
    return date(today.year - kept, 1, 1)
