"""Automatic numbers of paragraphs: “一、”, “（一）”, “1.” that Word writes and stores nowhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from gongkai.reports.read.numbering import chinese, circled, letter, roman
from gongkai.reports.read.xmlparts import attribute, child, local, value

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")

FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": lambda n: str(n).translate(FULL_WIDTH),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": chinese,
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": "{}.".format,
    "decimalEnclosedParen": "({})".format,
    "lowerLetter": letter,
    "upperLetter": lambda n: letter(n).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda n: roman(n).upper(),
}
"""Word's number formats → how they write a number; what is not here is written as a number."""


@dataclass(slots=True)
class Level:
    format: str
    text: str
    start: int
    legal: bool
    suffix: str


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has been counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    """num → abstractNum: lists of one abstractNum go on counting from one another."""
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, num: str, depth: int) -> str:
        """Count a paragraph of a list and give the number that Word shows before it."""
        abstract = self.lists.get(num)
        levels = self.levels.get(abstract or "")
        if abstract is None or not levels or depth not in levels:
            return ""
        counts = self.counts.setdefault(abstract, {})
        restarts = self.restarts.pop(num, None)
        if restarts:
            counts.update({at: start - 1 for at, start in restarts.items()})
        level = levels[depth]
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        if level.format in {"bullet", "none"}:
            return ""
        text = re.sub(
            r"%([1-9])", lambda m: self._part(int(m[1]) - 1, levels, counts, level), level.text
        )
        return text + (" " if level.suffix != "nothing" and text[-1:].isalnum() else "")

    def _part(self, at: int, levels: dict[int, Level], counts: dict[int, int], shown: Level) -> str:
        """One number of a label such as %1.%2, in its own level's format."""
        level = levels.get(at, shown)
        number = counts.get(at, level.start)
        return str(number) if shown.legal else FORMATS.get(level.format, str)(number)


def numbering_of(root: etree._Element | None) -> Numbering:
    """The lists that numbering.xml defines."""
    found = Numbering()
    for element in root if root is not None else ():
        if local(element) == "abstractNum":
            name = attribute(element, "abstractNumId") or ""
            found.levels[name] = dict(_level(level) for level in element if local(level) == "lvl")
        elif local(element) == "num":
            _list(found, element)
    return found


def _list(found: Numbering, element: etree._Element) -> None:
    num = attribute(element, "numId") or ""
    abstract = value(element, "abstractNumId") or ""
    found.lists[num] = abstract
    for override in element:
        if local(override) != "lvlOverride":
            continue
        depth = _whole(attribute(override, "ilvl"), 0)
        start = value(override, "startOverride")
        if start is not None:
            found.restarts.setdefault(num, {})[depth] = _whole(start, 1)
        own = child(override, "lvl")
        if own is not None:
            found.lists[num] = f"{abstract}/{num}"
            mine = found.levels.setdefault(
                f"{abstract}/{num}", dict(found.levels.get(abstract, {}))
            )
            mine[depth] = _level(own)[1]


def _level(element: etree._Element) -> tuple[int, Level]:
    depth = _whole(attribute(element, "ilvl"), 0)
    legal = child(element, "isLgl")
    return depth, Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=_whole(value(element, "start"), 1),
        legal=legal is not None and attribute(legal, "val") not in {"0", "false"},
        suffix=value(element, "suff") or "tab",
    )


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and len(text) < 6 and text.isascii() and text.isdigit() else default
