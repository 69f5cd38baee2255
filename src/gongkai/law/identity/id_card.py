"""The citizen identity number, 18 characters (GB 11643-1999), and the old one of 15 digits.

Six digits of the region, the day of birth, three serial digits (odd: male), and a check character
that the old number lacks (its year has two digits, of the last century).
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.identity.digits import InvalidNumberError, plain, weighted

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PROVINCES = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")
"""First two digits of a region (GB/T 2260); 81 to 83 also on residence permits."""
EARLIEST_BIRTH = 1850

ID_CARD = re.compile(r"(?P<region>\d{6})(?P<born>\d{8}|\d{6})(?P<serial>\d{3})(?P<check>[\dX])?")


@dataclass(frozen=True)
class IdCard:
    """A checked identity number. `old`: of the first generation, 15 digits."""

    number: str
    region: str
    born: date
    sex: Literal["male", "female"]
    old: bool = False


def check_character(first_seventeen: str) -> str:
    """`11010519491231002` → `X`."""
    return CHECKS[weighted(map(int, first_seventeen), WEIGHTS) % 11]


def read_id_card(text: str) -> IdCard:
    """The identity number in that text; InvalidNumberError says what is wrong with it."""
    number = plain(text)
    if not number.isascii() or len(number) not in {15, 18} or not number[:-1].isdigit():
        raise InvalidNumberError("身份证号码应为18位（旧证15位），前面全是数字")
    found = ID_CARD.fullmatch(number)
    old = len(number) == 15
    if not found or (found["check"] is None) != old:
        raise InvalidNumberError("身份证号码的最后一位应为数字或者X")
    if not PROVINCES.match(number):
        raise InvalidNumberError(f"身份证号码的前两位 {found['region'][:2]} 不是省级区划代码")
    born = birth_day(found["born"])
    if not old and check_character(number[:17]) != number[17]:
        raise InvalidNumberError("身份证号码的校验位不对，请核对是否抄错")
    sex: Literal["male", "female"] = "male" if int(found["serial"]) % 2 else "female"
    return IdCard(number, found["region"], born, sex, old)


def birth_day(digits: str) -> date:
    """`19491231` or, on old cards, `491231`."""
    full = digits if len(digits) == 8 else f"19{digits}"
    try:
        born = date(int(full[:4]), int(full[4:6]), int(full[6:]))
    except ValueError:
        born = date.min
    if born.year < EARLIEST_BIRTH:
        raise InvalidNumberError(f"身份证号码中的出生日期 {full} 不存在")
    return born


def is_id_card(text: str) -> bool:
    try:
        read_id_card(text)
    except InvalidNumberError:
        return False
    return True
