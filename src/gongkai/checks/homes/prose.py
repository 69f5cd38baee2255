"""Homes in sentences: a name, and words for living at an address, or a name right beside it."""

import re
from collections.abc import Callable, Iterator

from gongkai.checks.homes.address import Address, addresses
from gongkai.checks.homes.name import MASKED, Name, dwellers_in, likely_names_in, names_in
from gongkai.checks.homes.words import (
    BESIDE,
    BODIES,
    LIVES,
    LIVES_AFTER,
    OFFICERS,
    OFFICES,
    POSTED,
    VISITS,
    WORKS,
)
from gongkai.checks.later import Later

SENTENCE = Later(lambda: r"[^。！？；;]+")
LEAD = 18
AROUND = 30
ROLE = 6
BEFORE = Later(
    lambda: (
        r"[\s:：,，、（(\[【—–\-]*(?:[男女][,，、\s]*|\d{1,3}周?岁[,，、\s]*|[汉满回藏壮苗]族[,，、\s]*|户|家|一家|夫妇|等?\d*[人户]|"
        r"同志|先生|女士|老人|名下|所有|的|之|房屋|住房|房产|位于|坐落于|地址|[:：])*[\s:：,，、（(\[【—–\-]*"
    )
)
AFTER = Later(
    lambda: (
        r"[\s:：,，、）)（(\[【—–\-]*的?(?:居民|村民|业主|户主|住户|租户|房主|租客|群众|市民|老人|老党员|困难户|低保户|产权人|承租人)?"
        r"[\s:：（(\[【—–\-]*"
    )
)


OWN = Later(lambda: r"(?:老人|同志|夫妇|先生|女士)?(?:家[中里]|家(?![园属具电长庭族])|的家)")
ADDRESSED = Later(lambda: r"[您你](?!单位|公司|局|校|店|机构)")
THERE = Later(lambda: r"(?:该|此)处(?:的?(?:住户|居民|业主|房主|户主))")
HOUSE = Later(lambda: r"的?(?:房屋|住房|住宅|房产|房子|家|户)")


def home_in(text: str, known: Callable[[], str] = str) -> str:
    """The name of somebody whose home a text tells; `known` gives the person told of before."""
    for sentence in SENTENCE.findall(text):
        told = list(addresses(sentence))
        names = [name for name in names_in(sentence) if not _within(name, told)] if told else []
        for address in told:
            name = _whose(sentence, address, names, known)
            if name:
                return name
    return ""


def _within(name: Name, told: list[Address]) -> bool:
    return any(name.start < each.end and each.start < name.end for each in told)


def _whose(sentence: str, address: Address, names: list[Name], known: Callable[[], str]) -> str:
    clause = re.split(r"[，,]", sentence[max(0, address.start - LEAD) : address.start + 1])[-1]
    tail = sentence[address.end : address.end + LEAD]
    at_home = any(_is_owner(sentence, each, address) for each in names)
    if at_home or _lives(sentence, clause, tail):
        goes_on = _goes_on(sentence, clause, tail)
        likely = _likely(sentence, address) if goes_on and not names else []
        nearest = min((*names, *likely), key=lambda each: _distance(each, address), default=None)
        if nearest:
            return nearest.text
        return known() if goes_on else ""
    if OFFICES.search(clause) or _at_work(sentence, address, tail):
        return ""
    beside = (each for each in names if _is_beside(sentence, each, address))
    return next((each.text for each in beside), "")


def _goes_on(sentence: str, clause: str, tail: str) -> bool:
    """Whether a sentence that names nobody goes on about somebody who was named before."""
    who = LIVES.search(clause) or ADDRESSED.search(sentence)
    return bool(who) and not tail.startswith("的") and not MASKED.search(sentence)


def _likely(sentence: str, address: Address) -> list[Name]:
    """What only looks like a name, before an address."""
    told = list(addresses(sentence))
    found = (
        *dwellers_in(sentence[: address.start + 1]),
        *likely_names_in(sentence[: address.start]),
    )
    return [name for name in found if not _within(name, told)]


def _lives(sentence: str, clause: str, tail: str) -> bool:
    words = list(LIVES.finditer(clause))
    if words:
        return not OFFICES.search(clause, words[-1].end())
    if LIVES_AFTER.match(tail):
        return True
    if ADDRESSED.search(sentence) and HOUSE.match(tail):
        return True
    if THERE.search(sentence):
        return True
    visited = VISITS.search(sentence) is not None
    return visited and not OFFICES.search(clause) and not BODIES.search(tail)


def _at_work(sentence: str, address: Address, tail: str) -> bool:
    """Whether the words around an address are of a body, or of something beside the house."""
    inside = sentence[address.start : address.end]
    around = sentence[max(0, address.start - AROUND) : address.end + AROUND]
    official = (OFFICERS, POSTED, BODIES)
    return bool(
        BESIDE.match(tail) or WORKS.search(inside + tail[:4]) or OFFICES.match(tail)
    ) or any(pattern.search(around) for pattern in official)


def _is_beside(sentence: str, name: Name, address: Address) -> bool:
    if name.end <= address.start:
        return BEFORE.fullmatch(sentence, name.end, address.start) is not None
    return AFTER.fullmatch(sentence, address.end, name.start) is not None


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
    for found in names_in(text):
        if not OFFICERS.search(text[max(0, found.start - ROLE) : found.start]):
            yield found.text
