"""Percentages and changes with the figures they must follow from.

A share (占33.9%), a rate (办结率98%), a change (增长12.5%, 增加3件). Each holds the pairs of
figures that it may be of; which of them fits is for others to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from gongkai.reports.model.statement import Statement
from gongkai.reports.prose.facts import Fact, Mode
from gongkai.reports.prose.measures import Measure, shown
from gongkai.reports.prose.numbers import Kind, Quantity
from gongkai.reports.prose.sentences import Sentence


class ShareKind(StrEnum):
    """What a percentage or difference says."""

    SHARE = "share"
    RATE = "rate"
    CHANGE = "change"
    DIFFERENCE = "difference"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two values: a part and its whole, or this year's and last year's figure."""

    value: float
    base: float


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage, or a difference in the figure's own unit, and what it may follow from.

    A LIMIT is a rate above 100 %. `certain`: the pairs are surely those that are meant. `sign`: -1
    where it is said to fall.
    """

    kind: ShareKind
    sentence: Sentence
    quantity: Quantity
    words: str
    pairs: tuple[Pair, ...]
    certain: bool
    sign: int = 1


PART_OF = re.compile(
    r"占(?:比例|比|总数|总量|全部|全年|本年|总|了|到|约|申请|办结|答复|收到|新收|办理|件数|数"
    r"|量|的|为|达|是|：|百分比|处理|受理|政府信息公开)*+$"
)
OF_A_TOTAL = re.compile(r"占[^，；。]*\d[^，；。\d]{1,3}的$")
IMPOSSIBLE = re.compile(
    r"(?:办结|办理|满意|答复|回复|回访|沟通|公开|覆盖|合格|优良|优秀|知晓|采纳|整改|及时|按时|按期|准确)率"
    r"(?:均|分别)?(?:为|达到?|是)?$"
)
TOGETHER = re.compile(r"合计|共|分别|均|三者|两者|两项|三项|以上")
RATE = re.compile(r"(?P<stem>[\u4e00-\u9fff]{2,6})[率](?:为|达到?|是|约|高达|：|均)*+$")
CHANGED = re.compile(
    r"(?P<way>增长|上升|增加|提高|上涨|增幅|增幅为|下降|减少|回落|降低|降幅)(?:了|约|为|达"
    r"|率为|幅度为|数量)*+$"
)
FALLING = frozenset({"下降", "减少", "回落", "降低", "降幅"})
TIMELY = re.compile(r"按时|按期|及时|法定|规定|限时|准时")
HANDED_IN = re.compile(r"收到|受理|接收|接到|承办|交办|共|总|转办|登记|应|处理")
WHOLE = 100
CAME_TO = (
    Measure("requests", "handled_total"),
    Measure("requests", "received"),
    Measure("requests", "received+carried_in"),
)


@dataclass(frozen=True, slots=True)
class Around:
    """What a percentage may be of: the sentence's figures, those told shortly before, tables."""

    sentence: Sentence
    told: Sequence[Fact]
    lately: Sequence[Fact]
    statement: Statement
    last_year: Statement | None

    def before(self, at: int) -> list[Fact]:
        """The figures of the sentence before an offset."""
        return [fact for fact in self.told if fact.quantity.end <= at]


def shares(around: Around) -> Iterator[Share]:
    """The shares, rates and changes of a sentence."""
    for quantity in around.sentence.quantities:
        if quantity.kind is Kind.PERCENT and (share := _percent(around, quantity)):
            yield share
    for fact in around.told:
        if fact.mode is Mode.CHANGE and (share := _difference(around, fact)):
            yield share


def _percent(around: Around, quantity: Quantity) -> Share | None:
    text, start = around.sentence.text.plain, around.sentence.start
    words = re.split(r"[，；。！（]", text[start : quantity.start])[-1]
    if IMPOSSIBLE.search(words) and quantity.value > WHOLE:
        sentence = around.sentence
        return Share(ShareKind.LIMIT, sentence, quantity, words, (Pair(1, 1),), certain=True)
    if OF_A_TOTAL.search(words):
        return _of_a_total(around, quantity, words)
    if (part := PART_OF.search(words)) and not TOGETHER.search(words, 0, part.start()):
        return _share(around, quantity, words)
    if found := CHANGED.search(words):
        return _change(around, quantity, words, -1 if found["way"] in FALLING else 1)
    if (found := RATE.search(words)) and not TIMELY.search(words):
        return _rate(around, quantity, found["stem"])
    return None


def _share(around: Around, quantity: Quantity, words: str) -> Share | None:
    """`其中予以公开5件，占20%`: of what was told before, or of what the table shows."""
    counted = [fact for fact in around.before(quantity.start) if fact.mode is Mode.TOLD]
    if not counted:
        return None
    own = counted.pop()
    value, unit = own.quantity.value, own.quantity.unit
    wholes = [
        fact.quantity.value
        for fact in reversed((*around.lately, *counted))
        if fact.quantity.unit == unit
    ]
    from_table = [
        float(total)
        for measure in CAME_TO
        if own.measures and own.measures[0].table == "requests"
        for total in shown(around.statement, measure).values
    ]
    pairs = tuple(
        Pair(value, whole) for whole in (*wholes, *from_table) if whole and whole >= value
    )
    certain = bool(from_table) or _introduced(around.sentence, own)
    if not pairs:
        return None
    return Share(ShareKind.SHARE, around.sentence, quantity, words, pairs, certain)


def _of_a_total(around: Around, quantity: Quantity, words: str) -> Share | None:
    """`入群4502人，占总人口7114人的63.28%`."""
    counted = [fact for fact in around.before(quantity.start) if fact.mode is Mode.TOLD]
    if len(counted) < 2 or counted[-1].quantity.end != quantity.start - 1:
        return None
    part, whole = (fact.quantity for fact in counted[-2:])
    if part.unit != whole.unit or not whole.value:
        return None
    pairs = (Pair(part.value, whole.value),)
    return Share(ShareKind.SHARE, around.sentence, quantity, words, pairs, certain=True)


def _introduced(sentence: Sentence, part: Fact) -> bool:
    """Whether 其中 says that the figure is a part of what stands before."""
    return "其中" in sentence.text.outer[sentence.start : part.quantity.start]


def _rate(around: Around, quantity: Quantity, stem: str) -> Share | None:
    """`受理405件，办结400件，办结率98.77%`: two figures, or those that the rate's name tells."""
    counted = [f for f in around.before(quantity.start) if f.mode is Mode.TOLD and f.quantity.value]
    if len(counted) < 2:
        return None
    named = [fact for fact in counted if stem[-2:] in fact.subject]
    part = named[-1] if named else min(counted[-2:], key=lambda fact: fact.quantity.value)
    value, units = part.quantity.value, {part.quantity.unit, ""}
    wholes = [
        fact
        for fact in reversed(counted)
        if fact is not part and fact.quantity.unit in units
        if fact.quantity.value >= value or (named and HANDED_IN.search(fact.subject))
    ]
    if quantity.value == WHOLE:
        wholes = [fact for fact in wholes if fact.quantity.value >= value]
    taken = any(HANDED_IN.search(fact.subject) for fact in wholes)
    beside = counted[-2:] == [*wholes[:1], part] and quantity.value < WHOLE
    certain = bool(named) and (taken or beside)
    pairs = tuple(Pair(value, fact.quantity.value) for fact in wholes)
    if not pairs:
        return None
    return Share(ShareKind.RATE, around.sentence, quantity, stem + "率", pairs, certain)


def _change(around: Around, quantity: Quantity, words: str, sign: int) -> Share | None:
    """`收到34件，比上年的30件增长13.3%`, or `较上年增加4件，增长13.3%`."""
    earlier = around.before(quantity.start)
    now = _now(earlier)
    if now is None:
        return None
    bases = [fact.quantity.value for fact in earlier if _is_last_year(fact, now)] + [
        now.quantity.value - _signed(fact)
        for fact in earlier
        if fact.mode is Mode.CHANGE and fact.quantity.start > now.quantity.start
    ]
    certain = bool(bases) or now.certain
    bases = bases or _shown_then(now, around.last_year)
    pairs = tuple(Pair(now.quantity.value, base) for base in bases if base > 0)
    if not pairs:
        return None
    return Share(ShareKind.CHANGE, around.sentence, quantity, words, pairs, certain, sign)


def _difference(around: Around, fact: Fact) -> Share | None:
    """`收到34件，上年30件，增加4件`; or the figure of last year's report."""
    earlier = around.before(fact.quantity.start)
    now, found = _now(earlier), CHANGED.search(fact.subject)
    if now is None or found is None or fact.quantity.unit != now.quantity.unit:
        return None
    bases = [each.quantity.value for each in earlier if _is_last_year(each, now)]
    certain = bool(bases) or now.certain
    bases = bases or _shown_then(now, around.last_year)
    sign = -1 if found["way"] in FALLING else 1
    pairs = tuple(Pair(now.quantity.value, base) for base in bases)
    if not pairs:
        return None
    kind = ShareKind.DIFFERENCE
    return Share(kind, around.sentence, fact.quantity, fact.subject, pairs, certain, sign)


def _now(earlier: Sequence[Fact]) -> Fact | None:
    """This year's figure that a change is of: the last one told plainly."""
    return next((f for f in reversed(earlier) if f.mode is Mode.TOLD and not f.bracket), None)


def _is_last_year(fact: Fact, now: Fact) -> bool:
    if fact.quantity.unit != now.quantity.unit or fact is now:
        return False
    return fact.mode is Mode.EARLIER or (fact.year is not None and fact.year + 1 == now.year)


def _signed(fact: Fact) -> float:
    found = CHANGED.search(fact.subject)
    return -fact.quantity.value if found and found["way"] in FALLING else fact.quantity.value


def _shown_then(now: Fact, last_year: Statement | None) -> list[float]:
    """What last year's tables show for the same measure."""
    if last_year is None or not now.measures:
        return []
    return [float(value) for value in shown(last_year, now.measures[0]).values]
