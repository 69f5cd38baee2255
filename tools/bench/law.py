"""How fast the law is: adding working days, importing without Django.

`python tools/bench/law.py` prints seconds of processor time and the ratio to chinesecalendar's own
search, both measured in this run.
"""

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import chinese_calendar

from gongkai.law.calendar.workdays import default_calendar

TIMES, DAYS, START = 100_000, 20, date(2026, 1, 26)
FEWER = 100
MODULES = "request.clock outcome.table fee.applications publication.columns remedy.paragraph"
IMPORT = f"""
import sys, time
start = time.process_time()
import {", ".join(f"gongkai.law.{name}" for name in MODULES.split())}
print(time.process_time() - start)
assert "django" not in sys.modules
"""


def seconds_to_add() -> float:
    """Adding 20 working days 100,000 times; the calendar is built before."""
    add = default_calendar().add
    start = time.process_time()
    for _ in range(TIMES):
        add(START, DAYS)
    return time.process_time() - start


def seconds_to_find() -> float:
    """The same with chinesecalendar, from fewer runs."""
    start = time.process_time()
    for _ in range(TIMES // FEWER):
        chinese_calendar.find_workday(DAYS, START)
    return (time.process_time() - start) * FEWER


def seconds_to_import() -> float:
    command = [sys.executable, "-c", IMPORT]
    environment = {"PYTHONPATH": str(Path(__file__).parents[2] / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> None:
    ours, theirs = seconds_to_add(), seconds_to_find()
    print(
        f"add {DAYS} working days {TIMES:,} times: {ours:.3f} s, {theirs / ours:.0f} times faster"
    )
    print(f"import the law: {min(seconds_to_import() for _ in range(3)) * 1000:.0f} ms, no Django")


if __name__ == "__main__":
    main()
