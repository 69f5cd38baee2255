"""Numbers in prose told apart: quantities and percentages count; dates, names and articles do not.

Works on the `plain` text of `gongkai.reports.prose.text`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from gongkai.reports.prose.chinese import numeral


class Kind(StrEnum):
    """What a number is."""

    QUANTITY = "quantity"
    PERCENT = "percent"
    POINTS = "points"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that counts something.

    `value` in the unit `unit` (money in 元; a percentage as printed); `step` is the size of the
    last digit printed (1 for 12, 0.1 for 63.2, 10000 for 3万). `vague`: 近, 余, 约, a range.
    `start` and `end` enclose number and unit (and a bracket that stands between them).
    """

    value: float
    unit: str
    start: int
    end: int
    kind: Kind = Kind.QUANTITY
    step: float = 1
    vague: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Year:
    """A year named in the text: `2021年`, the first and last of `2021-2023年`, 0 where unsaid.

    `day`: the month and the day (0 where unsaid) that stand with it.
    """

    first: int
    last: int
    start: int
    end: int
    day: tuple[int, int] | None = None


UNITS = (
    "万元|亿元|元|件次|人次|场次|批次|件|条|次|人|篇|场|个|份|期|起|例|宗|项|批|户|家|名|部|幅"
    "|册|页|类"
    "|种|处|座|台|辆|小时|分钟|天|日|岁|年|月|周|字|级|倍|位|平方米|公里|组|款|轮|则|集|宗次"
    "|单|封|卷|本|辑"
    "|套|支|分|站"
)
COUNTED = frozenset(
    [
        "件",
        "条",
        "次",
        "人",
        "篇",
        "场",
        "个",
        "份",
        "期",
        "起",
        "例",
        "宗",
        "项",
        "批",
        "户",
        "家",
        "名",
        "部",
        "则",
        "集",
        "单",
        "封",
        "件次",
        "人次",
    ]
)
MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}
SCALES |= {"千万": 10_000_000, "亿": 100_000_000, "万亿": 10**12}
DIGITS = {d: str(i) for i, d in enumerate("零一二三四五六七八九")}

TOKEN = re.compile(
    r"(?=[\d〔\[【（第百A-Za-z一二两三四五六七八九十千万零])(?:"
    r"(?P<document>[〔\[【（](?:19|20)\d\d[〕\]】）]第?\d+号)"
    r"|(?P<phone>(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d))"
    r"|(?P<span>(?<!\d)(?P<first>(?:19|20)\d\d)年?度?(?:-+|至|到)"
    r"(?P<last>(?:19|20)\d\d)(?:年度?|(?!\d)))"
    r"|(?P<date>(?<!\d)(?P<y>(?:19|20)\d\d)[年./-](?P<m>1[0-2]|0?[1-9])(?:月份?|[-./])"
    r"(?:(?P<d>3[01]|[12]\d|0?[1-9])日?)?)"
    r"|(?P<year>(?<!\d)(?:(?P<yy>(?:19|20)\d\d)"
    r"|(?P<cy>[一二][零九][零一二三四五六七八九]{2}))年度?)"
    r"|(?P<months>(?<!\d)(?:1[0-2]|[1-9])月?(?:-|至|到)(?:1[0-2]|[1-9])月份?"
    r"|(?<!\d)(?P<m2>1[0-2]|0?[1-9])月(?:(?P<d2>3[01]|[12]\d|0?[1-9])日|份|底|初)?)"
    r"|(?P<ordinal>第[\d零一二三四五六七八九十百千]+)"
    r"|(?P<code>\d+号|[A-Za-z]+\d+|\d+[A-Za-z]+|\d{1,2}：\d\d"
    r"|(?<!\d)(?:12345|12315|12348|12388|12369|110|119|120|122)(?=[市政热便平投、（）和及等□]))"
    r"|百分之(?P<parts>[零一二三四五六七八九十百点]+)"
    r"|(?P<share>(?P<p>\d+(?:\.\d+)?)(?P<sign>%|‰|个?百分点))"
    r"|(?P<range>\d+(?:\.\d+)?(?:-|至|到)(?P<upper>\d+(?:\.\d+)?)(?P<ru>" + UNITS + r"))"
    r"|(?P<number>(?P<n>\d+(?:,\d{3})*(?:\.\d+)?)(?P<more>余|多)?"
    r"(?P<scale>万亿|百万|千万|十万|亿|万|千|百)?(?P<more2>余|多)?(?P<u>" + UNITS + r")?)"
    r"|(?P<chinese>(?P<c>[零一二两三四五六七八九十百千万]{1,12})(?P<cmore>余|多)?"
    r"(?P<cu>件次|人次|件|条|次|篇|场|份|期|起|例|宗|项|封|户)))"
)
BEFORE = re.compile(r"(?:近|约|超过?|逾|多达|不足|不到|突破|至少|大概)$")
AFTER = re.compile(r"左右|以上|上下|以内|以下|余|多")
SET_PHRASE = re.compile(
    r"一(?:件事|次办|次性|项项|条龙|件件|次一|条条|场场|份份|篇篇|次又|起[^，。、；]|件一|条一)"
)


def numbers(plain: str) -> tuple[list[Quantity], list[Year]]:
    """The quantities and the years of a text, each in order."""
    quantities: list[Quantity] = []
    years: list[Year] = []
    for match in TOKEN.finditer(plain):
        read = READERS.get(match.lastgroup or "")
        found = read(match, plain) if read else None
        if isinstance(found, Quantity):
            quantities.append(found)
        elif found is not None:
            years.append(found)
    return quantities, years


def counts(quantity: Quantity) -> bool:
    """Whether it counts things one by one (件, 条, 次 …), or has no unit at all."""
    return quantity.kind is Kind.QUANTITY and (not quantity.unit or quantity.unit in COUNTED)


def _number(match: re.Match[str], plain: str) -> Quantity | None:
    """An Arabic number with its scale and unit: `3.2万元`, `近420条`, `4502（…）人`."""
    digits, unit, end = match["n"].replace(",", ""), match["u"] or "", match.end()
    if not unit and (len(digits) > 6 or (plain[end : end + 1].isascii() and plain[end : end + 1])):
        return None
    if not unit and plain.startswith("（", end):
        unit, end = _unit_behind_bracket(plain, end)
    factor = SCALES[match["scale"] or ""] * MONEY.get(unit, 1)
    vague = bool(match["more"] or match["more2"] or _is_vague(plain, match.start(), end))
    decimals = len(digits.partition(".")[2])
    return Quantity(
        value=_round(float(digits) * factor),
        unit="元" if unit in MONEY else unit,
        start=match.start(),
        end=end,
        step=factor / 10**decimals,
        vague=vague,
        printed=match[0] if end == match.end() else match[0] + unit,
    )


def _unit_behind_bracket(plain: str, at: int) -> tuple[str, int]:
    close = plain.find("）", at) + 1
    unit = UNIT.match(plain, close) if close else None
    return (unit[0], unit.end()) if unit else ("", at)


def _chinese(match: re.Match[str], plain: str) -> Quantity | None:
    """A number in Chinese numerals with a unit: `二十三件`; set phrases (一件事) are none."""
    if SET_PHRASE.match(plain, match.start()) or plain[
        max(0, match.start() - 1) : match.start()
    ] in {"第", "同"}:
        return None
    try:
        value = numeral(match["c"])
    except ValueError:
        return None
    vague = bool(match["cmore"]) or _is_vague(plain, match.start(), match.end())
    return Quantity(value, match["cu"], *match.span(), vague=vague, printed=match[0])


def _range(match: re.Match[str], _plain: str) -> Quantity:
    """`3-5件`: the upper end, vague."""
    value = float(match["upper"])
    return Quantity(value, match["ru"], *match.span(), vague=True, printed=match[0])


def _share(match: re.Match[str], plain: str) -> Quantity:
    digits, sign = match["p"], match["sign"]
    return Quantity(
        value=float(digits) / (10 if sign == "‰" else 1),
        unit="%" if sign in "%‰" else "百分点",
        start=match.start(),
        end=match.end(),
        kind=Kind.PERCENT if sign in "%‰" else Kind.POINTS,
        step=10.0 ** -len(digits.partition(".")[2]) / (10 if sign == "‰" else 1),
        vague=_is_vague(plain, match.start(), match.end()),
        printed=match[0],
    )


def _parts(match: re.Match[str], plain: str) -> Quantity | None:
    """`百分之十二点五`."""
    try:
        value = numeral(match["parts"])
    except ValueError:
        return None
    decimals = len(match["parts"].partition("点")[2])
    vague = _is_vague(plain, match.start(), match.end())
    span = match.span()
    return Quantity(value, "%", *span, Kind.PERCENT, 10.0**-decimals, vague, printed=match[0])


def _is_vague(plain: str, start: int, end: int) -> bool:
    return bool(BEFORE.search(plain, max(0, start - 3), start) or AFTER.match(plain, end))


def _round(value: float) -> float:
    """Without the dust of binary fractions."""
    return round(value, 6)


def _year(match: re.Match[str], _plain: str) -> Year:
    digits = match["yy"] or "".join(DIGITS[digit] for digit in match["cy"])
    return Year(int(digits), int(digits), *match.span())


def _span(match: re.Match[str], _plain: str) -> Year:
    return Year(int(match["first"]), int(match["last"]), *match.span())


def _date(match: re.Match[str], _plain: str) -> Year:
    day = (int(match["m"]), int(match["d"] or 0))
    return Year(int(match["y"]), int(match["y"]), *match.span(), day=day)


def _months(match: re.Match[str], _plain: str) -> Year:
    """Months or a day without a year: the year is 0."""
    day = (int(match["m2"]), int(match["d2"] or 0)) if match["m2"] else (0, 0)
    return Year(0, 0, *match.span(), day=day)


UNIT = re.compile(UNITS)
READERS: dict[str, Callable[[re.Match[str], str], Quantity | Year | None]] = {
    "number": _number,
    "chinese": _chinese,
    "range": _range,
    "share": _share,
    "parts": _parts,
    "year": _year,
    "span": _span,
    "date": _date,
    "months": _months,
}
