"""Names of persons and what stands before a number: for the rules about private data."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

ROLES = (
    "联系人|负责人|经办人|责任人|姓名|信息员|联络员|网格员|专干|专员|申请人|户主|工作人员|人员|"
    "分管领导|领导|主任|局长|书记|科长|股长|站长|所长|镇长|乡长|区长|县长|处长|院长|校长|队长"
)
TITLES = "同志|先生|女士|主任|副主任|局长|副局长|书记|科长|股长|站长|所长|主席|干事|老师"


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.checks.data").joinpath("people.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def name_pattern() -> str:
    compound = "|".join(_data()["compound"])
    return (
        rf"(?:(?:{compound})[\u4e00-\u9fff]{{1,2}}|[{_data()['surnames']}][\u4e00-\u9fff]{{1,2}})"
    )


@cache
def long_name_pattern() -> str:
    """Names of peoples that have no surnames, and names with two surnames."""
    parts, frequent = "|".join(_data()["steppe"]), _data()["frequent"]
    given = _data()["given"]
    return (
        rf"(?:(?:{parts}){{2,3}}[花尔娜琴云梅兰英]?|(?:{parts})[花琴梅兰英]"
        rf"|[{frequent}]{{2}}[{given}]{{2}})"
    )


@cache
def given_characters() -> frozenset[str]:
    """Characters that given names are commonly written with."""
    return frozenset(_data()["given"])


@cache
def _named() -> re.Pattern[str]:
    """A name where it can be told from words: between borders, beside a role or a title."""
    name, border = name_pattern(), r"[\s|:：,，、;；（()）]"
    return re.compile(
        rf"(?:{ROLES})\s*[:：（(]?\s*(?P<a>{name})(?={border}|$|\d)"
        rf"|(?:^|{border})(?P<b>{name})(?:{TITLES})"
        rf"|(?:^|{border})(?P<c>{name})\s*(?=职务|{border}*(?:手机|电话|联系|邮\s*箱|QQ|微信))"
        rf"|(?:^|{border})(?P<d>{name})\s*[:：（(,，]?\s*$"
    )


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(
        rf"^\s*[（(]?\s*(?P<e>{name_pattern()})(?:同志|先生|女士)?(?=[\s|，。；、)）]|$)"
    )


def name_beside(text: str, start: int, end: int, reach: int = 60) -> str | None:
    """The name of a person just before or after a stretch of text; None where there is none."""
    before = text[max(0, start - reach) : start]
    for match in reversed(list(_named().finditer(before))):
        name = next(group for group in match.groups() if group)
        if is_name(name):
            return name
    after = _trailing().match(text[end : end + 12])
    return after["e"] if after and is_name(after["e"]) else None


@cache
def _words() -> frozenset[str]:
    return frozenset(_data()["words"])


@cache
def _no_names() -> tuple[str, ...]:
    return tuple(word for word in _data()["no_names"] if len(word) > 1)


def is_name(word: str) -> bool:
    """Whether a word that begins with a surname is not one of the words known to be none."""
    return not (word.startswith(_no_names()) or word in _words())


def is_duty_line(text: str, start: int) -> bool:
    """Whether the label just before a number makes it a line of duty or enquiry."""
    before = re.split(r"[，。；\n]|\d{6,}", text[max(0, start - 24) : start])[-1]
    return any(word in before for word in _data()["duty"])


def is_code(text: str, start: int) -> bool:
    """Whether a label or an address before a number makes it a code of something else."""
    before = re.split(r"[，。；\n]", text[max(0, start - 16) : start])[-1]
    return (before.isascii() and bool(re.search(r"[\w=/_#?&.-]$", before.strip()))) or any(
        word in before for word in _data()["codes"]
    )


def is_private_mail(address: str) -> bool:
    return address.rpartition("@")[2].lower() in _data()["mail"]


def masked(number: str) -> str:
    """`13800000001` → `138****0001`: a finding must not repeat what it complains of."""
    plain = re.sub(r"[^\dA-Za-z]", "", number)
    return f"{plain[:3]}****{plain[-4:]}"
