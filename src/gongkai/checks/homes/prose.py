"""Homes in sentences: an address that is told of as a home or stands beside a name, and whose."""

import re
from collections.abc import Callable, Iterator
from enum import Enum, auto
from functools import partial

from gongkai.checks.homes.address import SEVERAL, Address, addresses, hamlets, has_door
from gongkai.checks.homes.judged import NAMES_OF_THINGS
from gongkai.checks.homes.name import (
    MASKED,
    Name,
    in_office,
    likely_names_in,
    name_after,
    name_before,
    names_in,
)
from gongkai.checks.homes.words import (
    BESIDE,
    BODIES,
    BODY,
    DEEDS,
    DWELLERS,
    DWELLINGS,
    HAN,
    LIVES,
    LIVES_AFTER,
    OFFICERS,
    OFFICES,
    POSTED,
    VISITS,
    WORKS,
    alternatives,
)
from gongkai.checks.later import Later

SENTENCE = re.compile(r"[^。！？；;]{1,400}")
"""Longer ones are cut: names are looked for in the whole sentence, once for each address."""
LEAD = 18
"""Characters before an address that say what it is; of these, LABEL stand right before it."""
LABEL = 8
AROUND = 30
BEFORE = Later(
    lambda: (
        r"[\s:：,，、（(\[【—–…\-]*(?:[男女][,，、\s]*|\d{1,3}周?岁[,，、\s]*|[汉满回藏壮苗]族[,，、\s]*|户|家|一家|夫妇|等?\d*[人户]|"
        r"同志|先生|女士|老人|名下|所有|的|之|房屋|住房|房产|位于|坐落于|地址|[:：])*[\s:：,，、（(\[【—–…\-]*"
    )
)
AFTER = Later(
    lambda: (
        r"[\s:：,，、）)（(\[【—–…\-]*的?(?:居民|村民|业主|户主|住户|租户|房主|租客|群众|市民|老人|老党员|困难户|低保户|产权人|承租人)?"
        r"[\s:：（(\[【—–…\-]*"
    )
)
GOVERNED = re.compile(r"[^，,：:（(]{0,3}(?:在|位于|坐落于|到|从|回|至)$")
ADDRESSING = re.compile(r"[地住]址[为是：:]*$")
LIVING = Later(lambda: rf"(?:{LIVES.pattern}|住)[{HAN}]{{0,4}}[在于址为是系：:]*$")
HOUSED = Later(lambda: rf"[的之]?(?:自有|自住|自建)?(?:{alternatives('dwellings')})")
MOVED = re.compile(r"来到|前往|走进|赶到|赶赴|去到|到")
OWNED = re.compile(
    r"(?:[住祖老]屋|其房[屋产子])(?:坐落|座落|位于|在|地址)[:：在于为]*$|房[屋产]坐落[:：在于为]*$|(?:住房|房产)[一二两三\d]+[套处间][:：（(]$"
)
BUILT = re.compile(
    r"(?:擅自|私自|违[法规章]|自行|未经.{2,6})?(?:[搭加扩翻修违]?建|私搭|种|养|占用|开挖|居)"
)
"""What somebody does where he lives."""
OWN = Later(lambda: r"(?:老人|同志|夫妇|先生|女士)?(?:家[中里]|家(?![园属具电长庭族])|的家)")
ADDRESSED = Later(lambda: r"[您你](?!单位|公司|局|校|店|机构)")
SUMMONED = re.compile(r"请[^，,]{0,14}[到至在]$")
"""Before the office where somebody is asked to come."""
THERE = re.compile(r"[该此]处的?(?:住户|居民|业主|房主|户主)|住在?[该此本]")


class Use(Enum):
    """What a sentence says an address is."""

    HOME = auto()
    WORK = auto()
    UNTOLD = auto()


def home_in(text: str, known: Callable[[], str] = str) -> str:
    """The name of somebody whose home a text tells; `known` gives the person told of before."""
    last = ""
    if not (has_door(text) or any(hamlets(text))):
        return ""
    for sentence in SENTENCE.findall(text):
        told = list(addresses(sentence)) or _lived_in(sentence)
        names = _people(sentence, names_in(sentence), told)
        for address in told:
            name = _whose(sentence, address, names, told, partial(str, last) if last else known)
            if name:
                return name
        last = names[-1].text if names else last
    return ""


def _lived_in(sentence: str) -> list[Address]:
    """Parts of villages that a sentence says somebody lives in."""
    return [each for each in hamlets(sentence) if LIVING.search(sentence[: each.start])]


def _people(sentence: str, names: Iterator[Name], told: list[Address]) -> list[Name]:
    """Names that are no part of an address and no one's who stands for a body."""
    return [
        name
        for name in names
        if not any(name.start < each.end and each.start < name.end for each in told)
        and not in_office(sentence, name)
    ]


def _whose(
    sentence: str,
    address: Address,
    names: list[Name],
    told: list[Address],
    known: Callable[[], str],
) -> str:
    if SEVERAL.search(sentence, address.start, address.end):
        return ""
    owner = next((each for each in names if _is_owner(sentence, each, address)), None)
    if owner:
        return owner.text
    use = _use(sentence, address)
    if use is Use.HOME:
        guessed = not names and address.single
        likely = _people(sentence, _likely(sentence, address), told) if guessed else names
        nearest = min(likely, key=lambda each: _distance(each, address), default=None)
        if nearest:
            return nearest.text
        return known() if _goes_on(sentence, address) else ""
    if use is Use.WORK:
        return ""
    if not address.single:
        return ""
    close = _people(sentence, name_before(sentence, address.start), told)
    beside = (each for each in (*names, *close) if _is_beside(sentence, each, address))
    return next((each.text for each in beside), "") or _only(sentence, address, names, told)


def _only(sentence: str, address: Address, names: list[Name], told: list[Address]) -> str:
    """Who is told of where a sentence tells of a home's door and of nothing official."""
    near = address.near or ADDRESSING.search(sentence[: address.start])
    official = (BODIES, BODY, POSTED, OFFICERS, OFFICES, NAMES_OF_THINGS)
    if not (near and address.single) or any(each.search(sentence) for each in official):
        return ""
    if any(in_office(sentence, each) for each in names_in(sentence)):
        return ""
    likely = names or _people(sentence, _likely(sentence, address), told)
    return likely[0].text if likely else ""


def _use(sentence: str, address: Address) -> Use:
    before = sentence[max(0, address.start - LEAD) : address.start + 1]
    clause = re.split(r"[，,]", before)[-1]
    tail = sentence[address.end : address.end + LEAD]
    if SUMMONED.search(before[:-1]):
        return Use.WORK
    if _lives(sentence, clause, address):
        return Use.HOME
    if _at_work(sentence, address, tail):
        return Use.WORK
    if HOUSED.match(tail) or (address.single and (DWELLINGS.match(tail) or VISITS.search(clause))):
        return Use.HOME
    label = MOVED.split(clause)[-1][-LABEL:]
    if OFFICES.search(label) or OFFICES.match(sentence, address.start):
        return Use.WORK
    if address.single and address.near and (DWELLERS.search(sentence) or VISITS.search(sentence)):
        return Use.HOME
    return Use.UNTOLD


def _goes_on(sentence: str, address: Address) -> bool:
    """Whether a sentence that names nobody goes on about somebody who was named before."""
    clause = sentence[max(0, address.start - LEAD) : address.start + 1]
    who = LIVES.search(clause) or OWNED.search(clause[:-1]) or ADDRESSED.search(sentence)
    tail = sentence[address.end : address.end + 1]
    return bool(who) and tail != "的" and not MASKED.search(sentence)


def _likely(sentence: str, address: Address) -> Iterator[Name]:
    """What only looks like a name: with a border on one side, or right before or after."""
    if MASKED.search(sentence) or any(in_office(sentence, each) for each in names_in(sentence)):
        return
    yield from likely_names_in(sentence)
    yield from name_before(sentence, address.start)
    yield from name_after(sentence, address.end)


def _lives(sentence: str, clause: str, address: Address) -> bool:
    tail = sentence[address.end : address.end + LEAD]
    words = list(LIVES.finditer(clause))
    if clause[-2:-1] == "住" or OWNED.search(clause[:-1]):
        return True
    if words:
        return not OFFICES.search(clause, words[-1].end())
    if LIVES_AFTER.match(tail):
        return address.single
    if ADDRESSED.search(sentence) and not OFFICES.search(clause[-LABEL:]):
        place = sentence[address.start : address.end] + tail
        return not (BODIES.search(place) or WORKS.search(place) or BESIDE.match(tail))
    return THERE.search(sentence) is not None


def _at_work(sentence: str, address: Address, tail: str) -> bool:
    """Whether the words around an address are of a body, or of something beside the house."""
    inside = sentence[address.start : address.end]
    around = sentence[max(0, address.start - AROUND) : address.end + AROUND]
    return bool(
        BESIDE.match(tail)
        or DEEDS.match(tail)
        or WORKS.search(inside + tail[:4])
        or OFFICES.match(tail)
    ) or any(pattern.search(around) for pattern in (POSTED, BODIES, BODY))


def _is_beside(sentence: str, name: Name, address: Address) -> bool:
    if name.end > address.start:
        return AFTER.fullmatch(sentence, address.end, name.start) is not None
    if BEFORE.fullmatch(sentence, name.end, address.start):
        return True
    near = address.near or BUILT.match(sentence, address.end)
    governed = bool(near) and address.single
    return governed and GOVERNED.fullmatch(sentence, name.end, address.start) is not None


def _is_owner(sentence: str, name: Name, address: Address) -> bool:
    """`……号张建国家中`"""
    after = name.start >= address.end and name.text.endswith("家")
    own = after or OWN.match(sentence, name.end)
    return bool(own) and _is_beside(sentence, name, address)


def _distance(name: Name, address: Address) -> int:
    if name.end <= address.start:
        return address.start - name.end
    return name.start - address.end


def people_in(text: str) -> Iterator[str]:
    """Names told in a text, but for those who stand for a body."""
    for found in _people(text, names_in(text), list(addresses(text))):
        yield found.text
