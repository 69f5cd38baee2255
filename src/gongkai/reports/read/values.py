"""What a cell shows: a number, a blank, a placeholder, words."""

import re
from functools import lru_cache
from typing import NamedTuple

from gongkai.reports.model.statement import Number, State
from gongkai.reports.read.normal import plain
from gongkai.statute.forms import Kind

_PLACEHOLDER = re.compile(r"[-—–－―─/／\\*＊·~～_]{1,6}|N/?A|n/?a")
_BRACKETED = r"(?:[((（][^()（）]*[))）])"
_NUMBER = re.compile(
    r"(?P<number>[+-]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?)"
    rf"\s*(?P<unit>万元|亿元|元|件|项|条|次|个|宗|份|人)?\s*(?P<words>{_BRACKETED}?)"
)
WORDS = frozenset({"无", "暂无", "没有", "零"})
"""Words that stand where a figure belongs; they are none."""

_LEADING = re.compile(r"[+-]?\d+(?:\.\d+)?")
MINUS = str.maketrans({"−": "-", "﹣": "-", "－": "-", "＋": "+", "\u00a0": " ", "\u3000": " "})


class Value(NamedTuple):
    """A cell read: the number or None, why it is no plain number, its unit, its text."""

    number: Number | None
    state: State | None = None
    printed: str = ""
    unit: str | None = None


MOST_DIGITS = 24
"""Signs and separators included: longer numbers are no figures of a report."""

BLANK = Value(None, State.BLANK)


def is_value(text: str) -> bool:
    """Whether a whole cell (or a chunk between blanks) stands where a figure belongs."""
    return bool(text) and (_shape(text) != "words" or text.strip() in WORDS)


@lru_cache(maxsize=4096)
def _shape(text: str) -> str:
    cell = plain(text).translate(MINUS).strip()
    if not cell:
        return "blank"
    if _PLACEHOLDER.fullmatch(cell):
        return "placeholder"
    return "number" if _NUMBER.fullmatch(cell) else "words"


@lru_cache(maxsize=4096)
def value(text: str, kind: Kind = "count") -> Value:
    """What the text of a cell of this kind shows."""
    cell = plain(text).translate(MINUS).strip()
    if not cell:
        return BLANK
    if _PLACEHOLDER.fullmatch(cell):
        return Value(None, State.PLACEHOLDER, text.strip())
    if (match := _NUMBER.fullmatch(cell)) is None:
        return _in_words(cell, text.strip(), kind)
    if len(match["number"]) > MOST_DIGITS:
        return Value(None, State.INVALID, text.strip()[:MOST_DIGITS])
    number = _number(match["number"])
    unit = match["unit"]
    if not _allowed(number, match["number"], kind):
        return Value(None, State.INVALID, text.strip())
    if match["words"] or (unit and (kind != "amount" or "元" not in unit)):
        return Value(number, State.WORDS, text.strip())
    return Value(number, None, text.strip(), unit)


def _in_words(cell: str, printed: str, kind: Kind) -> Value:
    """A number with words beside it is taken; words alone are no figure."""
    match = _LEADING.match(cell)
    if match and len(match[0]) <= MOST_DIGITS and not cell[match.end() :].lstrip()[:1].isdigit():
        number = _number(match[0])
        if _allowed(number, match[0], kind) and cell[match.end() : match.end() + 1] not in ".-/年%":
            return Value(number, State.WORDS, printed)
    return Value(None, State.INVALID, printed)


def _number(text: str) -> Number:
    digits = text.replace(",", "").replace("，", "")
    return float(digits) if "." in digits else int(digits)


def _allowed(number: Number, printed: str, kind: Kind) -> bool:
    if kind == "change":
        return "." not in printed
    if number < 0:
        return False
    return kind == "amount" or "." not in printed
