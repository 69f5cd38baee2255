"""Change constants, table rows and contracts of the law at random; count what the checks notice.

`kill.py [HOW_MANY [SEED]]` works on a copy of the checkout. A change is noticed when an import
contract breaks, the index of provisions goes stale or a test of the lower floors fails. Fails when
more than two of thirty pass.
"""

import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("src", "tests", "tools", "docs", "pyproject.toml")
BIN = ROOT / ".venv/bin"
TESTS = ("tests/test_architecture.py", "tests/statute", "tests/law", "tests/tools", "tests/cli")
CHECKS = (
    ("lint-imports",),
    ("python", "tools/write_docs.py", "--check"),
    ("pytest", "-x", "-q", "-p", "no:cacheprovider", *TESTS),
)
UNNOTICED = 2 / 30
DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
TOML_VALUE = re.compile(r"=\s*(.+)$")


@dataclass(frozen=True)
class Change:
    """Replace the text from `start` to `end` of a file."""

    path: Path
    start: int
    end: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}: {self.before()!r} → {self.text!r}"

    def before(self) -> str:
        return (ROOT / self.path).read_text("utf-8")[self.start : self.end]


def constants() -> Iterator[Change]:
    """Numbers and words in what the modules of statute and law define at their top."""
    for floor in ("statute", "law"):
        for path in sorted((ROOT / "src/gongkai" / floor).rglob("*.py")):
            text = path.read_text("utf-8")
            starts = [0]
            for line in text.splitlines(keepends=True):
                starts.append(starts[-1] + len(line))
            lines = text.splitlines(keepends=True)
            for node in ast.parse(text).body:
                if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
                    for each in literals(node.value):
                        start, end = (
                            starts[row - 1] + len(lines[row - 1].encode()[:column].decode())
                            for row, column in (
                                (each.lineno, each.col_offset),
                                (each.end_lineno, each.end_col_offset),
                            )
                        )
                        yield Change(path.relative_to(ROOT), start, end, changed(each.value))


def literals(value: ast.expr) -> Iterator[ast.Constant]:
    for each in ast.walk(value):
        if isinstance(each, ast.Constant) and isinstance(each.value, int | str) and each.value:
            yield each


def changed(value: object) -> str:
    """Another value of the kind, as source."""
    if isinstance(value, bool):
        return str(not value)
    return str(value + 1) if isinstance(value, int) else repr(f"{value}Q")


def rows() -> Iterator[Change]:
    """Values in the data files: a number one more, a day one later in its month, other words."""
    for path in sorted((ROOT / "src/gongkai/statute").rglob("*.toml")):
        text = path.read_text("utf-8")
        offset = 0
        for line in text.splitlines(keepends=True):
            found = TOML_VALUE.search(line.rstrip("\n"))
            if found and not line.startswith("#"):
                start = offset + found.start(1)
                yield Change(path.relative_to(ROOT), start, start + len(found[1]), other(found[1]))
            offset += len(line)


def other(value: str) -> str:
    if DATE.search(value):
        return DATE.sub(lambda day: day[0][:-2] + ("11" if day[0].endswith("12") else "12"), value)
    if re.search(r"\d", value) and '"' not in value:
        return re.sub(r"\d+", lambda number: str(int(number[0]) + 1), value, count=1)
    if value in {"true", "false"}:
        return {"true": "false", "false": "true"}[value]
    return re.sub(r'"([^"]*)"', lambda words: f'"{words[1]}Q"', value, count=1)


def contracts() -> Iterator[Change]:
    """The import contracts: each list of layers or modules loses its first name."""
    path = Path("pyproject.toml")
    text = (ROOT / path).read_text("utf-8")
    section = text.index("[tool.importlinter]")
    for found in re.finditer(r'(?<=[\[ ])"gongkai\.[\w.| ]+"(, )?', text[section:]):
        yield Change(path, section + found.start(), section + found.end(), "")


def noticed(change: Change, copy: Path) -> bool:
    """Whether the checks fail with that change."""
    target = copy / change.path
    before = target.read_text("utf-8")
    target.write_text(before[: change.start] + change.text + before[change.end :], "utf-8")
    try:
        return any(
            subprocess.run(
                [str(BIN / command[0]), *command[1:]],
                cwd=copy,
                env={**os.environ, "PYTHONPATH": str(copy / "src")},
                capture_output=True,
                check=False,
            ).returncode
            for command in CHECKS
        )
    finally:
        target.write_text(before, "utf-8")


def drawn(how_many: int, seed: int) -> list[Change]:
    """Two of five from code, two of five from data, the rest contracts."""
    chance = random.Random(seed)
    from_contracts = list(contracts())
    share = 2 * how_many // 5
    rest = min(how_many - 2 * share, len(from_contracts))
    return [
        *chance.sample(list(constants()), share),
        *chance.sample(list(rows()), share),
        *chance.sample(from_contracts, rest),
    ]


def main(arguments: list[str]) -> int:
    how_many, seed = (*map(int, arguments), *(30, 1)[len(arguments) :])
    passed = 0
    changes = drawn(how_many, seed)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in COPIED:
            source = ROOT / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(source, copy / name, symlinks=True, ignore=ignored)
            else:
                shutil.copy(source, copy / name)
        for change in changes:
            if not noticed(change, copy):
                passed += 1
                print(f"not noticed: {change}", flush=True)
    print(f"{len(changes) - passed} of {len(changes)} changes were noticed (seed {seed})")
    return 1 if passed > UNNOTICED * len(changes) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
