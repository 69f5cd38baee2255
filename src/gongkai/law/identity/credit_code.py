"""The unified social credit code (GB 32100-2015) and the organisation code in it (GB 11714)."""

import re
from dataclasses import dataclass

from gongkai.law.identity.digits import InvalidNumberError, plain, weighted

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""Base 31: no I, O, S, V, Z."""
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
CREDIT_CODE = re.compile(rf"[{ALPHABET}]{{2}}\d{{6}}[{ALPHABET}]{{10}}")
ORGANISATION_CODE = re.compile(r"[0-9A-Z]{8}[0-9X]")


@dataclass(frozen=True)
class CreditCode:
    """A checked code in its parts."""

    number: str

    @property
    def kind(self) -> str:
        """The first two characters: registering department and kind of body (`91`: companies)."""
        return self.number[:2]

    @property
    def region(self) -> str:
        return self.number[2:8]

    @property
    def organisation_code(self) -> str:
        """Nine characters, as GB 11714 has them."""
        return self.number[8:17]


def credit_check_character(first_seventeen: str) -> str:
    """`11441700007280420` → `Y`."""
    total = weighted(map(ALPHABET.index, first_seventeen), WEIGHTS)
    return ALPHABET[(31 - total % 31) % 31]


def read_credit_code(text: str) -> CreditCode:
    """The code in that text; InvalidNumberError says what is wrong with it."""
    number = plain(text)
    if len(number) != 18:
        raise InvalidNumberError(f"统一社会信用代码应为18位，现为{len(number)}位")
    if not CREDIT_CODE.fullmatch(number):
        raise InvalidNumberError(
            "统一社会信用代码只用数字和I、O、S、V、Z以外的字母，第3至8位为数字"
        )
    if credit_check_character(number[:17]) != number[17]:
        raise InvalidNumberError("统一社会信用代码的校验位不对，请核对是否抄错")
    return CreditCode(number)


def is_credit_code(text: str) -> bool:
    try:
        read_credit_code(text)
    except InvalidNumberError:
        return False
    return True


def organisation_check_character(first_eight: str) -> str:
    """`01527918` → `X`; letters count from A = 10."""
    left = 11 - weighted((int(each, 36) for each in first_eight), ORGANISATION_WEIGHTS) % 11
    return {10: "X", 11: "0"}.get(left, str(left))


def read_organisation_code(text: str) -> str:
    """The nine characters of an organisation code; InvalidNumberError says what is wrong."""
    number = plain(text)
    if not ORGANISATION_CODE.fullmatch(number):
        raise InvalidNumberError("组织机构代码应为8位数字或字母加1位校验码")
    if organisation_check_character(number[:8]) != number[8]:
        raise InvalidNumberError("组织机构代码的校验位不对，请核对是否抄错")
    return number
