"""What a sentence tells of the tables' quantities: a fact is a figure, its measure, year and scope.

The subject of a figure is looked for in the words before it (back to the last figure or comma),
then right behind it (`70件申请`), then earlier in the sentence, at last in the topic of the
paragraph. A figure whose subject is not understood has no measures and is judged by nobody.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gongkai.reports.prose.lexicon import Class, Word
from gongkai.reports.prose.measures import Measure
from gongkai.reports.prose.naming import Naming, Window, named
from gongkai.reports.prose.numbers import Kind, Quantity, Year
from gongkai.reports.prose.sentences import Sentence


class Mode(StrEnum):
    """How a figure is told."""

    TOLD = "told"
    VAGUE = "vague"
    CHANGE = "change"
    EARLIER = "earlier"
    PLAN = "plan"
    PORTION = "portion"
    FORWARDED = "forwarded"


class Scope(StrEnum):
    """Whose figure it is, as far as it is said."""

    UNSAID = "unsaid"
    OWN = "own"
    AREA = "area"
    OTHER = "other"


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A figure told.

    `measures`: what of the tables it may speak of, the likeliest first; `certain` where the
    sentence itself names it. `year`: the year named in the sentence, None for the report's own.
    `subject`: the words before the figure, brackets and names masked; `quote`: these words and
    the figure as they stand.
    """

    sentence: Sentence
    quantity: Quantity
    subject: str
    quote: str
    measures: tuple[Measure, ...]
    certain: bool
    year: int | None
    mode: Mode
    scope: Scope
    channels: int
    bracket: tuple[int, int] | None


LONGEST_QUOTE = 48
STOPS = "，；：。！？\n"
ENDS = STOPS + "、（▢"
LIGHT = re.compile(
    r"(?:共计?|合计|总计|累计|一共|总共|为|了|的|有|数量?|件数|总[数量]|达到?|各类?|案件?|事项"
    r"|件|情况|是|计|量|均|分别|："
    r"|▢|□|类|仅|只|也|还|又|已|今年|全年|本年度?|当年|年度|结果|决定|公开|方面|工作|以|由|从"
    r"|至|对|到|人|者|提出|提交|发生"
    r"|涉及|引发|引起|产生|被|提起|因|而|应诉|立案|答复|处理|近|约|超过?|逾|和|及|或|与|、"
    r"|其中|相关|总体|收入|金额|额|决定书?"
    r"|政府信息|信息|申请|要求|该|予以|按时|按期|依法|及时|规范|全部|按规定|同期|原|所有"
    r"|办件量?|量|项)*"
)
ATTRIBUTES = re.compile(
    r"属性|主动公开(?:类|文件|公文)?\d+件[^。]{0,4}依申请公开(?:类|文件|公文)?\d"
)
CLAIMED = re.compile(r"[均都皆已并全]|，")
OWNER = re.compile(
    r"[\u4e00-\u9fff]{1,10}(?:局|委|厅|镇|乡|街道|分局|公司|集团|学院|医院|支队|部门|单位)$"
)
OWN_NAMES = re.compile(r"[我本全各]|街道$")


def facts(sentence: Sentence) -> Iterator[Fact]:
    """Every figure of a sentence in order."""
    told = sentence.quantities
    brackets = [sentence.bracket(quantity.start) for quantity in told]
    for index, quantity in enumerate(told):
        if quantity.kind is Kind.QUANTITY:
            bracket = brackets[index]
            before = (told[i] for i in range(index - 1, -1, -1) if brackets[i] == bracket)
            after = (told[i] for i in range(index + 1, len(told)) if brackets[i] == bracket)
            yield _Reading(
                sentence, quantity, bracket, next(before, None), next(after, None)
            ).fact()


class _Reading:
    """A figure with the stretch of text and the words around it."""

    def __init__(
        self,
        sentence: Sentence,
        quantity: Quantity,
        bracket: tuple[int, int] | None,
        before: Quantity | None,
        after: Quantity | None,
    ) -> None:
        """`before` and `after`: the figures beside it, in its bracket or outside all."""
        self.sentence, self.quantity, self.bracket = sentence, quantity, bracket
        self.before, self.after = before, after
        self.layer = sentence.text.plain if self.bracket else sentence.text.outer
        self.first, self.last = self.bracket or (sentence.start, sentence.end)
        self.here = sentence.inner[self.bracket] if self.bracket else sentence.outer
        self.clause = 1 + max(self.layer.rfind(stop, self.first, quantity.start) for stop in STOPS)
        self.clause = max(self.clause, self.first)
        self.left = self._left()
        self.direct = [w for w in self.here if self.left <= w.start and w.end <= quantity.start]

    def _left(self) -> int:
        """Where the words that belong to this figure begin."""
        if not self.before or self.before.end <= self.clause:
            return self.clause
        comma = self.layer.find("、", self.before.end, self.quantity.start)
        return self.before.end if comma < 0 else comma + 1

    def _right(self) -> list[Word]:
        """The words right behind the figure, unless they begin the next statement."""
        end, text = self.quantity.end, self.layer
        if CLAIMED.match(text, end):
            return []
        stop = next((i for i in range(end, self.last) if text[i] in ENDS), self.last)
        if self.after and self.after.start < stop:
            return []
        found = [word for word in self.here if end <= word.start and word.end <= stop]
        return found if found and _is_light(text, end, found[0].start) else []

    def fact(self) -> Fact:
        direct, right = self.direct, self._right()
        earlier = [word for word in self.here if word.end <= self.left]
        if self.bracket:
            earlier = [w for w in self.sentence.outer if w.end <= self.bracket[0]] + earlier
        naming = Naming()
        if not direct or _is_light(self.layer, direct[-1].end, self.quantity.start):
            window = Window(
                direct,
                right,
                earlier,
                self.sentence.topic,
                self.quantity.unit,
                self.sentence.follows_applications,
                bool(ATTRIBUTES.search(self.sentence.plain)),
                self._disclosure_later(right),
            )
            naming = named(window)
        channels = len({self.layer[w.start : w.end] for w in direct if w.kind is Class.CHANNEL})
        return Fact(
            sentence=self.sentence,
            quantity=self.quantity,
            subject=self.layer[self.left : self.quantity.start],
            quote=self.sentence.text.words[self.left : self.quantity.end][-LONGEST_QUOTE:],
            measures=naming.measures,
            certain=naming.certain,
            year=self._year(),
            mode=self._mode(earlier),
            scope=self._scope(earlier),
            channels=channels,
            bracket=self.bracket,
        )

    def _disclosure_later(self, right: Sequence[Word]) -> bool:
        """Whether disclosure is named only in what follows the figure."""
        start = right[-1].end if right else self.quantity.end
        return any(w.name == "disclosure" and w.start >= start for w in self.sentence.outer)

    @cached_property
    def years(self) -> list[Year]:
        """The years named before the figure, in its bracket or outside all."""
        return [
            year
            for year in self.sentence.years
            if year.end <= self.quantity.start and self.sentence.bracket(year.start) == self.bracket
        ]

    def _year(self) -> int | None:
        if not self.years:
            return None
        carried = {word.start for word in self.here if word.kind is Class.CARRY}
        named_years = [y for y in self.years if y.first and y.end not in carried]
        return named_years[-1].last if named_years else None

    def _mode(self, earlier: list[Word]) -> Mode:
        sentence = [*earlier, *self.direct]
        clause = [word for word in sentence if word.start >= self.clause]
        if _any(clause, Class.FORWARD):
            return Mode.FORWARDED
        if (told := self._compared()) is not None:
            return told
        if _any(sentence, Class.PLAN):
            return Mode.PLAN
        if self._is_portion(clause) or self._is_of_years(sentence):
            return Mode.PORTION
        return Mode.VAGUE if self.quantity.vague else Mode.TOLD

    def _compared(self) -> Mode | None:
        """A change (较上年增加3件) or the year before (上年为30件), by the last such word."""
        for word in reversed(self.direct):
            if word.kind is Class.CHANGE:
                return Mode.CHANGE
            if word.kind is Class.EARLIER:
                return Mode.EARLIER
            if word.kind in (Class.THING, Class.ACT, Class.ROW, Class.CARRY):
                break
        first = self.here[0] if self.here and self.here[0].end <= self.quantity.start else None
        if first and first.kind is Class.EARLIER and first.start - self.first <= 2:
            return Mode.EARLIER
        return Mode.EARLIER if _any(self.direct, Class.EARLIER) else None

    def _is_portion(self, clause: list[Word]) -> bool:
        """Part of the year, or of the matter: months, kinds, averages, several years."""
        if _any(clause, Class.PORTION):
            return True
        if not self.years:
            return False
        days = [year for year in self.years if year.start >= self._opening()]
        if any(year.first != year.last for year in days):
            return True
        return any(year.day for year in days) and (12, 31) not in {year.day for year in days}

    def _is_of_years(self, sentence: Sequence[Word]) -> bool:
        """Of several years: `近三年来`, `2023年、2024年分别`."""
        since = [word.end for word in sentence if word.kind is Class.SINCE]
        if not since and not self.years:
            return False
        years = [year for year in self.years if year.first and not year.day]
        if since and not any(year.start >= since[-1] for year in years):
            return True
        beside = {year.first for year in years if year.start >= self.clause - 12}
        return len(beside) > 1 and "分别" in self.layer[self.first : self.quantity.start]

    def _opening(self) -> int:
        """Where the clause begins, a bare time before it included: `1-6月，收到12件`."""
        for year in reversed(self.years):
            if self.clause - 2 <= year.end < self.clause:
                return year.start
        return self.clause

    def _scope(self, earlier: list[Word]) -> Scope:
        first = self.direct[0].start if self.direct else self.quantity.start
        owner = OWNER.search(self.layer, self.left, first)
        if owner and not OWN_NAMES.search(owner[0]):
            return Scope.OTHER
        held = [w for s, words in self.sentence.inner.items() if self.clause <= s[0] for w in words]
        if any(w.kind is Class.OWN and w.end <= self.quantity.start for w in held):
            return Scope.OWN
        for word in reversed([*earlier, *self.direct]):
            if word.kind is Class.OWN:
                return Scope.OWN
            if word.kind is Class.AREA:
                return Scope.AREA
        return Scope.UNSAID


def _any(words: Sequence[Word], kind: Class) -> bool:
    return kind in [word.kind for word in words]


def _is_light(text: str, start: int, end: int) -> bool:
    """Whether only particles stand there, so that no unknown thing is counted."""
    found = LIGHT.match(text, start, end)
    return bool(found and found.end() == end) or start >= end
