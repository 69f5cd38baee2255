"""Every home beside a name in a part of what is to be published, once a line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from gongkai.checks.homes import block, table
from gongkai.checks.homes.lines import Line, reading_lines
from gongkai.checks.homes.prose import home_in, people_in
from gongkai.checks.source import Part

REACH = 10
"""Lines for which a person told of stays the one whose address is given."""
TOLD = 8
"""Characters a cell has at least that tells something in words."""


WORDS = re.compile(r"[，,。；：]")
"""What a cell has that tells something in words, and is not only an address."""


@dataclass(frozen=True)
class Home:
    """A person and an address that stand together; the offset is of the line in the part."""

    start: int
    name: str


def homes(part: Part) -> list[Home]:
    """Each line that tells where somebody lives who is named beside it."""
    lines = reading_lines(part)
    found: dict[int, str] = {}
    for start, name in _all(lines):
        found.setdefault(start, name)
    return [Home(start, name) for start, name in sorted(found.items())]


def _all(lines: list[Line]) -> Iterator[tuple[int, str]]:
    tables = list(table.tables(lines))
    for each in tables:
        yield from table.homes_in(each)
    headed = {row.start for each in tables for row in each.of_people()}
    yield from block.homes_in([line for line in lines if line.start not in headed])
    yield from _told(lines, headed)


def _told(lines: list[Line], headed: set[int]) -> Iterator[tuple[int, str]]:
    for at, line in enumerate(lines):
        cells = [cell for cell in line.cells if len(cell) >= TOLD]
        if line.start in headed:
            cells = [cell for cell in cells if WORDS.search(cell)]
        texts = cells if line.cells else [line.text]
        above = lines[max(0, at - REACH) : at]
        name = next((name for text in texts if (name := home_in(text, partial(_known, above)))), "")
        if name:
            yield line.start, name


def _known(above: list[Line]) -> str:
    """The person told of last in the lines above."""
    for line in reversed(above):
        people = [] if line.cells else list(people_in(line.text))
        if people:
            return people[-1]
    return ""
