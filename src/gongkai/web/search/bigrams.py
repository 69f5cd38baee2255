"""Text as pairs of neighbouring characters, so that Chinese needs no dictionary. Pure.

`政府信息` is indexed as 政府 府信 信息 息. A word asked for is found where all its pairs stand one
after the other, which is exactly where a plain substring scan finds it. Single characters have a
place of their own: the set of those that stand in the text; so have three in a row.
"""

import re
import unicodedata

SPACE_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
STRETCH = re.compile(r"[^\W_]+")
"""Letters and digits: what Unicode counts under L and N."""
TERMS = 6
"""More words than these are not looked at."""
FIRST_SIGN, SIGNS = 0x800, 0xD000
"""The characters that may tell a triple: three bytes each, none with a meaning in a query."""
LONGEST = 40
"""A longer word is cut; its beginning tells it."""


def clean(text: str) -> str:
    """Full-width forms and spacing made even; what is shown and searched is this."""
    even = unicodedata.normalize("NFKC", text)
    return SPACE_BESIDE_HAN.sub("", " ".join(even.split()))


def runs(text: str) -> list[str]:
    """Stretches of letters and digits, in small letters."""
    return STRETCH.findall(text.lower())


def pairs(text: str) -> list[str]:
    """The tokens of a text, in its order; the last character of a stretch stands alone."""
    return [run[at : at + 2] for run in runs(text) for at in range(len(run))]


def triples(text: str) -> set[str]:
    """What stands three in a row, each told by one of `SIGNS` characters: few share one by chance.

    PostgreSQL's index keeps no places; where pairs stand apart in many texts these tell them from
    the few in which they meet, so that those only are read.
    """
    found: set[str] = set()
    for run in runs(text):
        codes = [*map(ord, run)]
        found.update(map(_sign, codes, codes[1:], codes[2:]))
    return found


def _sign(first: int, second: int, third: int) -> str:
    return chr(FIRST_SIGN + (first * 40503 + second * 30011 + third) % SIGNS)


def characters(text: str) -> set[str]:
    """The letters and digits that stand in a text."""
    return set("".join(runs(text)))


def terms(asked: str) -> list[str]:
    """The words that somebody typed: divided by blanks and punctuation, each a substring."""
    found = [run[:LONGEST] for word in asked.split() for run in runs(clean(word))]
    return list(dict.fromkeys(found))[:TERMS]


def pairs_asked(term: str) -> list[str]:
    """The pairs of a word asked for, in order; a single character is itself."""
    return [term[at : at + 2] for at in range(len(term) - 1)] or [term]
