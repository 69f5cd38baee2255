"""Pages of an old site, saved as HTML and packed into a ZIP: one line for each page."""

import io
import re
import zipfile
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.reports.read.html import decoded_page, refuse_depth
from gongkai.reports.read.markup.article import CONTENT, META
from gongkai.reports.read.unreadable import UnreadableError as UnreadablePageError
from gongkai.web.ledgers.sheets.book import Sheet, UnreadableError, Value

MIB = 1024 * 1024
LARGEST_PAGE = 8 * MIB
TOLD = (
    "索引号", "文号", "发文字号", "生成日期", "成文日期", "发文日期", "发布日期",
    "发布时间", "公开日期", "主题分类", "体裁", "栏目", "有效性", "废止日期",
    "内容概述", "名称", "公开类别",
)  # fmt: skip
"""What a page may say of itself in a table or a line above the text."""
SAME = {
    "发文字号": "文号",
    "发布时间": "发布日期",
    "公开日期": "发布日期",
    "成文日期": "生成日期",
    "发文日期": "生成日期",
    "公开类别": "体裁",
    "名称": "标题",
}
HEAD = (
    "网页文件", "标题", "体裁", "索引号", "文号", "生成日期", "发布日期", "主题分类", "有效性",
    "废止日期", "内容概述", "网址", "正文",
)  # fmt: skip
LINE = re.compile(rf"({'|'.join(TOLD)})\s*[:\uff1a]\s*(\S[^\n]{{0,200}})")
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+?) -->")
SITE = re.compile(r"\s*(?:[_|｜]|\s-\s|—).*$")
PAGE_META = {**META, "columnname": "column", "url": "address"}
LONGEST_TEXT = 400_000


def read(data: bytes) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = [each for each in archive.infolist() if _is_page(each)]
    except (zipfile.BadZipFile, ValueError, OSError) as fault:
        raise UnreadableError("压缩包打不开，请重新打包成 ZIP 后上传。") from fault
    if not found:
        raise UnreadableError("压缩包里没有网页（.html、.htm）。请把网页另存后打包上传。")

    def lines() -> Iterator[tuple[Value, ...]]:
        yield HEAD
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for each in found:
                yield _line(_name(each), archive.read(each))

    return [Sheet("网页", len(found) + 1, lines)]


def _is_page(each: zipfile.ZipInfo) -> bool:
    name = each.filename.lower()
    small = each.file_size <= LARGEST_PAGE
    return name.endswith((".html", ".htm", ".shtml")) and "__macosx" not in name and small


def _name(each: zipfile.ZipInfo) -> str:
    """The name of the file; Windows writes it in GBK and does not say so."""
    if each.flag_bits & 0x800:
        return each.filename
    try:
        return each.filename.encode("cp437").decode("gb18030")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return each.filename


def _line(name: str, data: bytes) -> tuple[Value, ...]:
    """What a page tells of itself, in the order of the head; a page that tells nothing is named."""
    try:
        words = decoded_page(data)
        refuse_depth(words)
    except UnreadablePageError:
        return (name,)
    page = LexborHTMLParser(words)
    told = _meta(page) | _said(page)
    if saved := SAVED_FROM.search(words[:2000]):
        told.setdefault("网址", saved[1])
    told.setdefault("标题", _title(page))
    told.setdefault("体裁", told.get("栏目", ""))
    root = _content(page)
    told["正文"] = (root.html or "")[:LONGEST_TEXT] if root else ""
    return (name, *(told.get(key) or None for key in HEAD[1:]))


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    names = {
        "title": "标题",
        "published_on": "发布日期",
        "column": "栏目",
        "address": "网址",
    }
    found: dict[str, str] = {}
    for node in page.css("meta[name]")[:100]:
        name = names.get(PAGE_META.get((node.attributes.get("name") or "").lower(), ""))
        content = (node.attributes.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _said(page: LexborHTMLParser) -> dict[str, str]:
    """Pairs of cells, and lines of the form 索引号：…"""
    found: dict[str, str] = {}
    for node in page.css("td,th,dt,label,b,strong,span,i,em")[:3000]:
        label = re.sub(r"[\s:\uff1a【】\[\]]", "", node.text())
        if label in TOLD and (beside := _beside(node)):
            found.setdefault(SAME.get(label, label), beside)
    for match in LINE.finditer(page.body.text(separator="\n") if page.body else ""):
        found.setdefault(SAME.get(match[1], match[1]), match[2].split("  ")[0].strip())
    return found


def _beside(node: LexborNode) -> str:
    """The text of the element after this one, as long as it is short."""
    following = node.next
    while following is not None and not (following.text(deep=True) or "").strip():
        following = following.next
    words = " ".join((following.text(deep=True) if following is not None else "").split())
    return words if 0 < len(words) <= 200 else ""


def _title(page: LexborHTMLParser) -> str:
    for rule in ("h1", ".article-title", ".title", "head > title"):
        node = page.css_first(rule)
        words = " ".join(node.text().split()) if node is not None else ""
        if words:
            return SITE.sub("", words) if rule == "head > title" else words
    return ""


def _content(page: LexborHTMLParser) -> LexborNode | None:
    """The text: the longest element of a name that sites give it, else the one with most lines."""
    named = [node for node in page.css(CONTENT)[:50] if len(node.text().strip()) > 20]
    if named:
        return max(named, key=lambda node: len(node.text()))
    parents: dict[int, tuple[int, LexborNode]] = {}
    for line in page.css("p")[:2000]:
        if line.parent is not None:
            length, _node = parents.get(line.parent.mem_id, (0, line.parent))
            parents[line.parent.mem_id] = (length + len(line.text()), line.parent)
    return max(parents.values(), key=lambda each: each[0])[1] if parents else None
