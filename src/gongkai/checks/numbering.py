"""Numbers of headings and list items: 一、 （一） 1. （1） ① 一是 第一，"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Style = Literal["一、", "（一）", "1.", "（1）", "①", "一是", "第一"]

DIGITS = "零一二三四五六七八九"
CHINESE = r"[一二三四五六七八九十]{1,3}"
START = r"(?:^|(?<=[\n。；;：:！？!?\s]))[ \t\u3000\u00a0]*"
NO_ITEM = "之统唯第同单专不万合归划每任某逐另进百千零一二三四五六七八九十周期初"
"""Before 一是, 二是 … these make another word: 之一是, 统一是, 第一是."""
STYLES: tuple[tuple[Style, re.Pattern[str]], ...] = (
    ("（一）", re.compile(START + rf"[（(]\s*(?P<n>{CHINESE})\s*[)）]")),
    ("（1）", re.compile(START + r"[（(]\s*(?P<n>\d{1,2})\s*[)）](?!\d)")),
    ("1.", re.compile(START + r"(?P<n>\d{1,2})\s*[.．、](?![\d.．])")),
    ("①", re.compile(r"(?P<n>[①-⑳])")),
    ("一是", re.compile(rf"(?<![{NO_ITEM}])(?P<n>{CHINESE})是(?![否非])")),
    ("第一", re.compile(START + rf"第(?P<n>{CHINESE})[，,、：:](?![二三四五六七八九十])")),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A number in a text: how it is written, which it is, where it begins."""

    style: Style
    number: int
    start: int
    printed: str


def ordinal(text: str) -> int | None:
    """`十二`, `12`, `１２` or `⑫` as a number; None for anything else. 1 to 99."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isascii() and plain.isdigit():
        return int(plain)
    tens, ten, ones = plain.rpartition("十")
    if any(part and part not in DIGITS for part in (tens, ones)) or not plain:
        return None
    count = DIGITS.index(ones) if ones else 0
    if not ten:
        return count or None
    return 10 * (DIGITS.index(tens) if tens else 1) + count


def marks(text: str) -> Iterator[Mark]:
    """Every number of a list in a text, in order."""
    found = []
    for style, pattern in STYLES:
        for match in pattern.finditer(text):
            number = ordinal(match["n"])
            if number is not None:
                found.append(Mark(style, number, match.start("n"), match[0].strip()))
    yield from sorted(found, key=lambda mark: mark.start)
