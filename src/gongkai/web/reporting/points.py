"""What the bodies of an area write, point by point, as a draft of the area's own sections. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.reports.model.statement import SectionKey, Statement

ONE = "[一二三四五六七八九十]"
NUMBER = rf"（{ONE}+）|\({ONE}+\)|{ONE}是|第{ONE}+[，,、]|\d{{1,2}}[.、．](?!\d)"
POINT = re.compile(rf"(?:^|(?<=[。；;\n]))\s*(?:{NUMBER})\s*")
SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
TOPIC = re.compile(
    r"(?:主动公开|依申请公开|政府信息管理|(?:政府信息公开)?平台建设|监督保障)(?:情况|工作)?[。；;]"
)
NOISE = re.compile(r"[\s，。；：、“”（）()\d]+")
NO_BRACES = str.maketrans("{}", "｛｝")
"""In the words of a draft braces hold names of numbers."""
LONGEST = 60
"""Characters of a point that go into a draft."""
MOST_NAMES = 5
DRAFTED: tuple[SectionKey, ...] = ("overview", "problems", "other")


@dataclass(frozen=True)
class Point:
    """What one or several bodies write in nearly the same words."""

    words: str
    bodies: tuple[str, ...]


def points(text: str) -> list[str]:
    """The first sentence of each numbered point; of a text without numbers its first sentence.

    A topic of the overview that heads a point (主动公开。) goes before the sentence it heads.
    """
    numbered = [piece for piece in POINT.split(text)[1:] if piece.strip()]
    pieces = numbered or ([text] if text.strip() else [])
    return [_short(said) for said in map(_first, pieces) if said]


def _first(piece: str) -> str:
    told = SENTENCE.findall(piece.strip())
    if len(told) > 1 and TOPIC.fullmatch(told[0].strip()):
        return f"{told[0].strip().rstrip('。；;')}：{told[1].strip()}"
    return told[0] if told else ""


def _short(sentence: str) -> str:
    words = sentence.strip().rstrip("。；;").translate(NO_BRACES)
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def gathered(statements: Iterable[Statement], key: SectionKey) -> list[Point]:
    """The points of a section over all bodies, those that most bodies make first."""
    words: dict[str, str] = {}
    bodies: dict[str, dict[str, None]] = {}
    for statement in statements:
        section = statement.section(key)
        for point in points(section.text) if section else ():
            bare = NOISE.sub("", point)
            if bare:
                words.setdefault(bare, point)
                bodies.setdefault(bare, {})[statement.body or ""] = None
    found = [Point(words[bare], tuple(names)) for bare, names in bodies.items()]
    return sorted(found, key=lambda point: -len(point.bodies))


def draft(own: str, found: Sequence[Point], most: int = 60) -> str:
    """The words that stand there now, and below them the bodies' points, to be edited."""
    if not found:
        return own
    lines = [f"{point.words}（{_named(point.bodies)}）" for point in found[:most]]
    return "\n".join([*filter(None, [own.strip()]), "【各单位要点，请归纳后删去】", *lines])


def _named(bodies: Sequence[str]) -> str:
    names = "、".join(bodies[:MOST_NAMES])
    return names if len(bodies) <= MOST_NAMES else f"{names}等 {len(bodies)} 个单位"
