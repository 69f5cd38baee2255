"""What a cell says, as clerks write it. Every message tells how to write it, and never what stood
there: it may be personal."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation

from gongkai.reports.prose.chinese import numeral
from gongkai.web.ledgers.sheets.book import Value, shown

FIRST_SERIAL, LAST_SERIAL = 20_000, 80_000
"""Days since 1899-12-30 that can be meant: 1954 to 2119."""
EPOCH = date(1899, 12, 30)
CHINESE_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
TIME = r"(?:[T\s]\s*\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?"
FULL = re.compile(r"(\d{4}|\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?" + TIME)
PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})")
SHORT = re.compile(r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?")
CHINESE_DAY = re.compile(r"([〇○零一二三四五六七八九]{4})年(.{1,3})月(.{1,3})[日号]")
ABOUT = re.compile(
    r"^(?:约|近|大约|超过?|逾|将近)|(?:余|多|左右|以上)(?=[件次人个条篇场户份家组户]?$)"
)
UNIT = re.compile(r"[件次人个条篇场户份家组期项批]$")
AMOUNT = re.compile(r"([-+]?[\d,]+(?:\.\d+)?)\s*([万亿千百]?)")
TIMES = {"": 1, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
YES = {"是", "有", "已", "√", "✓", "Y", "YES", "1", "对", "已延期", "延期"}
NO = {"否", "无", "未", "×", "X", "N", "NO", "0", "-", "—", "/", "没有", "未延期", "不"}
NOTHING = {"", "-", "—", "——", "/", "\\", "无", "N/A", "#N/A", "空"}


class NotSoError(ValueError):
    """The cell does not say what the column wants; the message says how it is to be written."""


@dataclass(frozen=True)
class Amount:
    """A figure; `about` where it was written as 约, 余 or 近."""

    value: Decimal
    about: bool = False


def plain(value: Value) -> str:
    """The words of a cell: half-width, without line breaks and doubled blanks."""
    return " ".join(unicodedata.normalize("NFKC", shown(value)).split())


def nothing(value: Value) -> bool:
    """Whether the cell is empty or says so."""
    return plain(value).upper() in NOTHING


def day(value: Value, year: int | None = None) -> date:
    """A date: typed, a serial number, or written in any of the usual ways.

    `year` completes 3月5日 and the like.
    """
    match value:
        case datetime():
            return value.date()
        case date():
            return value
        case bool():
            raise NotSoError(_how(year))
        case int() | float():
            return _serial(value, year)
    words = plain(value).replace(" ", "") if ":" not in plain(value) else plain(value)
    return _written(words, year)


def _serial(value: float, year: int | None) -> date:
    if FIRST_SERIAL <= value <= LAST_SERIAL:
        return EPOCH + timedelta(days=int(value))
    return _written(str(int(value)), year)


def _written(words: str, year: int | None) -> date:
    if found := CHINESE_DAY.match(words):
        month, days = (int(numeral(found[part])) for part in (2, 3))
        return _day(int(found[1].translate(CHINESE_DIGITS)), month, days, year)
    if found := FULL.fullmatch(words) or PACKED.fullmatch(words):
        parts = [int(part) for part in found.groups()]
        return _day(parts[0] if parts[0] > 99 else 2000 + parts[0], *parts[1:], year)
    if year and (found := SHORT.fullmatch(words)):
        return _day(year, int(found[1]), int(found[2]), year)
    if re.fullmatch(r"\d{5}", words) and FIRST_SERIAL <= int(words) <= LAST_SERIAL:
        return EPOCH + timedelta(days=int(words))
    raise NotSoError(_how(year))


def _day(year: int, month: int, days: int, known: int | None) -> date:
    try:
        return date(year, month, days)
    except ValueError:
        raise NotSoError(_how(known)) from None


def _how(year: int | None) -> str:
    return f"应当是存在的日期，写到日，例如 {year or 2025}-03-05。"


def amount(value: Value) -> Amount:
    """A figure as written: 1,200、约1.2万、一百二十、85件."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Amount(Decimal(str(value)))
    words = plain(value).replace(" ", "").replace(",", "")
    about = bool(ABOUT.search(words))
    words = UNIT.sub("", ABOUT.sub("", UNIT.sub("", ABOUT.sub("", words))))
    found = AMOUNT.fullmatch(words)
    try:
        if found:
            return Amount(Decimal(found[1]) * TIMES[found[2]], about)
        return Amount(Decimal(str(numeral(words))), about)
    except (InvalidOperation, ValueError, KeyError):
        raise NotSoError("应当是数字，例如 12、1,200 或者 约1.2万。") from None


def whole(value: Value) -> int:
    """A number of things."""
    found = amount(value).value
    if found != found.to_integral_value() or found < 0:
        raise NotSoError("应当是整数，例如 12。")
    return int(found)


def yes(value: Value) -> bool:
    words = plain(value).upper().replace(" ", "")
    if words in YES:
        return True
    if words in NO or not words:
        return False
    raise NotSoError("请写“是”或者“否”。")
