"""Seal the data of the statutes: write a digest of each file, or say with --check what changed.

A digest covers what a file says, not its comments or layout. Whoever changes the law on purpose
seals it again: `.venv/bin/python tools/seal.py`.
"""

import hashlib
import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "src/gongkai/statute"
SEALS = ROOT / "tests/statute/sealed.toml"
OPEN = {"glossary.toml"}
"""Terms are added all the time; tests compare them with the code."""


def digest(path: Path) -> str:
    said = json.dumps(tomllib.loads(path.read_text("utf-8")), default=str, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def digests() -> dict[str, str]:
    """File below the statute floor → digest of what it says."""
    paths = (path for path in sorted(DATA.rglob("*.toml")) if path.name not in OPEN)
    return {str(path.relative_to(DATA)): digest(path) for path in paths}


def changed() -> list[str]:
    """Files whose digest is not the sealed one, new and lost ones included."""
    sealed = tomllib.loads(SEALS.read_text("utf-8")) if SEALS.exists() else {}
    found = digests()
    return sorted(name for name in {*sealed, *found} if sealed.get(name) != found.get(name))


def main() -> int:
    if "--check" in sys.argv:
        broken = changed()
        if broken:
            print("The law as data changed; if on purpose, run tools/seal.py:", *broken, sep="\n  ")
        return 1 if broken else 0
    lines = [f'"{name}" = "{found}"' for name, found in digests().items()]
    SEALS.write_text("# Written by tools/seal.py.\n" + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
