"""Claims without a figure: none were received, all are handled, all were upheld.

A claim says of measures that they are zero. Only wordings that are understood in full are taken:
what stands between the negation and its object, and behind the object, must be known words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from gongkai.reports.prose.facts import Fact, Mode
from gongkai.reports.prose.lexicon import Class, Word
from gongkai.reports.prose.measures import Measure
from gongkai.reports.prose.naming import DECISIONS, DOCUMENTS, REMEDIES
from gongkai.reports.prose.sentences import Sentence


class Firmness(StrEnum):
    """How plainly the claim rules the measures out."""

    PLAIN = "plain"
    LIKELY = "likely"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Claim:
    """The sentence says that these measures are zero, in the words quoted; of the year named."""

    sentence: Sentence
    quote: str
    measures: tuple[Measure, ...]
    firmness: Firmness = Firmness.PLAIN

    @property
    def year(self) -> int | None:
        """The last year named in the sentence, None for the report's own."""
        return next((y.last for y in reversed(self.sentence.years) if y.first), None)


NEGATION = re.compile(
    r"(?:未(?!经|按|补|缴|审结|结案|来|满|成年|果|达|能|及时|落实|纳入|设|建|明确|对)(?:曾|有)?"
    r"|无(?!法|正当|障碍|偿|线|人|关|论|需|纸|缝|锡|误|差|明|理|故|违|遗漏|异议|公害|一)|没有"
    r"|不存在|零(?=申请|诉讼|复议))"
)
BETWEEN = re.compile(
    r"(?:收到|接到|接收到?|受理|收悉|新收|新增|发生|出现|产生|存在|有|被|因|由于?|引发|引起"
    r"|导致|涉及|涉|关于|有关|针对|任何|其他组织|其他|过|的|了"
    r"|本|全年|新|就|向|对|提出|提交|提起|申请|政府信息公开|信息公开|政务公开|政府信息|工作|类"
    r"|事项|方面|、|和|及|与|或者?|以及|进行|实施|作出|开展"
    r"|办理|制定|制发|出台|印发|发布|公开|公民|法人|其他组织|自然人|社会公众|公众|群众"
    r"|我[局委办区市县街镇]|本机关|本单位|中心|行政机关|而|开)*"
)
JOINT = re.compile(
    r"(?:、|和|及|与|或者?|以及|也|未|无|没有|提起|被|发生|案件|件|情况|的|进行|作出|制定|，)*"
)
TAIL = re.compile(
    r"(?:的|件|案|案件|事项|情况|情形|发生|信息|公开|内容|数量|等|及其他|和申诉|申诉|办理|工作"
    r"|事宜|事件|业务|申请|行为|决定|处理|需要"
    r"|制定|制发|出台|印发|发布|收入|项目|统计|数据|相关|方面|类|存在|提出|产生|被|提起|起诉"
    r"|要求|金额|收取|纠纷)*"
)
DOUBT = re.compile(
    r"如|若|凡|除|其余|部门|个单位|各单位|乡镇|不得|避免|防止|确保|部分(?!公开)|有的|少数|一些|月"
)
DONE = re.compile(
    r"(?:(?<!平)均|全部|都|皆)(?P<how>[^，。；：、\d]{0,16}?)"
    r"(?P<end>办结|办理完[毕成]?|处理完[毕成]|答复|回复|办复|办理到位)"
)
RATE = re.compile(r"(?:办结|办理|答复|回复|办复)率[^，。；\d]{0,5}100%")
IN_TIME = re.compile(r"(?:按时|按期|及时|法定期限内?|限时|规定时限)的?$")
BEFORE = re.compile(r"[^，。；：、□▢]{0,14}$")
UPHELD = re.compile(
    r"(?:均|全部|都|皆)(?:已)?(?:获|被|予以|为|得到|由)?(?:复议机关|人民法院|法院"
    r"|行政复议机关)?(?:依法)?(?:裁决|判决|裁定|决定|结果)?(?:予以)?维持"
)
UNBEATEN = re.compile(
    r"零败诉|零纠错|无败诉|(?:均|全部)胜诉|[未无](?:一)?(?:发生)?(?:件|起"
    r"|例)?被?[^，。；\d]{0,10}(?:败诉|纠错|纠正|撤销)"
)
CLOSED = re.compile(r"(?:均|全部|都|皆)(?:已)?(?:经)?(?:依法)?(?:审结|结案)")
LEFT_OVER = re.compile(
    r"顺延|尚在|正在|在办|未到期|除|其余|剩余|另有|尚有|未审结|待审|审理中|未办结"
)
MOST = 12
"""Negations looked into in one sentence; people write three or four."""
CARRIED_OUT = Measure("requests", "carried_out")


def claims(sentence: Sentence, told: Sequence[Fact]) -> Iterator[Claim]:
    """What a sentence claims; `told` are its own figures."""
    yield from _nothing(sentence)
    yield from _all_done(sentence, told)
    yield from _remedies(sentence)


def _nothing(sentence: Sentence) -> Iterator[Claim]:
    """`未收到政府信息公开申请`, `无行政复议、行政诉讼`."""
    text = sentence.text.outer
    denied = NEGATION.finditer(text, sentence.start, sentence.end)
    for match in islice(denied, MOST):
        clause = max(text.rfind(stop, sentence.start, match.start()) for stop in "，；。：") + 1
        stop = next(
            (i for i in range(match.end(), sentence.end) if text[i] in "，；。：！▢\n"),
            sentence.end,
        )
        if DOUBT.search(text, max(clause, sentence.start), match.start()):
            continue
        objects = _objects(text, match.end(), stop, sentence.outer)
        measures = tuple(m for word in objects for m in _zero(word, text, match.end(), sentence))
        if measures:
            yield Claim(sentence, text[match.start() : stop], measures)


def _objects(text: str, start: int, stop: int, words: Sequence[Word]) -> list[Word]:
    """The things denied: the last group of things joined by 、 or 和; empty if not understood."""
    kinds = {Class.THING, Class.ROW, Class.CARRY}
    here = [w for w in words if start <= w.start and w.end <= stop]
    things = [w for w in here if w.kind in kinds]
    while len(things) > 1 and things[-1].name == "information":
        if not _full(TAIL, text, things[-2].end, stop):
            break
        things.pop()
    if any(w.kind is not Class.THING for w in things):
        things = [w for w in things if w.name not in {"application", "plain"}]
    if not things or any(w.kind in (Class.RESULT, Class.PORTION, Class.CHANNEL) for w in here):
        return []
    if any(w.kind is Class.ASIDE and w.name != "disclosure" for w in here):
        return []
    if not _full(TAIL, text, things[-1].end, stop):
        return []
    group = [things.pop()]
    while things and _full(JOINT, text, things[-1].end, group[0].start):
        group.insert(0, things.pop())
    gap_from = things[-1].end if things else start
    first = group[0].start
    if things and things[-1].name not in {"application", "plain"}:
        return []
    if not _full(BETWEEN, text, start if not things else gap_from, first):
        return []
    return group


def _full(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    match = pattern.match(text, start, end)
    return start >= end or bool(match and match.end() == end)


def _zero(word: Word, text: str, start: int, sentence: Sentence) -> Iterator[Measure]:
    """The measures that are zero if the thing is denied."""
    name = word.name
    if word.kind is Class.ROW:
        yield Measure("requests", name)
    elif word.kind is Class.CARRY and name != "either":
        yield Measure("requests", f"carried_{name}")
    elif name == "application" or (name == "plain" and _disclosure(sentence)):
        yield Measure("requests", "received")
    elif name in REMEDIES and (sentence.topic in {"requests", "remedies"} or _disclosure(sentence)):
        yield Measure("remedies", name)
    elif name in DOCUMENTS:
        before = text[start : word.start]
        column = "repealed" if "废止" in before else "in_force" if "有效" in before else "issued"
        yield Measure("proactive", name, column)
    elif name in DECISIONS:
        yield Measure("proactive", name, "decisions")
    elif name == "fees":
        yield Measure("proactive", name, "amount")


def _disclosure(sentence: Sentence) -> bool:
    return sentence.topic == "requests" or any(
        (w.kind is Class.ASIDE and w.name == "disclosure")
        or (w.kind is Class.THING and w.name == "application")
        for w in sentence.outer
    )


def _all_done(sentence: Sentence, told: Sequence[Fact]) -> Iterator[Claim]:
    """`均已办结`, `办结率100%` of what was received."""
    text, first, last = sentence.text.outer, sentence.start, sentence.end
    matches = [*DONE.finditer(text, first, last), *RATE.finditer(text, first, last)]
    if not matches or _is_left_over(sentence):
        return
    for match in matches:
        before = BEFORE.search(text[first : match.start()])
        what = before[0] if before else ""
        if _of_what_came_in(sentence, told, match, what):
            said = (what if match.re is DONE else "") + match[0]
            yield Claim(sentence, said, (CARRIED_OUT,), _firmness(match, what))


def _is_left_over(sentence: Sentence) -> bool:
    """Whether the sentence itself says that something is not yet done."""
    words = [*sentence.outer, *(word for inner in sentence.inner.values() for word in inner)]
    return bool(LEFT_OVER.search(sentence.text.plain, sentence.start, sentence.end)) or any(
        word.kind is Class.CARRY and word.name != "in" for word in words
    )


def _of_what_came_in(
    sentence: Sentence, told: Sequence[Fact], match: re.Match[str], what: str
) -> bool:
    """Whether the claim is about all applications, not about those answered or other matters."""
    at = match.start("end") if match.re is DONE else match.start()
    before = [fact for fact in told if fact.quantity.end <= at and not fact.bracket]
    things = [w for w in sentence.outer if w.kind is Class.THING and w.end <= at]
    if things and things[-1].name not in {"application", "plain"}:
        return False
    if match.re is DONE and "申请" in what + match["how"]:
        return _disclosure(sentence)
    if not before:
        return bool(things) and _disclosure(sentence)
    measures = {measure.key for fact in before[-1:] for measure in fact.measures}
    if {"carried_in"} == measures and len(before) > 1:
        measures = {measure.key for measure in before[-2].measures}
    parts = any(measure.part for fact in before[-1:] for measure in fact.measures)
    fit = before[-1].mode in (Mode.TOLD, Mode.VAGUE) and before[-1].channels != 1
    return (
        fit
        and bool(measures & {"received", "received+carried_in"})
        and ("handled_total" not in measures or parts)
    )


def _firmness(match: re.Match[str], what: str) -> Firmness:
    """How plainly nothing can be left: `均已办结` is plain, `均在法定期限内答复` is loose."""
    if match.re is RATE:
        return Firmness.LOOSE if IN_TIME.search(what) else Firmness.PLAIN
    if match["end"] in {"答复", "回复", "办复"}:
        timely = re.search(r"期限|按时|按期|时限|及时|依法|规定", match["how"])
        return Firmness.LIKELY if "已" in match["how"] and not timely else Firmness.LOOSE
    return Firmness.PLAIN


def _remedies(sentence: Sentence) -> Iterator[Claim]:
    """`均获维持`, `零败诉`, `均已结案` of reconsiderations and lawsuits."""
    text = sentence.text.outer[sentence.start : sentence.end]
    for pattern, parts in (
        (UPHELD, ("corrected", "other", "pending")),
        (UNBEATEN, ("corrected",)),
        (CLOSED, ("pending",)),
    ):
        match = pattern.search(text)
        if not match or (pattern is not UNBEATEN and _is_left_over(sentence)):
            continue
        for measure in _attacked(sentence, sentence.start + match.end(), parts):
            yield Claim(sentence, match[0], (measure,))


def _attacked(sentence: Sentence, at: int, parts: Sequence[str]) -> Iterator[Measure]:
    things = {w.name for w in sentence.outer if w.kind is Class.THING and w.start < at} & REMEDIES
    ways = {w.name for w in sentence.outer if w.kind is Class.WAY}
    if not (things or ways) or not (
        sentence.topic in {"requests", "remedies"} or _disclosure(sentence)
    ):
        return
    for thing in sorted(things | ({"litigation"} if ways else set())):
        for part in parts:
            yield Measure("remedies", thing, part)
