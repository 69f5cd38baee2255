"""What on the pages looks like personal data or is one of the words asked for, as boxes. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from gongkai.checks.private import Kind, spans
from gongkai.web.files.redaction.pages import Box, Glyph

MARGIN = 0.4
"""mm that a box reaches beyond the characters it covers."""
SAME_LINE = 0.5
"""Of the height of a character, by which the next one may lie higher or lower in a line."""
BROKEN = re.compile(r"(?<=[\dXx])[\r\n]+(?=[\dXx])")
"""A line end inside a number."""


@dataclass(frozen=True)
class Suggestion:
    """One thing that might be blacked out: what it is, its text, a box for each of its lines."""

    kind: str
    text: str
    boxes: tuple[Box, ...]


def suggestions(pages: Sequence[Sequence[Glyph]], words: Iterable[str]) -> list[Suggestion]:
    """Personal data and these words, page by page in reading order."""
    wanted = [word for word in (re.sub(r"\s", "", each) for each in words) if word]
    return [found for glyphs in pages for found in _of_page(list(glyphs), wanted)]


def _of_page(glyphs: list[Glyph], words: list[str]) -> Iterator[Suggestion]:
    found = [*_private(glyphs), *_words(glyphs, words)]
    yield from (each for _start, each in sorted(found, key=lambda pair: pair[0]))


def _private(glyphs: list[Glyph]) -> Iterator[tuple[int, Suggestion]]:
    text = "".join(glyph.text for glyph in glyphs)
    broken = {at for match in BROKEN.finditer(text) for at in range(*match.span())}
    kept = [index for index in range(len(glyphs)) if index not in broken]
    plain = "".join(glyphs[index].text for index in kept)
    for span in spans(plain):
        own = [glyphs[index] for index in kept[span.start : span.end]]
        yield kept[span.start], _suggestion(span.kind, own)


def _words(glyphs: list[Glyph], words: list[str]) -> Iterator[tuple[int, Suggestion]]:
    """The words wherever they stand, blanks and line ends in them left aside."""
    kept = [index for index, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    plain = "".join(glyphs[index].text for index in kept)
    for word in words:
        for match in re.finditer(re.escape(word), plain):
            own = [glyphs[index] for index in kept[match.start() : match.end()]]
            yield kept[match.start()], _suggestion(Kind.WORD, own)


def _suggestion(kind: Kind, glyphs: list[Glyph]) -> Suggestion:
    text = "".join(glyph.text for glyph in glyphs).strip()
    return Suggestion(kind.value, text, tuple(_lines([g.box for g in glyphs if g.box])))


def _lines(boxes: list[Box]) -> Iterator[Box]:
    """One box around the characters of each line."""
    line: list[Box] = []
    for box in boxes:
        if line and abs(box.top - line[-1].top) > SAME_LINE * max(box.height, line[-1].height):
            yield _around(line)
            line = []
        line.append(box)
    if line:
        yield _around(line)


def _around(boxes: list[Box]) -> Box:
    left, top = min(box.left for box in boxes), min(box.top for box in boxes)
    right = max(box.left + box.width for box in boxes)
    bottom = max(box.top + box.height for box in boxes)
    return Box(
        boxes[0].page,
        max(0.0, left - MARGIN),
        max(0.0, top - MARGIN),
        right - left + 2 * MARGIN,
        bottom - top + 2 * MARGIN,
    )
