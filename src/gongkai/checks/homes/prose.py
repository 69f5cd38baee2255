"""Homes in sentences: a name, and words for living at an address, or a name right beside it."""

import re
from collections.abc import Callable, Iterator

from gongkai.checks.homes.address import Address, addresses
from gongkai.checks.homes.name import names_in
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

SENTENCE = re.compile(r"[^。！？；;]+")
LEAD = 18
AROUND = 30
ROLE = 6
BEFORE = re.compile(
    r"[\s:：,，、（(—–\-]*(?:[男女][,，、\s]*|\d{1,3}周?岁[,，、\s]*|[汉满回藏壮苗]族[,，、\s]*|户|家|一家|夫妇|等?\d*[人户]|"
    r"同志|先生|女士|老人|名下|所有|的|之|房屋|住房|房产|位于|坐落于|地址|[:：])*[\s:：,，、（(—–\-]*"
)
AFTER = re.compile(
    r"[\s:：,，、）)（(—–\-]*的?(?:居民|村民|业主|户主|住户|租户|房主|租客|群众|市民|老人|老党员|困难户|低保户|产权人|承租人)?"
    r"[\s:：（(—–\-]*"
)


def home_in(text: str, known: Callable[[], str] = str) -> str:
    """The name of somebody whose home a text tells; `known` gives the person told of before."""
    for sentence in SENTENCE.findall(text):
        for address in addresses(sentence):
            name = _whose(sentence, address, known)
            if name:
                return name
    return ""


def _whose(sentence: str, address: Address, known: Callable[[], str]) -> str:
    clause = re.split(r"[，,]", sentence[max(0, address.start - LEAD) : address.start + 1])[-1]
    tail = sentence[address.end : address.end + LEAD]
    names = [
        each
        for each in names_in(sentence)
        if each.end("name") <= address.start or each.start("name") >= address.end
    ]
    if _lives(sentence, clause, tail):
        nearest = min(names, key=lambda each: _distance(each, address), default=None)
        if nearest:
            return nearest["name"]
        return "" if tail.startswith("的") else known()
    if OFFICES.search(clause) or _at_work(sentence, address, tail):
        return ""
    beside = (each for each in names if _is_beside(sentence, each, address))
    return next((each["name"] for each in beside), "")


def _lives(sentence: str, clause: str, tail: str) -> bool:
    words = list(LIVES.finditer(clause))
    if words:
        return not OFFICES.search(clause, words[-1].end())
    if LIVES_AFTER.match(tail):
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


def _is_beside(sentence: str, name: re.Match[str], address: Address) -> bool:
    if name.end("name") <= address.start:
        return BEFORE.fullmatch(sentence, name.end("name"), address.start) is not None
    return AFTER.fullmatch(sentence, address.end, name.start("name")) is not None


def _distance(name: re.Match[str], address: Address) -> int:
    if name.end("name") <= address.start:
        return address.start - name.end("name")
    return name.start("name") - address.end


def people_in(text: str) -> Iterator[str]:
    """Names told in a text, but for those who stand for a body."""
    for found in names_in(text):
        start = found.start("name")
        if not OFFICERS.search(text[max(0, start - ROLE) : start]):
            yield found["name"]
