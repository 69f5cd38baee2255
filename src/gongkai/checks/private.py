"""Personal data in any text, character by character: what is offered to be blacked out.

Rules about publication stop what must not go out and spare what may. Here a person decides about
every find, so that more is offered than a rule would find.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from gongkai.checks.homes.address import ADDRESS, FLAT
from gongkai.checks.report.no_bank_cards import ISSUERS
from gongkai.checks.report.no_bank_cards import NUMBER as LONG_NUMBER
from gongkai.checks.report.no_identity_numbers import NUMBER as IDENTITY
from gongkai.checks.report.no_private_accounts import ACCOUNT, MAIL
from gongkai.checks.source import narrow
from gongkai.checks.text.mobiles_removed import HOME, MOBILE, OTHERWISE
from gongkai.law.identity.bank_card import is_bank_card
from gongkai.law.identity.id_card import is_id_card

PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]"
    r"[A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳](?![A-Za-z0-9])"
)
OLD_IDENTITY = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}(?![\dA-Za-z])"
)
"""Of fifteen digits, as old papers have them."""


class Kind(Enum):
    """What was found; the value is what a clerk reads."""

    IDENTITY = "身份证号码"
    TELEPHONE = "个人电话"
    BANK_CARD = "银行卡号"
    ACCOUNT = "邮箱或者社交账号"
    PLATE = "车牌号"
    ADDRESS = "门牌地址"
    WORD = "指定的文字"


@dataclass(frozen=True)
class Span:
    """Characters `start` to `end` of the text."""

    kind: Kind
    start: int
    end: int


def spans(text: str) -> list[Span]:
    """Everything that looks like personal data, in order; what overlaps counts once."""
    found = sorted(_all(narrow(text)), key=lambda span: (span.start, -span.end))
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _all(text: str) -> Iterator[Span]:
    for match in IDENTITY.finditer(text):
        if is_id_card(re.sub(r"[^\dXx]", "", match[0])):
            yield Span(Kind.IDENTITY, *match.span())
    for match in OLD_IDENTITY.finditer(text):
        yield Span(Kind.IDENTITY, *match.span())
    for match in LONG_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if ISSUERS.fullmatch(digits) and is_bank_card(digits) and not is_id_card(digits):
            yield Span(Kind.BANK_CARD, *match.span())
    for pattern in (MOBILE, OTHERWISE):
        yield from (Span(Kind.TELEPHONE, *match.span()) for match in pattern.finditer(text))
    yield from (Span(Kind.TELEPHONE, *match.span("number")) for match in HOME.finditer(text))
    for pattern in (MAIL, ACCOUNT):
        yield from (Span(Kind.ACCOUNT, *match.span()) for match in pattern.finditer(text))
    for match in ADDRESS.finditer(text):
        if FLAT.search(match[0]):
            yield Span(Kind.ADDRESS, *match.span())
    yield from (Span(Kind.PLATE, *match.span()) for match in PLATE.finditer(text))
