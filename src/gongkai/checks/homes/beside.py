"""Every home beside a name in a part of what is to be published, once a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from gongkai.checks.homes import form, table
from gongkai.checks.homes.address import addresses
from gongkai.checks.homes.judged import at_home
from gongkai.checks.homes.lines import Line, reading_lines
from gongkai.checks.homes.name import named_in
from gongkai.checks.homes.prose import home_in, people_in
from gongkai.checks.homes.words import PLACES
from gongkai.checks.later import Later
from gongkai.checks.source import Part

REACH = 10
"""Lines for which a person told of stays the one whose address is given."""
TOLD = 8
"""Characters a cell has at least that tells something in words."""


NUMBERED = Later(lambda: r"^\s*\d{1,3}\s*[.．、]?\s*|^\s*姓\s*名[:：\s]*")
DATED = Later(lambda: r"[,，]?\s*(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?$")
ALONE = Later(
    lambda: (
        rf"(?:(?P<label>(?:现|家庭|户籍)?(?:{PLACES.pattern})[^:：\s\d]{{0,6}})[\s:：]+)?(?P<rest>.*)"
    )
)


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
    for each in table.tables(lines):
        yield from table.homes_in(each)
    for filled in form.forms(lines):
        yield from form.homes_in(filled)
    yield from _told(lines)
    yield from _alternating(lines)


def _told(lines: list[Line]) -> Iterator[tuple[int, str]]:
    for at, line in enumerate(lines):
        texts = [cell for cell in line.cells if len(cell) >= TOLD] if line.cells else [line.text]
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


def _alternating(lines: list[Line]) -> Iterator[tuple[int, str]]:
    """A name alone on a line, and an address alone on the next or the one before."""
    for above, below in pairwise(lines):
        for who, where in ((above, below), (below, above)):
            name = named_in(NUMBERED.sub("", who.text))
            label, address = _address_alone(where.text) if name else ("", "")
            if address and at_home(label, address, "", [], []):
                yield where.start, name


def _address_alone(text: str) -> tuple[str, str]:
    """Label and address of a line that holds nothing else; empty where there is more."""
    found = ALONE.fullmatch(DATED.sub("", text.strip()))
    label, plain = (found["label"] or "", found["rest"]) if found else ("", "")
    told = list(addresses(plain))
    whole = told and told[0].start <= 2 and len(plain) - told[-1].end <= 2
    return (label, plain) if whole else ("", "")
