"""Text as pairs of neighbouring characters, so that Chinese needs no dictionary. Pure.

`政府信息` is indexed as 政府 府信 信息 息. A word asked for is found where all its pairs stand one
after the other, which is exactly where a plain substring scan finds it. Single characters have a
place of their own: the set of those that stand in the text.
"""

import re
import unicodedata
from collections.abc import Iterator

SPACE_BESIDE_HAN = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
TERMS = 6
"""More words than these are not looked at."""
LONGEST = 40
"""A longer word is cut; its beginning tells it."""


def clean(text: str) -> str:
    """Full-width forms and spacing made even; what is shown and searched is this."""
    even = unicodedata.normalize("NFKC", text)
    return SPACE_BESIDE_HAN.sub("", " ".join(even.split()))


def runs(text: str) -> Iterator[str]:
    """Stretches of letters and digits, in small letters."""
    start = None
    lowered = text.lower()
    for at, character in enumerate(lowered):
        if unicodedata.category(character)[0] in "LN":
            start = at if start is None else start
        elif start is not None:
            yield lowered[start:at]
            start = None
    if start is not None:
        yield lowered[start:]


def pairs(text: str) -> Iterator[str]:
    """The tokens of a text, in its order."""
    for run in runs(text):
        for at in range(len(run) - 1):
            yield run[at : at + 2]
        yield run[-1]


def characters(text: str) -> set[str]:
    """The letters and digits that stand in a text."""
    return set().union(*runs(text))


def terms(asked: str) -> list[str]:
    """The words that somebody typed: divided by blanks and punctuation, each a substring."""
    found = [run[:LONGEST] for word in asked.split() for run in runs(clean(word))]
    return list(dict.fromkeys(found))[:TERMS]


def pairs_asked(term: str) -> list[str]:
    """The pairs of a word asked for, in order; a single character is itself."""
    return [term[at : at + 2] for at in range(len(term) - 1)] or [term]
