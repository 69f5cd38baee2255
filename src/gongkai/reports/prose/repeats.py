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
TOO_LONG = 18


@dataclass(frozen=True, slots=True)
class Repeat:
    """One fact told twice with different figures."""

    first: Fact
    second: Fact


def repeats(facts: Sequence[Fact], parts: frozenset[int]) -> Iterator[Repeat]:
    """Facts told again with another figure; `parts` are the ids of facts that are only parts."""
    told: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = None if id(fact) in parts else _key(fact)
        if key is None:
            continue
        first = told.setdefault(key, fact)
        if first.quantity.value != fact.quantity.value:
            yield Repeat(first, fact)


def _key(fact: Fact) -> tuple[object, ...] | None:
    """What makes two facts the same; None where it is not the year's figure of something."""
    if fact.mode is not Mode.TOLD or fact.bracket or fact.scope is Scope.OTHER:
        return None
    if not counts(fact.quantity) or not fact.quantity.unit:
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
    if not YEARLY.search(before) or "其中" in before:
        return None
    name = FILLERS.sub("", core["core"])
    if len(name) < 5:
        return None
    channels = frozenset(CHANNELS.findall(before))
    return (name, quantity.unit, channels, fact.scope)
