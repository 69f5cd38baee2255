"""What is shown of a hit: the piece of text around the words asked for, and how well it fits."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

IN_TITLE = 6.0
WHOLE_TITLE = 4.0


@dataclass(frozen=True)
class Piece:
    """A stretch of text; marked where it is a word that was asked for."""

    text: str
    marked: bool = False


def snippet(text: str, words: Sequence[str], length: int) -> list[Piece]:
    """Some `length` characters around the first word found, in pieces."""
    pattern = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
    first = pattern.search(text)
    start = max(0, first.start() - length // 4) if first and len(text) > length else 0
    part = text[start : start + length]
    pieces, at = [], 0
    for found in pattern.finditer(part):
        pieces += [Piece(part[at : found.start()]), Piece(found[0], marked=True)]
        at = found.end()
    pieces.append(Piece(part[at:]))
    whole = [Piece("…")] * (start > 0) + pieces + [Piece("…")] * (start + length < len(text))
    return [piece for piece in whole if piece.text]


def score(title: str, text: str, words: Sequence[str]) -> float:
    """Higher is nearer: words in the title above all, then how often they stand in the text."""
    title, text = title.lower(), text.lower()
    total = 0.0
    for word in words:
        total += IN_TITLE * (word in title) + WHOLE_TITLE * (word == title)
        total += math.log1p(text.count(word)) / math.log(10 + len(text) / 500)
    return total
