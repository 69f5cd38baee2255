"""Write the generated pages, or say with --check which are stale."""

import sys
from pathlib import Path

import docs_checks
import docs_outcome
import docs_request
import law_index

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[Path, str]:
    """Every generated page: its path below docs/ and its text."""
    index = {Path("law/index.md"): law_index.page()}
    return {**index, **docs_request.pages(), **docs_outcome.pages(), **docs_checks.pages()}


def main() -> int:
    stale = []
    for path, text in pages().items():
        target = ROOT / "docs" / path
        if "--check" in sys.argv:
            if not target.exists() or target.read_text("utf-8") != text:
                stale.append(str(path))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
    if stale:
        print("Generated pages are stale; run `make docs`:", *stale, sep="\n  ")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
