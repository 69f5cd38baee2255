"""Share of mutants of the law that the tests kill, by folder; fails below 85 %.

Run after `mutmut run`. Mutants that make the tests hang count as killed: somebody would notice.
"""

import re
import subprocess
import sys
from collections import Counter

WANTED = 0.85
LINE = re.compile(r"\s*gongkai\.(law\.\w+)\.\S+: (\w+)")
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
    whole = sum(found.values(), Counter())
    print(f"{'law':24} {share(whole):6.1%} of {whole.total()}")
    return 0 if share(whole) >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
