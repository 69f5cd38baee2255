"""How much alike the prose of two reports is, section by section."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from gongkai.reports.model.statement import Section, Statement

NOISE = re.compile(r"[\s　，。；：、（）()《》“”\"'·—-]+")

YEAR = re.compile(r"(?:19|20)\d{2}(?=\s*年)")


@dataclass(frozen=True, slots=True)
class Likeness:
    """One section in both reports: lengths in characters, likeness from 0 to 1.

    `share` is None where one of the two has no prose there.
    """

    title: str
    before: int
    after: int
    share: float | None


def similarity(one: str, other: str) -> float:
    """How much alike two texts are, from 0 to 1; blanks, punctuation and years do not count."""
    return fuzz.ratio(_bare(one), _bare(other)) / 100


def likenesses(before: Statement, after: Statement) -> tuple[Likeness, ...]:
    """The preamble and every section that one of the two has; the bodies' names do not count."""
    pairs = [("引言", before.preamble, after.preamble)]
    others = list(after.sections)
    for section in before.sections:
        match = next((other for other in others if _same(section, other)), None)
        if match:
            others.remove(match)
        pairs.append((section.title, section.text, match.text if match else ""))
    pairs.extend((section.title, "", section.text) for section in others)
    return tuple(
        Likeness(
            title,
            len(one),
            len(other),
            similarity(_without(one, before), _without(other, after)) if one and other else None,
        )
        for title, one, other in pairs
        if one or other
    )


def _same(section: Section, other: Section) -> bool:
    if section.key or other.key:
        return section.key == other.key
    return _bare(section.title) == _bare(other.title)


def _without(text: str, statement: Statement) -> str:
    return text.replace(statement.body, "") if statement.body else text


def _bare(text: str) -> str:
    return NOISE.sub("", YEAR.sub("", text))
