"""Numbers of lists as word processors and browsers write them; a library takes too long to load."""

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """一 … 九十九, and 一百 and more by their digits."""
    if number <= 0 or number > 99:
        return "".join(DIGITS[int(digit)] for digit in str(max(number, 0)))
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones or not tens else "")


def letter(number: int) -> str:
    """a … z, aa, bb …, as Word counts."""
    index, times = (number - 1) % 26, (number - 1) // 26 + 1
    return chr(ord("a") + index) * min(times, 9)


def roman(number: int) -> str:
    text = ""
    for value, sign in ROMAN:
        while number >= value and len(text) < 20:
            text += sign
            number -= value
    return text


ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def circled(number: int) -> str:
    """① … ⑳; beyond them the number itself."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)
