"""Wholes and their parts: `9条，其中概况信息5条、财政信息4条`; brackets; A类、B类、C类; 共计.

A breakdown holds the parts and every figure before them that may be their whole, nearest first.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai.reports.prose.facts import Fact, Mode
from gongkai.reports.prose.sentences import Sentence


class Form(StrEnum):
    """How the parts are introduced."""

    AMONG = "among"
    BRACKET = "bracket"
    SERIES = "series"
    NAMED = "named"
    TOTAL = "total"
    OUTCOMES = "outcomes"


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its label (the words before or behind the figure) and its figure."""

    label: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts and the figures they may belong to; `open`: 等, 或, 约: not all of them are told."""

    form: Form
    wholes: tuple[Fact, ...]
    parts: tuple[Part, ...]
    open: bool


MARK = re.compile(
    r"其中(?:，|：)?(?:主要)?(?:包括|包含|涉及)?|分别(?:是|为)?|(?P<main>主要)?(?:包括|包含"
    r"|分为)|(?<=[件条次篇个份项起例宗])："
)
NEW_STATEMENT = re.compile(
    r"□*(?:并|同时|此外|另|全年|今年|本年|我[^们]|本[局委办区市县街镇机单]|共|累计|合计|总计"
    r"|收到|受理|接到|办结|办理|答复|召开|组织|开展|举办|印发"
    r"|制定|发布|公开|上传|转载|推送|编发|报送|回复|处理|完成|通过|利用|依托|均|全部|已|无|未"
    r"|没有|其余|较|同比|按时|参加"
    r"|接受|更新|建立|做好|截至|行政复议|行政诉讼|因|被|总体|平均|点击|累积|粉丝|阅读|关注"
    r"|浏览|访问)"
)
LABELS = re.compile(r"^□*(?P<mark>[A-E]|[甲乙丙丁]|[一二三四](?=级))[类级]")
SUBSET = re.compile(
    r"（(?:含|另|较|同比|不含|占|比|去年|上年|其中含|详见|见|约|近|总|共|全|应|计划|目标)"
)
SUMMED = re.compile(r"(?:，|；)?(?:合计|共计?|总计|总共|一共)(?:为|是)?")
OPEN = re.compile(r"等|以上|左右|余")
ALTERNATIVE = re.compile(r"或(?!者?其他组织)|主要|同时|也|还")
UNCOUNTED = re.compile(r"[，；][^，；%占]{2,}[，；]|^[：，]?[^，；：%]{4,}[；，]")
GROUPS = ("granted", "partly_granted", "refused", "unavailable", "not_processed", "other")


def breakdowns(
    sentence: Sentence, told: Sequence[Fact], before: Sequence[Fact]
) -> Iterator[Breakdown]:
    """The breakdowns of a sentence; `before` are the figures of the two sentences before it."""
    outer = [fact for fact in told if not fact.bracket]
    yield from _among(sentence, outer, before)
    yield from _brackets(sentence, told, before)
    yield from _series(outer, before)
    yield from _totals(sentence, outer)


def _among(
    sentence: Sentence, outer: Sequence[Fact], before: Sequence[Fact]
) -> Iterator[Breakdown]:
    text = sentence.text.outer
    marks = list(MARK.finditer(text, sentence.start, sentence.end))
    for index, mark in enumerate(marks):
        end = marks[index + 1].start() if index + 1 < len(marks) else sentence.end
        inside = [f for f in outer if mark.end() <= f.quantity.start and f.quantity.end <= end]
        wholes = [f for f in reversed(outer) if f.quantity.end <= mark.start()]
        if mark.start() - sentence.start <= 1:
            wholes = list(reversed(before))
        form = _form(mark, marks[index - 1] if index else None, outer)
        if form:
            parts = list(_parts(text, inside, mark.end()))
            more = index + 1 < len(marks) or bool(mark["main"]) or _is_open(text, mark.end(), parts)
            yield from _breakdown(form, wholes, parts, more)


def _form(mark: re.Match[str], last: re.Match[str] | None, outer: Sequence[Fact]) -> Form | None:
    """`分别为` lists parts only behind `其中`; elsewhere it lists several things."""
    if mark[0].startswith("其中"):
        return Form.AMONG
    if not mark[0].startswith("分别"):
        return Form.NAMED
    between = last and any(last.end() <= f.quantity.start < mark.start() for f in outer)
    return Form.NAMED if last and last[0].startswith("其中") and not between else None


def _parts(text: str, inside: Sequence[Fact], start: int) -> Iterator[Part]:
    """The parts that follow a mark, up to where a new statement begins."""
    verb, unit = "", ""
    for fact in inside:
        label = text[start : fact.quantity.start]
        begins = re.split(r"[，；：。]", label)[-1]
        opening = NEW_STATEMENT.match(begins)
        separated = any(stop in label for stop in "，；")
        if not unit:
            verb, unit = opening[0] if opening else "", fact.quantity.unit
        elif (opening and separated and opening[0] != verb) or (
            fact.quantity.unit not in {unit, ""} and separated
        ):
            return
        if fact.mode in (Mode.CHANGE, Mode.EARLIER):
            return
        yield Part(begins + _behind(text, fact), fact)
        start = fact.quantity.end


def _behind(text: str, fact: Fact) -> str:
    """The words right behind a figure, which name the part in `5件予以公开`."""
    found = re.compile(r"[^，；：。、！▢\d]{0,12}").match(text, fact.quantity.end)
    return found[0] if found else ""


def _is_open(text: str, start: int, parts: Sequence[Part]) -> bool:
    """Whether other parts are left unsaid or uncounted: 等, 或, 约, a part without a figure."""
    for part in parts:
        quantity = part.fact.quantity
        if OPEN.match(text, quantity.end) or ALTERNATIVE.search(part.label):
            return True
        if part.fact.mode is Mode.VAGUE or UNCOUNTED.search(text[start : quantity.start]):
            return True
        start = quantity.end
    return False


def _brackets(
    sentence: Sentence, told: Sequence[Fact], before: Sequence[Fact]
) -> Iterator[Breakdown]:
    """`502条（党建31条、生活471条）`."""
    text = sentence.text.plain
    for span in sentence.inner:
        inside = [fact for fact in told if fact.bracket == span]
        whole = [f for f in told if not f.bracket and _touches(f, span)]
        if not whole and span[0] == sentence.start:
            whole = list(before[-1:])
        if inside and whole and not SUBSET.match(text, span[0]):
            mark = MARK.search(text, *span)
            start = mark.end() if mark else span[0] + 1
            parts = list(_parts(text, inside, start))
            yield from _breakdown(Form.BRACKET, whole, parts, _is_open(text, start, parts))


def _touches(fact: Fact, span: tuple[int, int]) -> bool:
    """Whether a bracket stands right behind a figure or between it and its unit."""
    quantity = fact.quantity
    return quantity.end == span[0] or quantity.start < span[0] < quantity.end


def _series(outer: Sequence[Fact], before: Sequence[Fact]) -> Iterator[Breakdown]:
    """A类, B类, C类 in order: all there is of what was told before."""
    run: list[Fact] = []
    marks: list[str] = []
    for fact in outer:
        found = LABELS.match(fact.subject)
        if not found or found["mark"] in marks:
            break
        marks.append(found["mark"])
        run.append(fact)
    if len(run) > 1:
        parts = [Part(fact.subject, fact) for fact in run]
        yield from _breakdown(Form.SERIES, list(reversed(before)), parts, open_=False)


def _totals(sentence: Sentence, outer: Sequence[Fact]) -> Iterator[Breakdown]:
    """`网站100条，公众号50条，共计150条`: the last figures before may be its parts."""
    text = sentence.text.outer
    for index, fact in enumerate(outer):
        if index < 2 or not SUMMED.fullmatch(fact.subject):
            continue
        if fact.quantity.end < sentence.end and text[fact.quantity.end] not in "，；。（▢":
            continue
        if not MARK.search(text, sentence.start, fact.quantity.start):
            parts = [Part(f.subject, f) for f in outer[:index]]
            yield from _breakdown(Form.TOTAL, [fact], parts, open_=False)


def outcomes(told: Sequence[Fact]) -> Iterator[Breakdown]:
    """The outcomes of applications told one by one in a paragraph, beside what they come to."""
    parts: list[Part] = []
    groups: set[str] = set()
    came_in: list[Fact] = []
    answered: list[Fact] = []
    for fact in told:
        keys = [m.key for m in fact.measures if m.table == "requests" and not m.part]
        if not keys or fact.mode is not Mode.TOLD:
            continue
        named = set(keys[0].split("+"))
        if keys[0] == "handled_total" and not fact.bracket:
            answered.append(fact)
        elif named & {"received", "carried_in", "carried_out"}:
            came_in.append(fact)
        elif named <= set(GROUPS) and not named & groups:
            groups |= named
            parts.append(Part(fact.subject, fact))
    wholes = answered or (came_in if len(came_in) == 1 else [])
    if wholes and set(GROUPS[:-1]) <= groups:
        yield Breakdown(Form.OUTCOMES, tuple(reversed(wholes)), tuple(parts), open=False)


def _breakdown(
    form: Form, wholes: Sequence[Fact], parts: Sequence[Part], open_: bool
) -> Iterator[Breakdown]:
    """With the figures of the unit that the parts have."""
    if not parts:
        return
    units = [part.fact.quantity.unit for part in parts if part.fact.quantity.unit]
    unit = units[0] if units else ""
    kept = tuple(part for part in parts if part.fact.quantity.unit in {unit, ""})
    fit = tuple(
        whole
        for whole in wholes
        if whole.mode is Mode.TOLD
        and (whole.quantity.unit == unit or (not whole.quantity.unit and len(kept) == len(parts)))
    )
    if fit and unit != "元":
        yield Breakdown(form, fit, kept, open_)
