"""The page of demands names tests that there are."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| .+ \| `(tests/[\w/]+\.py)::(test_\w+)` \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, str]]:
    return ROW.findall((ROOT / "docs" / "security.md").read_text("utf-8"))


def test_at_least_forty_demands_are_shown_each_once():
    demands = [demand for demand, _path, _name in rows()]
    assert len(demands) == len(set(demands)) >= 40


def test_every_test_that_is_named_is_there():
    missing = [
        f"{path}::{name}"
        for _demand, path, name in rows()
        if f"\ndef {name}(" not in (ROOT / path).read_text("utf-8")
    ]
    assert missing == []


def test_every_row_of_the_page_is_read():
    lines = (ROOT / "docs" / "security.md").read_text("utf-8").splitlines()
    assert len(rows()) == sum(line.startswith("| ") and line[2].isdigit() for line in lines)
