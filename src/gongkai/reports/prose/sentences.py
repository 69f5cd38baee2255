"""The sentences of a report's prose with what stands in them: words, quantities, years, topic."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from gongkai.reports.model.report import Passage, Report
from gongkai.reports.prose.lexicon import Class, Word, words_in
from gongkai.reports.prose.numbers import Quantity, Year, numbers
from gongkai.reports.prose.text import Text, prepare

Topic = Literal["", "proactive", "requests", "remedies", "management", "platform", "supervision"]

END = re.compile(r"[。！？\n]+")
NUMBERED = re.compile(
    r"(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)[.、]?|（\d{1,2}）|\d{1,2}[.、](?:(?!\d)|(?=(?:19|20)\d\d年))"
    r"|(?P<item>[一二三四五六七八九十]是)"
)
LEAD_END = re.compile(r"[。，；：\n]")
NAMED_LEAD = re.compile(r".{2,14}(?:方面|情况|工作)")
BARE_LEAD = 12
TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("requests", re.compile(r"依申请|申请公开|公开申请")),
    ("remedies", re.compile(r"复议|诉讼")),
    ("proactive", re.compile(r"主动公开|规范性文件|重点领域|政策解读|公开内容")),
    ("management", re.compile(r"信息管理|信息的管理|保密审查|制度")),
    ("platform", re.compile(r"平台|网站|新媒体|渠道|公开专栏")),
    ("supervision", re.compile(r"监督|保障|组织领导|考核|培训|评议")),
)
LONGEST = 2000
"""Characters: what is longer without a full stop is no sentence but the ruin of a table."""
MOST = 60
"""Figures in a sentence: more are a table in words, which the tables' own rules read."""
STARTS: dict[str, Topic] = {
    "requests": "requests",
    "remedies": "remedies",
    "proactive": "proactive",
}


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of a passage; offsets are those of `text`.

    `at` is the path of its part for findings, `index` its place among all sentences, `previous`
    the sentence before it in the same passage.
    """

    at: str
    passage: Passage
    text: Text
    start: int
    end: int
    topic: Topic
    index: int
    quantities: tuple[Quantity, ...]
    years: tuple[Year, ...]
    brackets: tuple[tuple[int, int], ...] = ()
    previous: "Sentence | None" = None

    @property
    def words(self) -> str:
        """As it stands, cleaned."""
        return self.text.words[self.start : self.end]

    @property
    def plain(self) -> str:
        return self.text.plain[self.start : self.end]

    @cached_property
    def outer(self) -> tuple[Word, ...]:
        """The words outside brackets."""
        return tuple(words_in(self.text.outer, self.start, self.end))

    @cached_property
    def inner(self) -> dict[tuple[int, int], tuple[Word, ...]]:
        """The words within each bracket."""
        return {
            (start, end): tuple(words_in(self.text.plain, start, end))
            for start, end in self.brackets
        }

    @cached_property
    def of_applications(self) -> bool:
        """Whether the last thing it speaks of, or the sentence before it, is an application."""
        things = [word for word in self.outer if word.kind is Class.THING]
        if things:
            return things[-1].name in {"application", "plain"}
        return bool(self.previous and self.previous.of_applications)

    @cached_property
    def follows_applications(self) -> bool:
        """Whether outcomes in it are those of applications: told just before, or several here."""
        outcomes = {word.name for word in self.outer if word.kind is Class.ROW}
        return len(outcomes) > 1 or bool(self.previous and self.previous.of_applications)

    def bracket(self, at: int) -> tuple[int, int] | None:
        """The bracket that an offset lies in."""
        return next((span for span in self.brackets if span[0] < at < span[1]), None)


def sentences(report: Report) -> tuple[Sentence, ...]:
    """Every sentence of a report's prose in order, annexes left out."""
    found: list[Sentence] = []
    part = ""
    topic: Topic = ""
    for at, passage in report.passages():
        if at.startswith("annexes"):
            continue
        if at != part:
            part, topic = at, STARTS.get(at.removeprefix("sections."), "")
        for sentence in _passage(at, passage, topic, len(found)):
            found.append(sentence)
            topic = sentence.topic
    return tuple(found)


def _passage(at: str, passage: Passage, topic: Topic, index: int) -> Iterator[Sentence]:
    text = prepare(passage.text)
    quantities, years = numbers(text.plain)
    starts = [[each.start for each in found] for found in (quantities, years)]
    opened = [span[0] for span in text.brackets]
    start, previous = 0, None
    for stop in [*(match.end() for match in END.finditer(text.outer)), len(text.outer)]:
        if stop == start:
            continue
        if stop - start > LONGEST:
            start = stop
            continue
        topic = topic_of(text.words[start:stop], topic)
        previous = Sentence(
            at=at,
            passage=passage,
            text=text,
            start=start,
            end=stop,
            topic=topic,
            index=index,
            quantities=_few(quantities[_within(starts[0], start, stop)]),
            years=tuple(years[_within(starts[1], start, stop)]),
            brackets=text.brackets[_within(opened, start, stop)],
            previous=previous,
        )
        yield previous
        start, index = stop, index + 1


def _within(starts: list[int], start: int, stop: int) -> slice:
    """Which of the things that begin at these offsets, in order, lie in a stretch."""
    return slice(bisect_left(starts, start), bisect_left(starts, stop))


def _few(quantities: list[Quantity]) -> tuple[Quantity, ...]:
    return tuple(quantities) if len(quantities) <= MOST else ()


def topic_of(words: str, before: Topic) -> Topic:
    """The topic a sentence opens with its lead (`（二）依申请公开方面。`), else the one before.

    A numbered heading of another kind ends a topic; `一是` opens a new one only for applications
    and remedies.
    """
    number = NUMBERED.match(words)
    start = number.end() if number else 0
    lead = LEAD_END.split(words[start : start + 24], maxsplit=1)[0]
    if not number and not _is_lead(lead, words[len(lead) :]):
        return before
    found = next((topic for topic, pattern in TOPICS if pattern.search(lead)), None)
    if number and number["item"]:
        return found if found in {"requests", "remedies"} else before
    return found or ("" if number else before)


def _is_lead(lead: str, rest: str) -> bool:
    """Whether the first words of a sentence without a number are a heading of what follows."""
    if rest[:1] in {"：", "\n", ""} and len(lead) <= BARE_LEAD:
        return True
    return bool(NAMED_LEAD.fullmatch(lead))
