"""How many parts the report says it has, and how many it names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.reports.prose.sentences import Sentence

SAID = re.compile(
    r"(?P<count>[一二三四五六七八九十]|1?\d)(?:个|大)?(?:部分|章节|项内容|方面内容|个方面的?内容)"
)
BEGINS = re.compile(r"包括|包含|由|分为|分别(?:是|为)|内容(?:为|有|如下)|涵盖|：")
SPEAKS_OF_ITSELF = re.compile(r"本?报告|年报|全文|正文")
DIVIDERS = re.compile(r"、|，|以及|及|和|与|；")
PARTS = (
    ("overview", re.compile(r"总体|概述|概况|基本情况")),
    ("proactive", re.compile(r"主动公开")),
    ("requests", re.compile(r"收到和处理|依申请|(?<!因)(?:信息)?公开申请(?!行政复议|复议)")),
    ("remedies", re.compile(r"复议|诉讼")),
    ("problems", re.compile(r"问题|不足|改进")),
    ("other", re.compile(r"其[他它]|需要(?:报告|说明)|附[表件注]")),
)
NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}


@dataclass(frozen=True, slots=True)
class Outline:
    """What the report says of its parts: the number said, how many are named (0: it lists none)."""

    sentence: Sentence
    quote: str
    said: int
    named: int


def outlines(sentences: Sequence[Sentence]) -> Iterator[Outline]:
    for sentence in sentences:
        if sentence.at in {"preamble", "sections.overview"}:
            text = sentence.words
            found = SAID.search(text)
            if found and SPEAKS_OF_ITSELF.search(text, 0, found.start()):
                count = found["count"]
                said = NUMERALS[count] if count in NUMERALS else int(count)
                yield Outline(sentence, found[0], said, _named(text, found))


def _named(text: str, found: re.Match[str]) -> int:
    """The parts listed before the number, or behind it."""
    begins = BEGINS.search(text, 0, found.start())
    before = text[begins.end() : found.start()] if begins else ""
    return max(_count(before), _count(text[found.end() :]))


def _count(text: str) -> int:
    """How many of the form's six parts a list names; 0 if it is no such list."""
    pieces = [piece for piece in DIVIDERS.split(text) if len(piece) > 1]
    kinds = {kind for piece in pieces for kind, pattern in PARTS if pattern.search(piece)}
    return len(kinds) if len(kinds) > 2 else 0
