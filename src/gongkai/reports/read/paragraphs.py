"""Paragraphs out of lines: what was only wrapped, or cut by a page's end, is joined again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.reports.model.report import Passage
from gongkai.reports.read.strips import Strip

_ITEM = re.compile(
    r"[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．](?!\d)|[①-⑳]|[一二三四五六七八九十]{1,2}是|附件|第[一二三四五六七八九十]{1,3}[条章]"
)
_SHORT_LIST = re.compile(r"\d{1,2}[.、．]|[①-⑳]|[一二三四五六七八九十]{1,2}是")
_SENTENCE_ENDS = "。！？!?…"
_CLOSING = "”’』」)）》〉】\"'"
_STOPS = _SENTENCE_ENDS + "：:；;"
NARROWEST = 36
"""Columns: lines shorter than eighteen characters are titles or items, not wrapped text."""

LONG_LINE = 60
"""Characters: a line of this length that ends without punctuation was cut, not ended."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a source were wrapped: their full width in columns, None where not."""

    width: int | None

    def full(self, text: str, slack: int = 3) -> bool:
        return self.width is not None and columns(text) >= self.width - slack


class _Widths(dict[str, int]):
    """Columns of each character seen so far."""

    def __missing__(self, character: str) -> int:
        self[character] = 2 if unicodedata.east_asian_width(character) in "WFA" else 1
        return self[character]


_WIDTHS = _Widths()


def columns(text: str) -> int:
    """Width of a text: Chinese characters and their punctuation count two."""
    return sum(map(_WIDTHS.__getitem__, text))


def wrapping(strips: Iterable[Strip]) -> Wrapping:
    """Wrapped lines have nearly one width and mostly do not end where a sentence does."""
    lines = [(columns(text), text) for strip in strips if (text := strip.text.strip())]
    lines = [(width, text) for width, text in lines if width >= NARROWEST]
    if len(lines) < 5:
        return Wrapping(None)
    common = Counter(width // 2 * 2 for width, _ in lines).most_common(1)[0][0]
    full = [text for width, text in lines if common - 6 <= width <= common + 4]
    longer = [text for width, text in lines if width > common + 4]
    cut = [text for text in full if not _ended(text)]
    if len(full) < 5 or len(cut) * 2 < len(full) or len(longer) * 3 > len(lines):
        return Wrapping(None)
    return Wrapping(common)


def passages(strips: Sequence[Strip], wrap: Wrapping) -> tuple[Passage, ...]:
    """The paragraphs of a part of the report."""
    groups: list[list[Strip]] = []
    for strip in strips:
        if groups and _joins(groups[-1][-1], strip, wrap):
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return tuple(Passage(_joined(group), group[0].place) for group in groups)


def _joined(group: Sequence[Strip]) -> str:
    text = group[0].text.strip()
    for strip in group[1:]:
        more = strip.text.strip()
        both_latin = text[-1:].isascii() and text[-1:].isalpha() and more[:1].isascii()
        text += (" " if both_latin and more[:1].isalpha() else "") + more
    return text


def _joins(before: Strip, after: Strip, wrap: Wrapping) -> bool:
    text, more = before.text.strip(), after.text.strip()
    if before.celled or after.celled or before.level is not None or after.level is not None:
        return False
    if wrap.width is None:
        return not before.paragraph and _cut_in_sentence(text, more, before, after)
    if _ITEM.match(more):
        inline = _SHORT_LIST.match(more) and text[-1:] in "；;，,、：:" and wrap.full(text)
        return bool(inline) and not _ended(text)
    if _ended(text):
        return False
    if text[-1:] in "：:；;":
        return wrap.full(text)
    return wrap.full(text, 8) or text[-1:] in "，,、" or _page_between(before, after)


def _cut_in_sentence(text: str, more: str, before: Strip, after: Strip) -> bool:
    """In text with whole paragraphs only a page's end cuts sentences."""
    if _ITEM.match(more) or not text:
        return False
    if text[-1] in "，,、":
        return True
    if text[-1] in _STOPS or text[-1] in _CLOSING:
        return False
    return len(text) >= LONG_LINE or (_page_between(before, after) and len(text) >= 25)


def _page_between(before: Strip, after: Strip) -> bool:
    """A new page, or the many blank lines that a page's end leaves in extracted text."""
    return before.place.page != after.place.page or after.gap >= 3


def _ended(text: str) -> bool:
    return text.rstrip(_CLOSING)[-1:] in _SENTENCE_ENDS
