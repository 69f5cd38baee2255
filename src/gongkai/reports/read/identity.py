"""Whose report, for which year: told from title, signature and prose."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from gongkai.reports.model.statement import BodyKind, Scope
from gongkai.reports.read.normal import plain

_DIGITS = str.maketrans("〇○零一二三四五六七八九ОO", "000123456789" + "00")
_CHINESE_YEAR = r"[二2][〇○零Oo0О][一二三四五六七八九〇○零\d]{2}"
_YEAR = re.compile(rf"(20[0-4]\d|{_CHINESE_YEAR})\s*年")
_PERIOD = re.compile(
    r"(?:统计|数据|所列|起止).{0,16}?(?:期限|周期|时限|时间|期间|为|自|从|截至|截止).{0,12}?(20\d\d)\s*年"
)
_OPENING = re.compile(
    rf"(?:[(（]?[一二三四五六七八九十\d]{{1,2}}[)）、.][^。]{{0,25}}[。:：]?)?\s*(20[0-4]\d|{_CHINESE_YEAR})\s*年度?\s*[,，]"
)
"""2023年，我局…: a paragraph (or what follows its item's title) that begins with the year."""

_TITLED = re.compile(
    r"(?:政府信息(?:与|和)?政务公开|政府信息公开|政务信息公开|政务公开|信息公开|信息主动公开).*$"
)
_IN_TITLE_YEAR = re.compile(rf"[(（]?(?:20[0-4]\d|{_CHINESE_YEAR})年?(?:年度|度)?[)）]?")
_DATE = re.compile(
    r"(?P<y>20\d\d|[二2][〇○零Oo0О][一二三四五六七八九〇○零\d]{2})\s*[年./-]\s*"
    r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})\s*[月./-]\s*"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?"
)

KINDS: tuple[tuple[BodyKind, str], ...] = (
    ("enterprise", r"(?:公司|集团|银行|自来水厂|厂)$"),
    ("street", r"(?:街道|街道办事处|街道办|街)$"),
    ("township", r"(?:镇|乡|苏木|镇人民政府|乡人民政府|镇政府|乡政府|苏木政府)$"),
    (
        "department",
        r"(?:局|委|委员会|办公室|办公厅|办|厅|部|署|司|检察院|法院|支队|大队|总队|执法队|科委|发改委|联社|联合会|总工会)$",
    ),
    ("government", r"(?:人民政府|市政府|区政府|县政府|省政府|管委会|管理委员会)$"),
    ("government", r"(?:省|市|县|区|旗|自治州|自治区|盟|新区|实验区|示范区|开发区)$"),
    ("institution", r"(?:中心|站|所|馆|院|园|学校|大学|学院|中学|小学|幼儿园|医院|服务队|总站)$"),
)
_GOVERNMENT_FIRST = re.compile(r"(?:管委会|管理委员会)$")
_AREA = re.compile(
    r"汇总|全区|全市|全县|全省|全州|全旗|全盟|各级行政机关|各有关单位|各部门|各镇|各街道|各乡镇|区直|市直|县直"
)


def body_of_title(title: str) -> str | None:
    """The body that a title names: what stands beside year and 政府信息公开…报告."""
    text = _squeeze(title)
    name = _IN_TITLE_YEAR.sub("", _TITLED.sub("", text))
    name = re.sub(r"^关于|(?:关于|的|本级|工作)$", "", name).strip("-—_:：·《》〈〉“”\"'")
    return _as_printed(name, title) or None


def _as_printed(name: str, title: str) -> str:
    """A name out of a levelled title as the title prints it: with its own brackets."""
    printed = re.sub(r"\s+", "", title)
    levelled = _squeeze(title)
    at = levelled.find(name)
    same = len(printed) == len(levelled) and at >= 0
    return printed[at : at + len(name)] if same else name


def year_of_title(title: str) -> int | None:
    match = _YEAR.search(plain(title)) or re.search(r"(20[0-4]\d)", plain(title))
    return _year(match[1]) if match else None


def year_of_prose(texts: Iterable[str]) -> int | None:
    """The year of the statistics where it is told, else the one that paragraphs begin with.

    A year that is only mentioned (a comparison, an earlier plan) is none.
    """
    openings: Counter[int] = Counter()
    for text in texts:
        line = plain(text)
        if match := _PERIOD.search(line):
            return _year(match[1])
        if match := _OPENING.match(line):
            openings[_year(match[1])] += 1
    best = openings.most_common(2)
    if not best or best[0][1] < 2 or (len(best) > 1 and best[1][1] * 2 > best[0][1]):
        return None
    return best[0][0]


def kind_of_body(name: str | None) -> BodyKind | None:
    if not name:
        return None
    if _GOVERNMENT_FIRST.search(name):
        return "government"
    return next((kind for kind, pattern in KINDS if re.search(pattern, name)), None)


def scope_of(kind: BodyKind | None, text: str) -> Scope | None:
    """Whether a government tells of its whole area; every other body reports for itself."""
    if kind is None:
        return None
    if kind != "government":
        return "own"
    return "area" if _AREA.search(text) else None


def date_in(text: str) -> date | None:
    """The first date of a text."""
    match = _DATE.search(plain(text))
    if match is None:
        return None
    try:
        return date(_year(match["y"]), _small(match["m"]), _small(match["d"]))
    except ValueError:
        return None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else."""
    return bool(_DATE.fullmatch(plain(text).strip())) and date_in(text) is not None


def without_date(text: str) -> str:
    """A line without the date at its end."""
    found = list(_DATE.finditer(plain(text)))
    return plain(text)[: found[-1].start()].strip() if found else text


def _year(text: str) -> int:
    return int(text.translate(_DIGITS))


def _small(text: str) -> int:
    """A month or day in digits or characters: 12, 十二, 二十一."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    number = ones.translate(_DIGITS) or "0"
    return (int(tens.translate(_DIGITS) or "1") * 10 if ten else int(tens.translate(_DIGITS))) + (
        int(number) if ten else 0
    )


def _squeeze(text: str) -> str:
    return re.sub(r"\s+", "", plain(text))
