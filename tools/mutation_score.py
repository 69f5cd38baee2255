"""Share of mutants that the tests kill, by folder; fails below what a floor is held to.

Run after `mutmut run`. Mutants that make the tests hang count as killed: somebody would notice.
"""

import re
import subprocess
import sys
from collections import Counter

WANTED = {"law": 0.85, "checks": 0.80}
LINE = re.compile(r"\s*gongkai\.((?:law|checks)\.\w+)\.\S+: (\w+)")
NOTICED = {"killed", "timeout", "suspicious", "segfault"}


def counts(results: str) -> dict[str, Counter[str]]:
    """Folder → how many mutants ended how; those that were not run are left out."""
    found: dict[str, Counter[str]] = {}
    for folder, end in LINE.findall(results):
        if end != "not":
            found.setdefault(folder, Counter())[end] += 1
    return found


def share(ends: Counter[str]) -> float:
    return sum(ends[end] for end in NOTICED) / ends.total()


def main() -> int:
    command = [".venv/bin/mutmut", "results", "--all", "true"]
    found = counts(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    if not found:
        print("No mutants were run: .venv/bin/mutmut run", file=sys.stderr)
        return 2
    for folder, ends in sorted(found.items()):
        print(f"{folder:24} {share(ends):6.1%} of {ends.total()}")
    short = False
    for floor, wanted in WANTED.items():
        whole = sum((e for f, e in found.items() if f.startswith(f"{floor}.")), Counter())
        if whole:
            print(f"{floor:24} {share(whole):6.1%} of {whole.total()}")
            short = short or share(whole) < wanted
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
