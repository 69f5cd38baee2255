"""Findings on real reports, by rule, before and after: `make corpus REPORTS=folder`.

The first run keeps what it found in .corpus.json; later runs print, rule by rule, what appeared and
vanished since. `--keep` makes the present findings the new measure.
"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GONGKAI = Path(sys.executable).with_name("gongkai")
KEPT = ROOT / ".corpus.json"
SHOWN = 3
"""Examples printed for each rule that changed."""

Finding = tuple[str, str, str, str]
"""Rule, severity, file, message."""


def findings(folders: list[str]) -> set[Finding]:
    command = [str(GONGKAI), "check", "--format", "json", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1, 2} or not done.stdout:
        raise SystemExit(done.stderr)
    return {
        (found["rule"], found["severity"], file["path"], found["message"])
        for file in json.loads(done.stdout)["files"]
        for found in file["findings"]
    }


def kept() -> set[Finding] | None:
    if not KEPT.exists():
        return None
    return {tuple(found) for found in json.loads(KEPT.read_text("utf-8"))}


def changes(before: set[Finding], after: set[Finding]) -> list[str]:
    """For each rule: how many, how many more and fewer, with examples."""
    new, gone = after - before, before - after
    counts, more, fewer = (Counter(f[0] for f in found) for found in (after, new, gone))
    lines = []
    for rule in sorted({*counts, *fewer}):
        lines.append(f"{rule}  {counts[rule]:5d}   +{more[rule]} -{fewer[rule]}")
        for sign, found in (("+", new), ("-", gone)):
            chosen = sorted(f for f in found if f[0] == rule)[:SHOWN]
            lines += [f"    {sign} {Path(f[2]).name}: {f[1]} {f[3]}" for f in chosen]
    return lines


def main() -> int:
    folders = [name for name in sys.argv[1:] if not name.startswith("-")]
    folders = folders or [str(ROOT.parent / "shared/reports"), str(ROOT / "samples")]
    after = findings(folders)
    before = kept()
    print("\n".join(changes(after if before is None else before, after)))
    if before is None or "--keep" in sys.argv:
        KEPT.write_text(json.dumps(sorted(after), ensure_ascii=False, indent=0), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
