"""Section titles: which lines are headings of the report, in all the variants in use."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gongkai.reports.model.statement import SectionKey
from gongkai.reports.read.normal import squeezed

_TITLES: tuple[tuple[SectionKey, str], ...] = (
    ("overview", r"(?:政府信息公开)?(?:工作)?(?:总体|基本)(?:情况|概况)(?:介绍|概述)?"),
    ("overview", r"(?:政府信息公开)?(?:工作)?(?:概述|概况|总体概述)"),
    ("proactive", r"(?:行政机关|政府信息)?主动公开(?:政府信息|信息)?(?:的|工作)?(?:的)?情况"),
    ("requests", r"收到和处理(?:的)?(?:政府)?信息公开申请(?:的|办理)?情况"),
    ("requests", r"(?:政府)?信息公开申请(?:的)?(?:收到和处理|办理|处理)?(?:的)?情况"),
    ("requests", r"(?:政府信息|收到和处理)?依申请公开(?:政府信息)?(?:工作)?(?:办理)?(?:的)?情况"),
    (
        "remedies",
        (
            r"(?:因)?(?:政府)?信息公开(?:工作)?(?:申请|被申请|被提起|引起的|相关)?(?:的)?行政(?:法)?复议"
            r"[、,和及与]?(?:被?提起)?(?:行政)?诉讼(?:的)?情况"
        ),
    ),
    ("remedies", r"行政复议[、,和及与](?:提起)?(?:行政)?诉讼(?:的)?情况"),
    (
        "problems",
        (
            r"(?:政府信息公开)?(?:工作)?(?:中)?(?:(?:存在|面临)(?:的)?(?:主要)?|主要)(?:问题|困难|不足)"
            r"(?:与不足|和不足)?(?:、|,|和|及其?|以及|与)?(?:改进|整改)?(?:的)?(?:情况|措施|举措|方向|打算)?"
            r"(?:及改进情况)?"
        ),
    ),
    ("other", r"(?:其他|其它)(?:需要|需|应当)?(?:报告|说明|公开){0,2}(?:的)?(?:事项|情况|内容)"),
)
_NOTE = r"(?:[((][^()]{2,40}[))])?"
_KNOWN = tuple((key, re.compile(rf"(?:{title}){_NOTE}")) for key, title in _TITLES)
_ANY_TITLE = "|".join(f"(?:{title})" for _, title in _TITLES)
_LEADING = re.compile(r"^[#*>\s]*(?:\*\*)?")
_NUMBERED = re.compile(
    r"^第?([一二三四五六七八九十]{1,3})(?:部分)?[、.．,，:：](?=\S)|^第([一二三四五六七八九十]{1,2})部分"
)
_INSIDE = re.compile(
    rf"(?<![《“第（(、，,;；和及一二三四五六七八九十])"
    rf"(?=[一二三四五六七]、\s*(?:{_ANY_TITLE})(?![、，,;；]))"
    r"|(?=第二十条\s*第\s*[（(]一[）)]\s*项\s*信息内容)"
    r"|(?=[（(]\s*本列数据的勾稽关系)"
    r"|(?=行政复议\s*行政诉讼\s*结果\s*维持)"
)
_ITEM = re.compile(r"(?<=[。：:])\s*(?=[（(][一二三四五六七八九十]{1,2}[）)])")
_TITLE_WORD = re.compile(r"[一二三四五六]、.{0,30}(?:情况|事项|概)")
_GLUED = 300
"""Characters: no line of a report with line ends is longer and still holds several items."""

_AFTER_TABLE = re.compile(r"结转下年度继续办理\s*\d[\d\s]*(?![件其])(?=[一-鿿])")
_TABLE_LABEL = re.compile(r"新收|上年(?:度)?结转|本年度?办理结果|结转下(?:一)?年")
_ENDS = "。；;，,、！？!?：:"


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading: its key where the title is known, number and title as printed."""

    key: SectionKey | None
    number: str | None
    title: str
    rest: str = ""


@lru_cache(maxsize=2048)
def heading(line: str, level: int | None = None) -> Heading | None:
    """The heading that a line is (or begins with, where body text is glued to it)."""
    if len(line) > 120 and not any(word in line[:60] for word in ("情况", "事项", "概述")):
        return None
    text = _LEADING.sub("", line).strip().rstrip("*").strip()
    match = _NUMBERED.match(_joined(text))
    bare = _joined(text)
    if _TABLE_LABEL.search(bare[:24]) and not bare.startswith(("收到", "三、收到")):
        return None
    if match is None:
        return _unnumbered(text, bare, line, level)
    number, title = match[1] or match[2], bare[match.end() :].lstrip("、.:：")
    return _known(number, title, text) or _other(number, title)


def _known(number: str | None, title: str, text: str) -> Heading | None:
    plain_title = squeezed(title)
    best: tuple[int, SectionKey] | None = None
    for key, pattern in _KNOWN:
        found = pattern.match(plain_title)
        if found and (best is None or found.end() > best[0]):
            best = (found.end(), key)
    if best is None:
        return None
    length, key = best
    if plain_title[length : length + 1] and plain_title[length] in "、，,;；和及是中方":
        return None
    if length >= len(title):
        return Heading(key, number, title)
    rest = _after(text, title[:length])
    if len(rest) <= 6 and not rest.endswith("。"):
        return Heading(key, number, title)
    return Heading(key, number, title[:length], rest)


def _other(number: str, title: str) -> Heading | None:
    """A numbered heading with a title of its own: short, no sentence."""
    if not 2 <= len(title) <= 30 or title[-1] in _ENDS or "。" in title or "，" in title:
        return None
    return Heading(None, number, title)


def _unnumbered(text: str, bare: str, line: str, level: int | None) -> Heading | None:
    known = _known(None, bare, text)
    marked = level is not None or line.lstrip().startswith("#")
    if known and not known.rest and (marked or len(bare) >= 8 or known.key == "overview"):
        return known if bare[-1:] not in _ENDS else None
    return None


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _after(text: str, title: str) -> str:
    """What follows the title in the printed text, blanks between its characters skipped."""
    start = text.find(title[0])
    for start in (m.start() for m in re.finditer(re.escape(title[0]), text)):
        at, done = start, 0
        while at < len(text) and done < len(title):
            if text[at].isspace():
                at += 1
            elif text[at] == title[done]:
                at, done = at + 1, done + 1
            else:
                break
        if done == len(title):
            return text[at:].strip()
    return ""


def divided(text: str) -> list[str]:
    """A line cut where line ends were lost: before headings and tables, after headings."""
    parts = [text]
    if len(text) >= 60 or (len(text) >= 16 and _TITLE_WORD.search(text, 8)):
        cuts = [match.start() for match in _INSIDE.finditer(text) if match.start()]
        cuts.extend(match.end() for match in _AFTER_TABLE.finditer(text))
        if len(text) >= _GLUED:
            cuts.extend(match.end() for match in _ITEM.finditer(text))
        cuts = sorted(set(cuts))
        parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return [piece for part in parts for piece in _off_heading(part)]


def _off_heading(part: str) -> list[str]:
    found = heading(part)
    if found is None or not found.rest:
        return [part]
    end = part.rindex(found.rest)
    return [part[:end], part[end:]]
