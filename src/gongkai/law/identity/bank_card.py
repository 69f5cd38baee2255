"""Bank card numbers: 13 to 19 digits with the check digit of Luhn."""

import re

from gongkai.law.identity.digits import luhn_holds, plain

BANK_CARD = re.compile(r"[1-9]\d{12,18}")


def is_bank_card(text: str) -> bool:
    """Whether the text can be a bank card number; one in ten random numbers can, too."""
    number = plain(text)
    return bool(number.isascii() and BANK_CARD.fullmatch(number)) and luhn_holds(number)
