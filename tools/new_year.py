"""Scaffold the holiday table of a year: `make year YEAR=2027`.

Writes `holiday_tables/YEAR.toml` with the festivals as they fall, to be corrected from the State
Council's notice; says what to do next. Refuses to write over a table.
"""

import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from gongkai.statute.holidays import DAY, computed_table  # noqa: E402 (the path comes first)

FOLDER = ROOT / "src/gongkai/statute/holiday_tables"
NEXT = """{path} is a draft. Now:
  1. take first and last day of each holiday from the State Council's notice;
  2. list the weekend days that are worked; put the notice's number and link;
  3. run tools/seal.py, make check."""


def spans(year: int) -> list[tuple[str, str, str]]:
    """Name, first and last day of each run of days off."""
    days = sorted(computed_table(year).off.items())
    runs = groupby(enumerate(days), key=lambda each: (each[1][1], each[1][0] - DAY * each[0]))
    found = []
    for (name, _), run in runs:
        dates = [day for _, (day, _) in run]
        found.append((name, str(dates[0]), str(dates[-1])))
    return found


def draft(year: int) -> str:
    lines = [
        f"# {year}年节假日安排。草稿：请按国务院办公厅的放假通知核对每一天。",
        f"year = {year}",
        'notice = "国办发明电〔〕号"',
        'link = "https://www.gov.cn/"',
        "worked_weekends = []",
    ]
    for name, first, last in spans(year):
        lines += ["", "[[holidays]]", f'name = "{name}"', f"first = {first}", f"last = {last}"]
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or not arguments[0].isdecimal() or len(arguments[0]) != 4:
        print("usage: make year YEAR=2027", file=sys.stderr)
        return 2
    path = FOLDER / f"{arguments[0]}.toml"
    if path.exists():
        print(f"{path} is there already", file=sys.stderr)
        return 2
    path.write_text(draft(int(arguments[0])), "utf-8")
    print(NEXT.format(path=path.relative_to(ROOT)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
