"""What all numbers need: width and spaces made plain, weighted sums, the sum of Luhn."""

import re
import unicodedata
from collections.abc import Iterable


class InvalidNumberError(ValueError):
    """A number that cannot be right; the message is a Chinese sentence that says why."""


def plain_width(text: str) -> str:
    """Half-width capitals without blanks, visible or not: ` １１０１-05 ｘ` → `1101-05X`."""
    half = unicodedata.normalize("NFKC", text).upper()
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]", "", half)


def plain(text: str) -> str:
    """The same without dashes, which people type into long numbers: `110105X`."""
    return re.sub("[\u2010-\u2015\u2212-]", "", plain_width(text))


def weighted(values: Iterable[int], weights: Iterable[int]) -> int:
    """Sum of products; both must be of one length."""
    return sum(value * weight for value, weight in zip(values, weights, strict=True))


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the check digit of Luhn (ISO/IEC 7812-1)."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
