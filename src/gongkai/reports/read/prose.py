"""The prose of a report: title, preamble, sections, signature, annexes; tables left out."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from gongkai.reports.model.document import Place
from gongkai.reports.model.report import Passage
from gongkai.reports.model.statement import Annex, Section
from gongkai.reports.read.identity import (
    body_of_title,
    date_in,
    is_date,
    without_date,
    year_of_title,
)
from gongkai.reports.read.normal import squeezed
from gongkai.reports.read.paragraphs import Wrapping, passages, wrapping
from gongkai.reports.read.regions import Regions
from gongkai.reports.read.sections import LEADER, Part, headings_of, key_of
from gongkai.reports.read.strips import Strip

_FURNITURE = re.compile(
    r"(?:附件下载|打印(?:本页)?|关闭(?:窗口|本页)?|返回顶部|【.{1,8}】|\[.{1,6}\]|分享(?:到|至)?.{0,12}|扫一扫.*|上一篇.*|下一篇.*"
    r"|相关(?:链接|新闻|文档|附件|信息)[:：]?.*|版权所有.*|主办(?:单位)?[:：].*|承办(?:单位)?[:：].*|网站地图.*|联系我们.*|.*ICP备.*"
    r"|.*公网安备.*|.*网站标识码.*|(?:微信|微博|QQ空间|全真版|文字版|文件下载|收藏|字体|字号|大|中|小|纠错|首页|正文|无障碍|[|>》\s])+"
    r"|目\s*录|={5,}.*|-{5,}|\*{5,}|-->|<!--.*|责任编辑.*|编辑[:：].*|浏览(?:次数|量)?[:：].*|(?:当前|您的|所在)位置[:：]?.*)"
)
_META = re.compile(
    r"(?P<key>标题|题名|名称|信息名称|发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|时间|日期|文号|发文字号|发布机构"
    r"|发文机关|公开机构|栏目|原文链接|来源|信息来源|索引号|作者|浏览次数|点击数|访问量|字体|主题分类|主题词|公开方式|公开范围|公文时效"
    r"|有效性|体裁分类|本地目录|页面链接)\s*[:：](?P<value>.*)"
)
_BODY_MARK = re.compile(r"[=\-—*#【\[\s]*正\s*文[=\-—*#】\]\s:：]*")
_TAIL = re.compile(r"(?:\s+(?:附件下载|打印本页|关闭窗口|打印|关闭|返回顶部))+\s*$")
_NAVIGATION = re.compile(
    r"^(?:当前位置|您(?:现在)?(?:所在)?的?位置|首页).*?"
    r"(?=(?:根据|按照|依据|为贯彻|为进一步|为全面|本报告|本年度报告|现将|现根据|20\d\d\s*年[，,]))",
    re.DOTALL,
)
_TITLE = re.compile(
    r".{0,60}(?:政府信息与?政务公开|政府信息公开|政务信息公开|政务公开|信息公开|信息主动公开).{0,20}(?:报告|年报)"
    r"(?:[（(].{1,20}[)）])?"
)
_NOT_A_TITLE = re.compile(r"[。；;！？]|^(?:根据|按照|依据|本报告|现将|现|为)|格式模板|的通知")
_ANNEX = re.compile(
    r"附\s*[件表录注]?\s*[\d一二三四五]*\s*[:：]|附件\s*\d*$|附[件表录]\s*[\d一二三四五]"
)
_FORM_NAME = re.compile(r".{2,28}(?:登记表|统计表|一览表|情况表|汇总表|名单|附表)")
_OTHER_NAME = re.compile(r"[（(][^（()）]+[)）]$")
"""A second name in brackets: 市场监督管理局（知识产权局）."""
_GLUED_SIGNATURE = re.compile(
    r"(.*[。！；])\s*([^。，；！《》]{2,40}?\s*20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)",
    re.DOTALL,
)
_SIGNING = re.compile(
    r".{2,}(?:局|委|委员会|办公室|办公厅|办|厅|部|署|政府|中心|街道|办事处|镇|乡|院|所|站|队|馆|公司|集团|管委会|协会|联合会"
    r"|学校|大学|学院|社|会|区|市|县)"
)


@dataclass(slots=True)
class Prose:
    """What a report holds beside its tables."""

    title: str | None = None
    signature: str | None = None
    issued_on: date | None = None
    published_on: date | None = None
    sections: list[Section] = field(default_factory=list)
    annexes: list[Annex] = field(default_factory=list)
    passages: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def preamble(self) -> str:
        return "\n".join(passage.text for passage in self.passages.get("preamble", ()))


def read_prose(strips: Sequence[Strip], regions: Regions, titled: str | None) -> Prose:
    """The prose of the strips that no table took. `titled` is what the container says it is."""
    prose = Prose()
    headings = headings_of(strips, regions.taken)
    running = _running_heads(strips)
    before: list[Strip] = []
    parts: list[Part] = []
    starts = {regions.starts[name]: name for name in regions.starts}
    for index, strip in enumerate(strips):
        if index in starts and parts:
            parts[-1].table = parts[-1].table or starts[index]
        if index in headings:
            parts.append(Part(headings[index], strip.place))
        elif index not in regions.taken and strip.words not in running:
            (parts[-1].strips if parts else before).append(strip)
    wrap = wrapping(s for s in [*before, *(s for p in parts for s in p.strips)] if not s.celled)
    before = _titled(prose, before, titled)
    tail = parts[-1].strips if parts else before
    annex = _ending(prose, tail)
    _write(prose, "preamble", before, wrap)
    for number, part in enumerate(parts):
        text = _write(prose, f"sections.{number}", part.strips, wrap)
        prose.places[f"sections.{number}"] = part.place
        found = part.heading
        key = key_of(parts, number)
        prose.sections.append(Section(key, found.number, found.title, text))
    if annex:
        _annex(prose, annex)
    return prose


def _running_heads(strips: Sequence[Strip]) -> set[str]:
    """Short lines that come back on several pages: heads and feet of the pages."""
    pages: dict[str, set[int]] = {}
    for strip in strips:
        if strip.place.page and not strip.celled and 0 < len(strip.words) <= 30:
            pages.setdefault(strip.words, set()).add(strip.place.page)
    counts = Counter({words: len(seen) for words, seen in pages.items()})
    return {words for words, count in counts.items() if count >= 3}


def _titled(prose: Prose, before: list[Strip], titled: str | None) -> list[Strip]:
    """Title and publication date out of the strips before section one; the rest is preamble."""
    meta, kept = _metadata(prose, before)
    mark = next((i for i, strip in enumerate(kept) if _BODY_MARK.fullmatch(strip.text.strip())), -1)
    kept = kept[mark + 1 :]
    span, title = _best_title(kept)
    if span:
        prose.places["title"] = kept[span[0]].place
    for other in (meta, titled):
        if other and (title is None or (not body_of_title(title) and body_of_title(other))):
            named = re.split(r"[_|]|-{1,2}(?=[^-]{2,20}$)", other.strip())[0].strip()
            title = named if _TITLE.fullmatch(_joined(named)) else title
    prose.title = _joined(title) if title else None
    rest = kept[span[1] :] if span else kept
    rest = [s for s in rest if not title or s.words != _words_of(title)]
    return _preamble(prose, rest)


def _metadata(prose: Prose, before: list[Strip]) -> tuple[str | None, list[Strip]]:
    """Lines like 发布时间: … at the head of a page are no prose."""
    title: str | None = None
    kept = []
    for strip in before:
        text = strip.text.strip()
        found = _META.match(text)
        if found is None or len(text) > 160:
            kept.append(strip)
            continue
        key, value = found["key"], found["value"].strip()
        if key in {"标题", "题名", "名称", "信息名称"}:
            title = title or value
        _published(prose, text)
    return title, kept


def _published(prose: Prose, text: str) -> None:
    match = re.search(r"(?:发布|时间|日期)[^:：]{0,4}[:：]?\s*(20\d\d.{0,12})", text)
    if match and prose.published_on is None:
        prose.published_on = date_in(match[1])


def _best_title(strips: list[Strip]) -> tuple[tuple[int, int] | None, str | None]:
    """The lines (one to four) that together read as a report's title."""
    best: tuple[float, tuple[int, int], str] | None = None
    for start in range(min(len(strips), 60)):
        lines: list[str] = []
        for strip in strips[start : start + 4]:
            text = strip.text.strip().lstrip("#* ").rstrip("* ")
            if strip.celled or len(text) > 70 or _NOT_A_TITLE.search(text):
                break
            lines.append(text)
            joined = squeezed("".join(lines))
            if not _TITLE.fullmatch(joined):
                continue
            score = 4.0 * bool(body_of_title(joined)) + 2.0 * bool(year_of_title(joined))
            score -= 0.1 * len(lines) + 0.01 * start + 1.0 * joined.startswith(("（", "("))
            if best is None or score > best[0]:
                best = (score, (start, start + len(lines)), "".join(lines))
    return (best[1], best[2]) if best else (None, None)


def _preamble(prose: Prose, strips: list[Strip]) -> list[Strip]:
    """The strips of the preamble: navigation, dates of publication and sources left out."""
    kept: list[Strip] = []
    for strip in strips:
        text = strip.text.strip()
        cut = _NAVIGATION.sub("", text)
        if cut != text:
            _published(prose, text[: len(text) - len(cut)])
            kept.append(Strip(cut, strip.place, gap=strip.gap))
            continue
        if LEADER.search(text) or (len(text) < 120 and _FURNITURE.fullmatch(text)):
            _published(prose, text)
            continue
        if not kept and _is_page_head(text):
            _published(prose, text)
            continue
        kept.append(strip)
    return kept


def _is_page_head(text: str) -> bool:
    """A date or a few words between title and text: source, body, publication."""
    if len(text) < 45 and date_in(text) and not re.search(r"[。；《]", text):
        return True
    return len(text) < 22 and not re.search(r"[。，,；：《》“”]", text)


def _ending(prose: Prose, tail: list[Strip]) -> list[Strip]:
    """Take signature, date and annexes off the last part; gives the annexes' strips."""
    while tail and _FURNITURE.fullmatch(tail[-1].text.strip()):
        tail.pop()
    if tail and (cut := _TAIL.sub("", tail[-1].text)) != tail[-1].text:
        tail[-1] = Strip(cut, tail[-1].place, gap=tail[-1].gap)
    _cut_signature(tail)
    signed = next((i for i in range(len(tail) - 1, -1, -1) if _dated(tail[i])), None)
    if signed is not None:
        annex = tail[signed + 1 :]
        _sign(prose, tail, signed)
        return annex
    start = _annex_start(tail)
    annex = tail[start:]
    del tail[start:]
    if tail and _signs(tail[-1]) and len(tail) > 1:
        prose.signature = _joined(tail[-1].text)
        prose.places["signature"] = tail.pop().place
    return annex


def _cut_signature(tail: list[Strip]) -> None:
    """Signature and date glued to the last sentence become a line of their own."""
    for index in range(len(tail) - 1, max(-1, len(tail) - 4), -1):
        strip = tail[index]
        match = _GLUED_SIGNATURE.fullmatch(strip.text.strip())
        if match and not strip.celled:
            parts = [Strip(text, strip.place) for text in (match[1], match[2])]
            tail[index : index + 1] = parts
            return


def _dated(strip: Strip) -> bool:
    text = strip.text.strip()
    if strip.celled or not text:
        return False
    if is_date(text):
        return True
    rest = without_date(text)
    return (
        len(text) < 50
        and rest != text
        and bool(_SIGNING.fullmatch(_joined(rest)))
        and "，" not in rest
    )


def _signs(strip: Strip) -> bool:
    text = strip.text.strip()
    return (
        not strip.celled
        and len(text) <= 40
        and bool(_SIGNING.fullmatch(_OTHER_NAME.sub("", _joined(text))))
        and not re.search(r"[。，,；;：:、]|^[（(一二三四五六七八九十\d]", text)
    )


def _sign(prose: Prose, tail: list[Strip], at: int) -> None:
    """The date at `at`, the signature in the same line, before it, or (rarely) after it."""
    strip = tail[at]
    prose.issued_on = date_in(strip.text)
    prose.places["issued_on"] = strip.place
    rest = without_date(strip.text.strip()) if not is_date(strip.text) else ""
    start = at
    if rest:
        prose.signature = _joined(rest)
        prose.places["signature"] = strip.place
    elif at and _signs(tail[at - 1]):
        start = at - 1
        prose.signature = _joined(tail[start].text)
        prose.places["signature"] = tail[start].place
    del tail[start:]


def _annex_start(tail: list[Strip]) -> int:
    """Where an annex begins in a part without signature: its title, or the lines over a table."""
    for index, strip in enumerate(tail):
        text = strip.text.strip()
        if strip.celled and _cells_only(strip):
            start = index
            while start and not re.search(r"[。；]$", tail[start - 1].text.strip()):
                start -= 1
            return start
        if not strip.celled and (_ANNEX.match(text) or _FORM_NAME.fullmatch(_joined(text))):
            return index
    return len(tail)


def _cells_only(strip: Strip) -> bool:
    return "。" not in strip.text and sum(bool(p.text.strip()) for p in strip.pieces) > 1


def _annex(prose: Prose, strips: list[Strip]) -> None:
    first = strips[0].text.strip()
    plain = not re.search(r"[。：:]", _ANNEX.sub("", first, count=1))
    named = not strips[0].celled and len(first) <= 40 and plain
    rows = [
        Passage("\t".join(p.text.strip() for p in s.pieces).strip(), s.place)
        if s.celled
        else Passage(s.text.strip(), s.place)
        for s in strips[1 if named else 0 :]
    ]
    rows = [row for row in rows if row.text and not _FURNITURE.fullmatch(row.text)]
    if not rows and not named:
        return
    prose.annexes.append(Annex(first if named else None, "\n".join(row.text for row in rows)))
    prose.passages["annexes.0"] = tuple(rows)
    prose.places["annexes.0"] = strips[0].place


def _write(prose: Prose, path: str, strips: list[Strip], wrap: Wrapping) -> str:
    """The paragraphs of a part; tables that are none of the three are left out."""
    lines = [s for s in strips if not s.celled or not _cells_only(s)]
    lines = [s for s in lines if not LEADER.search(s.text)]
    prose.passages[path] = passages(lines, wrap)
    return "\n".join(passage.text for passage in prose.passages[path])


def _joined(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _words_of(title: str) -> str:
    return Strip(title, Place()).words
