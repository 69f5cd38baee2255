"""The lines of a text as a reader takes them: rows of tables, and sentences that run over lines."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.checks.homes.address import addresses, has_door
from gongkai.checks.homes.words import HAN, HEADS, PLACES
from gongkai.checks.later import Later
from gongkai.checks.published import lines_of
from gongkai.checks.source import Part

BARS = Later(lambda: r"[\t|]")
GAPS = Later(lambda: r"\s{2,}")
COMMAS = Later(lambda: r"[,，;；]\s?")
ENDED = "。；：！？;:!?”）)"
FULL = 25
NARROWEST = 18
SHORT = 10
TOLD = re.compile(r"[，。；]")
ALIKE = 4
"""A line of a paragraph that goes on below has at least so many characters."""
LIST = Later(lambda: r"^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第.{1,4}[条章节])")
LABEL = Later(lambda: rf"[{HAN}（）()\s]{{2,12}}[:：]")
LABEL_ENDS = Later(lambda: rf"(?:{PLACES.pattern})[^:：]{{0,8}}[:：][^:：]*$")
LETTERS_APART = Later(lambda: rf"(?<![^\s|])([{HAN}])[ \u3000]+([{HAN}])(?![^\s|])")
APART = Later(lambda: rf"[{HAN}](?:\s+[{HAN}]){{1,5}}")
WIDEST = 30


@dataclass(frozen=True)
class Line:
    """A row with its cells, or a stretch of running text without any; `start` is its offset."""

    start: int
    text: str
    cells: tuple[str, ...] = ()


def reading_lines(part: Part) -> list[Line]:
    """Rows as rows; lines that a sentence or an address runs over as one."""
    lines = [
        Line(start, text, _row(text))
        for start, text in _with_commas(list(lines_of(part)))
        if text.strip()
    ]
    return list(_joined(lines))


def _with_commas(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Rows that are parted by commas get tabs: as many commas as in the line above or below."""
    counts = [len(COMMAS.findall(text)) for _start, text in lines]
    for at, (start, text) in enumerate(lines):
        beside = {*counts[max(0, at - 1) : at], *counts[at + 1 : at + 2]}
        many = counts[at] > 1 or (counts[at] == 1 and "," in text)
        row = many and counts[at] in beside and not re.search(r"[\t|。：:]", text)
        row = row and all(map(_is_closed, COMMAS.split(text)))
        yield start, (COMMAS.sub("\t", text) if row else text)


def _is_closed(cell: str) -> bool:
    return len(re.findall(r"[（(]", cell)) == len(re.findall(r"[）)]", cell))


def _row(text: str) -> tuple[str, ...]:
    if BARS.search(text):
        return tuple(map(_cell, BARS.split(text.strip("|\n"))))
    if re.search(r"[。；！？：:]", text):
        return ()
    closed = LETTERS_APART.sub(r"\1\2", text.strip())
    cells = (GAPS if GAPS.search(closed) else re.compile(r"\s")).split(closed)
    return tuple(cells) if len(cells) > 1 and max(map(len, cells)) <= WIDEST else ()


def _cell(text: str) -> str:
    """A cell; its characters closed up where each stands alone, as `住　　址`."""
    plain = text.strip()
    return re.sub(r"\s", "", plain) if APART.fullmatch(plain) else plain


def _width(lines: list[Line]) -> int:
    """How long the lines of a text are that is broken at its margin; `FULL` if none tells."""
    told = (line.text.rstrip() for line in lines if not line.cells)
    counts = Counter(len(text) for text in told if TOLD.search(text))
    margins = (
        width
        for width in sorted(counts, reverse=True)
        if width >= NARROWEST and sum(counts[width - less] for less in range(3)) >= ALIKE
    )
    return min(next(margins, FULL) - 2, FULL)


def _joined(lines: list[Line]) -> Iterator[Line]:
    width = _width(lines)
    held: Line | None = None
    for line in lines:
        if held and not line.cells and _goes_on(held.text, line.text, width):
            held = Line(held.start, held.text.rstrip() + line.text.lstrip())
            continue
        if held:
            yield held
        held = line
        if line.cells:
            yield line
            held = None
    if held:
        yield held


def _goes_on(above: str, below: str, width: int) -> bool:
    above, below = above.rstrip(), below.strip()
    if (len(below) <= SHORT and HEADS.search(below)) or not TOLD.search(above + below):
        return False
    if below[0] in "，、；。）":
        return True
    if (
        LIST.match(below)
        or LABEL.match(below)
        or above[-1] in ENDED.replace("：", "").replace(":", "")
    ):
        return False
    if LABEL_ENDS.search(above):
        return any(found.start <= 1 for found in addresses(below)) or (
            not has_door(above) and above[-1] in ":："
        )
    whole = any(found.end >= len(above) - 1 for found in addresses(above))
    return len(above) >= width and above[-1] not in ENDED and not whole
