"""Facts told more than once: the same quantity of the year in two places."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.reports.prose.facts import Fact, Mode, Scope
from gongkai.reports.prose.numbers import counts

CORE = re.compile(
    r"(?P<core>(?:主动公开|公开发布|公开|发布|解读|制作|组织|开展|举办|印发|编发|推送|办理"
    r"|更新|公布|公示|上传|报送|刊登)"
    r"[^，。；：、\d（）▢□]{2,16}?)(?:共计?|累计|总计|合计|数量|数|总数|为|达到?|约|了|有)*+$"
)
YEARLY = re.compile(r"全年|共|累计|总计|合计|年度?(?:，|我|本|全|共|累|主|[\u4e00-\u9fff]{2,16}共)")
PLAIN_OPENING = re.compile(
    r"[□▢\d年度，截至止月日底全今本末起自到至、]*[\u4e00-\u9fff]{0,14}?(?:，)?"
)
CHANNELS = re.compile(
    r"门户|网站|公众号|微信|微博|抖音|公报|平台|视频号|客户端|报纸|电视|广播|专栏|栏目|头条"
    r"|新媒体|渠道|形式|系统|公示栏|屏|[省市县乡镇街]级"
)
FILLERS = re.compile(r"各类|各项|相关|有关|的|共|累计|等")
TIME = re.compile(r"[□▢\d年度全本今，]*")
WHOLE_DISCLOSURE = frozenset({"主动公开政府信息", "主动公开信息", "公开政府信息"})
TOO_LONG = 18
SHORTEST = 5
LONG = 3


@dataclass(frozen=True, slots=True)
class Repeat:
    """One fact told twice with different figures."""

    first: Fact
    second: Fact


def repeats(facts: Sequence[Fact], parts: frozenset[int]) -> Iterator[Repeat]:
    """Facts told again with another figure; `parts` are the ids of facts that are only parts.

    Where only the verb and object are the same, not what surrounds them, figures must look like
    slips of each other (1286, 1296).
    """
    told: dict[tuple[object, ...], Fact] = {}
    named: dict[tuple[str, str], Fact] = {}
    for fact in facts:
        if id(fact) in parts or not _is_whole(fact):
            continue
        first = _first(fact, told, named)
        if first:
            yield Repeat(first, fact)


def _first(
    fact: Fact, told: dict[tuple[object, ...], Fact], named: dict[tuple[str, str], Fact]
) -> Fact | None:
    """The earlier fact that this one contradicts; remembers it where it is new."""
    if key := _key(fact):
        first = told.setdefault(key, fact)
        if first.quantity.value != fact.quantity.value and first.sentence is not fact.sentence:
            return first
    core = None if fact.measures else CORE.search(fact.subject)
    if core:
        name = FILLERS.sub("", core["core"])
        first = named.setdefault((name, fact.quantity.unit), fact)
        if len(name) >= SHORTEST and _is_slip(first.quantity.value, fact.quantity.value):
            return first
    return None


def _is_whole(fact: Fact) -> bool:
    """Whether it counts things over the whole year."""
    if fact.mode is not Mode.TOLD or fact.bracket or fact.scope is Scope.OTHER:
        return False
    return counts(fact.quantity) and bool(fact.quantity.unit)


def _is_slip(one: float, other: float) -> bool:
    """Whether two figures of three digits or more differ by one digit or two digits swapped."""
    left, right = f"{one:.0f}", f"{other:.0f}"
    if left == right or len(left) != len(right) or len(left) < LONG:
        return False
    apart = [place for place, digit in enumerate(left) if digit != right[place]]
    if len(apart) == 1:
        return True
    swapped = [left[place] for place in apart] == [right[place] for place in reversed(apart)]
    return len(apart) == 2 and apart[1] - apart[0] == 1 and swapped


def _key(fact: Fact) -> tuple[object, ...] | None:
    """What makes two facts the same; None where it is not the year's figure of something."""
    if fact.scope is Scope.OWN:
        return None
    if fact.measures:
        first = fact.measures[0]
        outright = len(fact.measures) == 1 or first.table == "proactive"
        return (first, fact.scope) if outright and fact.certain and fact.channels != 1 else None
    return _phrase(fact)


def _phrase(fact: Fact) -> tuple[object, ...] | None:
    """The verb and its object, if the sentence opens with them and speaks of the whole year."""
    sentence, quantity = fact.sentence, fact.quantity
    core = CORE.search(fact.subject)
    before = sentence.text.outer[sentence.start : quantity.start]
    opening = before[: len(before) - len(fact.subject)]
    if not core or len(opening) > TOO_LONG or not PLAIN_OPENING.fullmatch(opening):
        return None
    name = FILLERS.sub("", core["core"])
    yearly = YEARLY.search(before) or (name in WHOLE_DISCLOSURE and TIME.fullmatch(opening))
    if not yearly or "其中" in before or len(name) < SHORTEST:
        return None
    channels = frozenset(CHANNELS.findall(before))
    return (name, quantity.unit, channels, fact.scope)
