"""Addresses that lead to a door: a house number, a village group, a building or a flat."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.checks.homes.words import HAN, alternatives
from gongkai.checks.later import Later

DIGITS = "一二三四五六七八九十百零〇两"
ONE = rf"(?:\d{{1,5}}|[{DIGITS}]{{1,6}}|[A-Za-z甲乙丙丁](?![a-z]))"
TO = r"(?:号楼?|栋|幢)?[至到～]"
"""Between the first and the last of several houses."""
NUMBER = rf"{ONE}(?:(?:[-—~/#之]|{TO}){ONE}){{0,4}}"


def _road() -> str:
    return (
        rf"[{HAN}]{{1,10}}?(?:{alternatives('roads')})(?:[东西南北中上下]?段?|[一二三四五六七八九十]+段)?"
        rf"\s?(?:[特门新旧老附临]牌?)?\s?{NUMBER}\s?(?:号(?![线文令楼])|弄(?:{NUMBER}支弄)?)"
    )


NAMED = r"(?!领导|工作|专项|调查|评议|监督|党|项目|两委|调解|互助|防)"


def _group() -> str:
    return (
        rf"[{HAN}]{{1,10}}?(?:(?:{alternatives('settlements')})(?:委会)?\s?"
        rf"(?:第?{NUMBER}(?:村民|居民)?小?组|第?{NUMBER}(?:社|队|屯|连|片)(?![{HAN}]{{0,2}}(?:区|会|长))"
        rf"|{NUMBER}\s?号(?![线文令楼]))|(?:镇|乡|街道|社区|村|屯|寨)(?:(?![字第发编届])[{HAN}]){{1,5}}?{NUMBER}号(?![线文令楼公通议决])"
        rf"|(?:{alternatives('settlements')}){NAMED}[{HAN}]{{1,3}}(?:村民|居民)?小?组)"
    )


BUILDING = rf"{NUMBER}\s?排\s?{NUMBER}\s?号|{NUMBER}\s?(?:号楼|号院|栋|幢|座|[#＃](?:楼|栋)?)"
ROOM = (
    rf"{NUMBER}\s?单元|(?:\d{{3,4}}|[{DIGITS}]{{3,4}})\s?(?:室|房(?![{HAN}]))"
    rf"|{NUMBER}\s?(?:门洞|号房(?!屋))|(?<=[元号楼层])\s?[东西中\d一二三四五六]+户"
)
CODED = (
    r"(?<![\dA-Za-z/_.-])(?:\d{1,3}|[A-Za-z])(?:-\d{1,2}-|/\d{1,2}/)\d{3,4}(?![\d/-])"
    r"|(?<=[区园苑城庭府邸寓村舍院里庄座湾居家])\s?\d{1,3}-\d{3,4}(?![\d-])"
)
GROUPED = rf"(?<=[村庄屯寨湾])第?{ONE}\s?(?:组|队)"
DOOR = Later(
    lambda: rf"(?P<flat>{BUILDING}|{ROOM}|{CODED})|(?P<group>{_group()})|(?P<road>{_road()})"
)
FLAT = Later(lambda: rf"{BUILDING}|{ROOM}|{CODED}|{GROUPED}")
ADDRESS = Later(
    lambda: (
        rf"(?:{_road()}|[{HAN}]{{1,10}}?(?:{alternatives('settlements')}|花园|家园|公寓|宿舍|家属院|大院|苑|园|里|城|府)"
        rf"\s?(?:[A-Za-z]?\s?{NUMBER}|[东西南北A-Za-z])\s?(?:号楼|栋|幢|座|组|队|单元|号|室|区|门))"
        r"[^\s,，;；|。、的]{0,24}"
    )
)
FURTHER = Later(
    lambda: (
        r"\s?(?:院?内|平房|宿舍|公寓|大院|家属院|家属楼|附){0,2}"
        rf"(?:{DOOR.pattern}|{NUMBER}(?:号|层|楼|梯|口|排|门(?![前口])|室|户(?![籍口数均])|房(?![屋产子东主租价间源])|(?<=\d)|(?![{HAN}]))"
        rf"|[东西南北中]单元|[左右东西南北中]户|之{NUMBER})"
    )
)
BUILDING_ONLY = Later(
    lambda: (
        rf".*号{NUMBER}[楼层]|[^号弄组队社屯室]*{NUMBER}\s*(?:号楼|号院|栋|幢|座|[#＃]楼?)"
        rf"(?:\s*(?:{NUMBER}|[东西中])\s*(?:单元|门|梯))?"
    )
)
"""So many live behind one door that no one of them is told."""
STOPS = Later(
    lambda: (
        r"[\s:：,，、;；。！？（()）\[\]【】“”《》\"'|…→]|-{2,}|(?<=[\u4e00-\u9fff])-(?=[\u4e00-\u9fff])|(?:现居|籍贯|负责|住|位于|[坐座]落[于在]?|处于|户籍(?:所在)?地?|地址|地点|寄[送往至到]|邮寄|送[达至往]|返回|[迁搬移][入进至到往]|入住|[租暂寄居]住|前往|来到|赶到|走进)[在于址]?|[在于为是系的了]|(?<![\d号栋幢楼])[到至]"
    )
)
SEVERAL = Later(lambda: rf"{ONE}{TO}{ONE}")
HAMLET = Later(
    lambda: (
        rf"(?:[{HAN}]{{2,24}}?(?:村|嘎查)(?:委会)?(?!{alternatives('no_hamlets')})"
        rf"(?:(?![镇乡村区县办路号的等和与及在])[{HAN}]){{2,4}}|[{HAN}]{{2,8}}第?{NUMBER}[组队社])"
        rf"(?=$|[\s，,。；、）)（(]|[的之]?家|简要)"
    )
)
"""A part of a village by its name, without any number: a home only where words say so."""
LONGEST = 32


@dataclass(frozen=True)
class Address:
    """Characters `start` to `end`; `near` whether it leads to a flat or into a village.

    `single`: whether it leads to one home, not to a building, a staircase or several houses.
    """

    start: int
    end: int
    near: bool
    single: bool


def addresses(text: str) -> Iterator[Address]:
    """Each address with a door, the region before it included; one that goes on is one."""
    held: Address | None = None
    for each in _stretches(text):
        if held and each.start == held.end:
            held = Address(held.start, each.end, held.near or each.near, held.single or each.single)
            continue
        if held:
            yield held
        held = each
    if held:
        yield held


def _stretches(text: str) -> Iterator[Address]:
    at = 0
    while found := DOOR.search(text, at):
        end = found.end()
        while more := FURTHER.match(text, end):
            end = more.end()
        start = max(_begin(text, found.end(), floor=max(at, found.end() - LONGEST)), at)
        near = bool(found["flat"] or found["group"] or FLAT.search(text, found.start(), end))
        several = SEVERAL.search(text, start, end)
        single = not (several or BUILDING_ONLY.fullmatch(text, start, end))
        yield Address(start, end, near, single)
        at = end


def _begin(text: str, end: int, floor: int) -> int:
    """Where an address begins that ends here: after the last stop before it."""
    stops = [stop.end() for stop in STOPS.finditer(text, floor, end - 1)]
    return stops[-1] if stops else floor


def hamlets(text: str) -> Iterator[Address]:
    for found in HAMLET.finditer(text):
        start = _begin(text, found.end(), floor=max(found.start(), found.end() - LONGEST))
        yield Address(start, found.end(), near=True, single=False)


def has_door(text: str) -> bool:
    return DOOR.search(text) is not None
