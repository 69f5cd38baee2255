"""Names of persons, written in full: as the whole of a cell, and in sentences."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gongkai.checks.homes.words import HAN, alternatives
from gongkai.checks.later import Later
from gongkai.checks.people import given_characters, is_name, long_name_pattern, name_pattern

NO_GIVEN = Later(
    lambda: (
        r"[某的了是在及或不第号住系街巷栋幢室村组区县市省乡楼层局处科股款额户你我他她它们这那哪谁什么吗呢吧"
        r"把被让给就都很没该此桌灯率表页码账卡件份等职岁院厂场所馆店厅校矿寺庙祠位贸]|[路镇苑阁桥]$|[家花嘉佳]园$"
    )
)
"""Characters that stand in no given name, or hide one."""
NO_PART = re.compile(r"[某的了号室栋幢局处省市县镇乡街]")
TITLED = Later(
    lambda: (
        r"..[员者]$|.(?:先生|女士|小姐|同志|老师|师傅|阿姨|奶奶|爷爷|大爷|大妈|大娘|大姐|大哥|婆婆|叔叔|老汉|老太|老人|"
        r"主任|局长|书记|经理|队长|院长|校长|所长|站长|医生|法官|警官|律师|居民|[总工家姓氏府庄女男]$)"
    )
)
MINORITY = Later(lambda: rf"[{HAN}]{{1,8}}(?:[·•‧・][{HAN}]{{1,8}})+")


def _freely() -> str:
    return rf"[{HAN}]{{1,8}}(?:[·•‧・][{HAN}]{{1,8}})+|{long_name_pattern()}|{name_pattern()}"


LEFT = (
    r"(?:(?<![\u4e00-\u9fff])|(?<=[致请及和与向将对把由给被让据因到找访问望慰帮扶系是即为叫者员人民"
    r"生师长众友属士名象主妇亲女子孙妻夫父母兄弟姐妹童婆爷奶公方户告查了见的中号室栋户楼组社元层])|(?<=同志)|(?<=先生))"
)
RIGHT = (
    r"(?=$|[^\u4e00-\u9fff]|同志|先生|女士|老人|一家|一户|夫妇|夫妻|名下|所有|于|位于|因|家(?!园)|现|住|系|户|"
    r"的|一|等|在|与|和|及|为|之|从|向|对|将|把|已|曾|自|业主|住户|家属|申请|反映|反馈|投诉|举报|来电|来信|提出|提交|称|"
    r"说|患|居|租|承|原|本人|未|拒|经|购|持|以|擅|私|非法|涉嫌|违反|涉|无|有(?!限)|是|生|死|去|还|又|也|才|便|正)"
)
ROLES = "|".join(
    rf"(?<={role})"
    for role in (
        "证明",
        "职工",
        "居民",
        "老人",
        "村民",
        "业主",
        "户主",
        "住户",
        "租户",
        "房主",
        "市民",
        "群众",
        "农户",
        "当事人",
        "申请人",
        "户名",
        "名叫",
    )
)
"""Right after these words a name needs no border on its other side."""
HALF = Later(lambda: rf"(?P<left>{LEFT})?(?=(?P<name>{long_name_pattern()}|{name_pattern()}))")
FIRST = Later(
    lambda: (
        rf"[\s，,）)]?的?(?:{alternatives('dwellers')}|{alternatives('lives_after')})?(?P<name>{name_pattern()})"
    )
)
DWELLER = Later(
    lambda: (
        rf"(?P<name>{name_pattern()})(?:(?:夫妇|夫妻|老人|同志|一家|一户|户|家)?(?:{alternatives('lives')})[在于址:：]*|[（(\[])$"
    )
)
CALLS = re.compile(r"(?:姓\s?名|户主|名字|逝者|死者|[老病]人|业主|村民|农户|职工|学生)$")
ANYHOW = Later(lambda: rf"(?![无有未不同系是户本])[{HAN}]{{2,7}}")
CALLED = Later(
    lambda: (
        rf"[{HAN}]{{0,6}}(?:{alternatives('dwellers')}|户|人|者|代表|学生|党员|军人|家长|同志|姓名)"
    )
)
LONG = Later(long_name_pattern)
POST = Later(lambda: alternatives("titles"))
POST_BEFORE = Later(
    lambda: (
        rf"(?:{alternatives('titles')})(?:同志)?[:：、，\s（(为是由]*(?:[{HAN}]{{2,4}}[、，,和及与\s]+){{0,4}}$"
    )
)
POST_AFTER = Later(
    lambda: (
        rf"(?:{alternatives('titles')})|[\s，,（(](?!家?住)[{HAN}]{{0,8}}?(?:{alternatives('titles')})(?![{HAN}])"
        r"|任[\u4e00-\u9fff]|一行|带队|主持|坐诊|陪同"
    )
)
AT_HOME = Later(lambda: rf"[，,\s（(]*(?:{alternatives('lives')})")
BORDER = Later(lambda: RIGHT)
IN_PROSE = Later(lambda: rf"{LEFT}(?P<name>{_freely()}){RIGHT}|(?:{ROLES})(?P<called>{_freely()})")
AROUND = Later(
    lambda: (
        r"^\s*(?:[（(]?\d{1,4}[)）]?[.．、:：]?\s*)?|\s*[（(][^（）()]*[)）]?\s*$"
        r"|[,，、\s]*(?:[男女]|同志|先生|女士|家属|家庭|一家|夫妇|[亲签]?收|亲?启|本人)\s*$|\s*等?\d+[人户口]\s*$|\s*户\s*$"
    )
)
MASKED = Later(
    lambda: rf"(?<![{HAN}])[{HAN}]{{1,2}}(?:某(?![市区县镇乡村街路省])|[*×○●]|先生|女士)"
)
"""Somebody is told of who is not named."""
BETWEEN = Later(lambda: r"[、/,，;；\s]+|和|与")


@lru_cache(maxsize=4096)
def is_full_name(cell: str) -> bool:
    """A name written in full; `张某`, `张*` and `张某某` are masked."""
    plain = re.sub(r"\s+", "", cell)
    plain = re.sub(r"[（(][男女][）)]$", "", plain)
    if MINORITY.fullmatch(plain):
        return not (NO_PART.search(plain) or POST.search(plain))
    if LONG.fullmatch(plain):
        return is_name(plain)
    found = re.fullmatch(name_pattern(), plain)
    return bool(found) and _may_be_given(plain) and is_name(plain)


def _may_be_given(name: str) -> bool:
    return not (re.search(r"[*×xX○●]", name) or NO_GIVEN.search(name[1:]) or TITLED.match(name))


@lru_cache(maxsize=4096)
def named_in(cell: str) -> str:
    """The name that fills a cell, beside a number, a sex, or other names; empty where none does."""
    joined = re.sub(rf"(?<![{HAN}])([{HAN}])[ \u3000]+([{HAN}])(?![{HAN}])", r"\1\2", cell.strip())
    for _again in range(2):
        joined = AROUND.sub("", joined)
    parts = [joined, *BETWEEN.split(joined)] if len(joined) <= LONGEST else []
    if len(parts) > 1 and not all(is_full_name(part) or len(part) < 2 for part in parts[1:]):
        parts = parts[:1]
    return next((part for part in parts if is_full_name(part)), "")


def labelled_in(label: str, word: str) -> str:
    """What a label says is a name, whatever its characters: names of every people are there."""
    plain = re.sub(r"\s", "", word)
    if not (CALLS.search(label) and ANYHOW.fullmatch(plain)):
        return ""
    return "" if NO_PART.search(plain) or POST.search(plain) or TITLED.match(plain) else plain


def called_in(word: str) -> str:
    """The name behind what somebody is, as a word of its own: `居民代表张建国`, `户主李芳`."""
    for length in (4, 3, 2):
        called, name = word[:-length], word[-length:]
        if CALLED.fullmatch(called) and not POST_BEFORE.search(called) and is_full_name(name):
            return name
    return ""


LONGEST = 20
MOST = 3
"""Characters of a name whose surname has one."""


@dataclass(frozen=True)
class Name:
    """Characters `start` to `end` of a text."""

    start: int
    end: int
    text: str


def names_in(text: str) -> Iterator[Name]:
    """Names told in a sentence, between words that can stand beside a name."""
    yield from _found(IN_PROSE, text)


def _found(pattern: Later, text: str) -> Iterator[Name]:
    at = 0
    while found := pattern.search(text, at):
        name = _shortened(text, found)
        if name:
            yield name
        at = name.end if name else found.start() + 1


def _shortened(text: str, found: re.Match[str]) -> Name | None:
    """The name found, or the one that is left without its last character."""
    if TITLED.match(found[0]):
        return None
    for end in (found.end(), found.end() - 1):
        name = text[found.start() : end]
        if is_full_name(name) and (end == found.end() or BORDER.match(text, end)):
            return Name(found.start(), end, name)
    return None


def likely_names_in(text: str) -> Iterator[Name]:
    """What has the border of a name on one side and characters that names have."""
    for found in HALF.finditer(text):
        start, end = found.span("name")
        yield from _likely_at(text, start, end, bordered=found["left"] is not None)


def _likely_at(text: str, start: int, end: int, *, bordered: bool) -> Iterator[Name]:
    """The longest likely name from here that ends by `end`."""
    if TITLED.match(text[start : end + 1]) or MASKED.match(text, start):
        return
    for stop in (end, end - 1):
        name = text[start:stop]
        closed = bool(BORDER.match(text, stop) or DOES.match(text, stop))
        whole = (closed and bordered) or (stop - start > PAIR and (closed or bordered))
        if text[start] in LOOSE and not (closed and bordered):
            continue
        if (
            whole
            and text[stop : stop + 1] not in PLACED
            and is_full_name(name)
            and _is_common(name)
        ):
            yield Name(start, stop, name)
            return


DOES = re.compile(r"[不遗被获参捐交拨打收领驾发报来前回搬迁离出今理]")
"""What begins the words for what somebody does; weaker than a border."""
PAIR = 2
LOOSE = frozenset("于向应经从时和能计都相连支查管关包但尚宁那员")
"""Surnames that are common words: a name needs both its borders then."""
PLACED = frozenset("省市区县旗镇乡村街路巷道社组队屯寨湾庄沟坪桥园苑")
"""Characters that make a place of what stands before them."""


def name_after(text: str, at: int) -> Iterator[Name]:
    """A likely name right after an address, whatever follows it."""
    found = FIRST.match(text, at)
    if found:
        yield from _likely_at(text, found.start("name"), found.end(), bordered=True)


def name_before(text: str, at: int) -> Iterator[Name]:
    """A likely name right before an address and words for living, whatever stands before it."""
    found = DWELLER.search(text[max(0, at - LONGEST) : at])
    if found:
        start = max(0, at - LONGEST) + found.start("name")
        yield from _likely_at(text, start, start + len(found["name"]), bordered=True)


def in_office(text: str, name: Name) -> bool:
    """Whether the words beside a name say that he stands for a body: `区长张建国`, `李芳法官`."""
    if AT_HOME.match(text, name.end):
        return False
    before = text[max(0, name.start - LONGEST) : name.start]
    return bool(POST_BEFORE.search(before) or POST_AFTER.match(text, name.end))


def _is_common(name: str) -> bool:
    if LONG.fullmatch(name):
        return True
    return set(name[-2:] if len(name) > MOST else name[1:]) <= given_characters()
