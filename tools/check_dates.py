"""Warn of numbers of the statutes that nobody has checked for more than 400 days.

`check_dates.py [TODAY]`; TODAY as 2026-11-20, else the day of the call. A warning, not a failure:
the text may not have changed, but a person should look.
"""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from gongkai.law.calendar.workdays import default_calendar
from gongkai.statute.parameters import PARAMETERS, parameter

DAYS = 400


def stale(today: date) -> list[str]:
    """Names of parameters whose newest value was last checked too long ago."""
    return [
        name
        for name, each in PARAMETERS.items()
        if (checked := each.values[-1].checked_on) and (today - checked).days > DAYS
    ]


def missing_year(today: date) -> int | None:
    """Next year, when its holiday notice should be out and the table is not there."""
    by = parameter("calendar.notice_expected_by").record_on(today)
    late = (today.month, today.day) >= (by["month"], by["day"])
    return today.year + 1 if late and today.year + 1 not in default_calendar().known_years else None


def main(arguments: list[str]) -> int:
    today = date.fromisoformat(arguments[0]) if arguments else date.today()  # noqa: TID251
    names = stale(today)
    if names:
        print(f"warning: not checked in the text of the law for {DAYS} days:", *names, sep="\n  ")
    year = missing_year(today)
    if year:
        print(f"warning: the holiday table of {year} is missing: make year YEAR={year}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
