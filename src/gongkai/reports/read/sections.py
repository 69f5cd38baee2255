"""The sections of a report: which headings are theirs, and what each section is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from gongkai.reports.model.document import Place
from gongkai.reports.model.statement import SECTION_KEYS, SectionKey
from gongkai.reports.read.strips import Strip
from gongkai.reports.read.titles import Heading, heading

_NUMERALS = "零一二三四五六七八九十"
LEADER = re.compile(r"(?:…\s*|(?:[.．·•‥]\s*){3}){2,}\d*\s*$")
"""The dots and page number of a line of contents."""


@dataclass(slots=True)
class Part:
    """A section as found: its heading, where, the strips below it."""

    heading: Heading
    place: Place
    strips: list[Strip] = field(default_factory=list)
    table: SectionKey | None = None


def key_of(parts: Sequence[Part], number: int) -> SectionKey | None:
    """What a section is: by its title, else by the table in it, else by its place and number.

    Its place tells only where the sections before and after it are the form's neighbours.
    """
    part = parts[number]
    known = {other.heading.key for other in parts}
    if part.heading.key or not part.heading.number:
        return part.heading.key
    if part.table and part.table not in known:
        return part.table
    place = _NUMERALS.find(part.heading.number) - 1
    if not 0 <= place < len(SECTION_KEYS) or SECTION_KEYS[place] in known:
        return None
    before = parts[number - 1].heading.key if number else None
    after = parts[number + 1].heading.key if number + 1 < len(parts) else None
    wanted = (
        SECTION_KEYS[place - 1] if place else None,
        SECTION_KEYS[place + 1] if place + 1 < len(SECTION_KEYS) else None,
    )
    return SECTION_KEYS[place] if (before, after) == wanted else None


def headings_of(strips: Sequence[Strip], taken: set[int]) -> dict[int, Heading]:
    """The headings by strip: no contents lines, no numbered items inside a section."""
    found = {}
    for index, strip in enumerate(strips):
        if index in taken or strip.celled or LEADER.search(strip.text):
            continue
        if title := heading(strip.text, strip.level):
            found[index] = title
    for index in _contents(found):
        del found[index]
    places = sorted(found)
    real: dict[int, Heading] = {}
    inside, last = False, 0
    for index in places:
        title = found[index]
        number = _NUMERALS.find(title.number[-1]) if title.number else 0
        inside = title.key is None and (inside or number != last + 1)
        if not inside:
            last = number or last
            real[index] = title
    return real


def _contents(found: Mapping[int, Heading]) -> list[int]:
    """The lines of a table of contents: headings on end whose sections all come again later."""
    blocks: list[list[int]] = []
    for index in sorted(found):
        if blocks and blocks[-1][-1] == index - 1:
            blocks[-1].append(index)
        else:
            blocks.append([index])
    contents: list[int] = []
    for block in blocks:
        later = {title.key for index, title in found.items() if index > block[-1]}
        keys = {found[index].key for index in block} - {None}
        if len(block) >= 3 and keys and keys <= later:
            contents.extend(block)
    return contents
