"""Elements of an article to blocks: paragraphs, headings, lines of <pre>, grids."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from gongkai.reports.model.document import Block, Line, Paragraph, Place
from gongkai.reports.read.grids import taken_apart
from gongkai.reports.read.markup.tables import grid_of
from gongkai.reports.read.markup.walk import Unseen, named, tidy, walk
from gongkai.reports.read.numbering import chinese

BLOCKS = named(
    "address article blockquote body br center dd details dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu ol p pre section summary "
    "table tbody td tfoot th thead title tr ul"
)

CONTROLS = re.compile(
    r"(?!.*\d{6})[\s【】\[\]（）()|｜]*(?:(?:打印(?:本页)?|关闭(?:窗口|本页)?|字体|字号|大|中|小|分享(?:到)?|收藏|返回(?:顶部)?"
    r"|扫一扫.{0,16}|微信|微博|浏览(?:次数|量)?|访问量|点击数?|下载|[：:\s【】\[\]|｜\d])+)"
)
"""A line of nothing but the controls of a page."""

DATA_LABEL = re.compile("本年新收|信息内容|尚未|行政规范性文件|申请人情况")


@dataclass(slots=True)
class Found:
    """What an article holds."""

    blocks: list[Block] = field(default_factory=list)
    hidden: list[Line] = field(default_factory=list)
    pictures: int = 0
    files: list[str] = field(default_factory=list)


def flow(root: LexborNode, unseen: Unseen) -> Found:
    return _Builder(_layout_tables(root), unseen).build(root)


@dataclass(slots=True)
class _OpenTable:
    """A table that is being walked through: its own text, not that of tables inside."""

    id: int
    texts: list[str] = field(default_factory=list)
    cells: int = 0
    inner: bool = False

    @property
    def is_layout(self) -> bool:
        labelled = DATA_LABEL.search("".join("".join(self.texts).split()))
        return self.cells <= 1 or (self.inner and not labelled)


def _layout_tables(root: LexborNode) -> set[int]:
    """Tables that only arrange the page: another one stands in them and they have no label of
    a report's table of their own, or they are one cell."""
    if root.css_first("table table") is None:
        tables = root.css("table")
        return {table.mem_id for table in tables if len(table.css("td, th")) <= 1}
    layout: set[int] = set()
    chain: list[_OpenTable] = []

    def enter(node: LexborNode) -> bool:
        if node.tag == "table":
            if chain:
                chain[-1].inner = True
            chain.append(_OpenTable(node.mem_id))
        elif chain and node.is_text_node:
            chain[-1].texts.append(node.text_content or "")
        elif chain and node.tag in {"td", "th"}:
            chain[-1].cells += 1
        return False

    def leave(node: LexborNode) -> None:
        if node.tag == "table" and chain.pop().is_layout:
            layout.add(node.mem_id)

    walk(root, enter, leave)
    return layout


class _Builder:
    def __init__(self, layout: set[int], unseen: Unseen) -> None:
        self.layout = layout
        self.unseen = unseen
        self.found = Found()
        self.pieces: list[str] = []
        self.level: int | None = None
        self.counters: list[list[int | str]] = []
        self.preformatted = 0

    def build(self, root: LexborNode) -> Found:
        walk(root, self.enter, self.leave)
        self.flush()
        return self.found

    def enter(self, node: LexborNode) -> bool:
        if node.is_text_node:
            self.pieces.append(node.text_content or "")
            return True
        if node.is_comment_node:
            self.hide(node.comment_content or "")
            return True
        if node.mem_id in self.unseen.dropped:
            return True
        if node.mem_id in self.unseen.hidden:
            self.hide(node.text())
            return True
        return self.enter_element(node, node.tag or "")

    def enter_element(self, node: LexborNode, tag: str) -> bool:
        if tag in BLOCKS:
            self.flush()
        if tag == "table" and node.mem_id not in self.layout:
            self.take_table(node)
            return True
        if tag == "img":
            self.found.pictures += 1
        elif tag == "a":
            self.take_link(node)
        elif tag in {"ol", "ul"}:
            self.counters.append(_counter(node))
        elif tag == "li":
            self.number()
        elif tag == "pre":
            self.preformatted += 1
        elif len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.level = int(tag[1])
        return False

    def leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag not in BLOCKS:
            return
        self.flush()
        if tag in {"ol", "ul"} and self.counters:
            self.counters.pop()
        elif tag == "pre":
            self.preformatted -= 1
        elif tag[0] == "h" and tag[1:].isdigit():
            self.level = None

    def place(self) -> Place:
        return Place(line=len(self.found.blocks) + 1)

    def flush(self) -> None:
        """End a paragraph."""
        raw = "".join(self.pieces)
        self.pieces.clear()
        if self.preformatted:
            lines = raw.strip("\n").splitlines() if raw.strip() else []
            self.found.blocks.extend(
                Line(line, Place(line=len(self.found.blocks) + n))
                for n, line in enumerate(lines, 1)
            )
            return
        text = tidy(raw)
        if text and not CONTROLS.fullmatch(text):
            self.found.blocks.append(Paragraph(text, self.place(), self.level))

    def take_table(self, node: LexborNode) -> None:
        grid, hidden = grid_of(node, self.place(), self.unseen)
        for text in hidden:
            self.hide(text)
        self.found.blocks.extend(taken_apart(grid))

    def take_link(self, node: LexborNode) -> None:
        target = (node.attributes.get("href") or "").split("?")[0]
        if re.search(r"\.(?:pdf|docx?|ofd|wps|xlsx?|zip|rar)$", target, re.IGNORECASE):
            self.found.files.append(tidy(node.text()) or target.rsplit("/", 1)[-1])

    def hide(self, text: str) -> None:
        """Keep what is not shown, if it says something."""
        said = tidy(text)
        if re.search(r"[一-鿿]|\d{6}", said):
            self.found.hidden.append(Line(said[:4000], self.place()))

    def number(self) -> None:
        """The number that a browser writes before an item of an ordered list."""
        if not self.counters:
            return
        counter = self.counters[-1]
        style, count = str(counter[0]), int(counter[1])
        counter[1] = count + 1
        if style == "chinese":
            self.pieces.append(f"{chinese(count)}、")
        elif style == "decimal":
            self.pieces.append(f"{count}.")


def _counter(node: LexborNode) -> list[int | str]:
    attributes = node.attributes
    style = attributes.get("style") or ""
    start = attributes.get("start") or "1"
    number = int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1
    if node.tag == "ul" or re.search(r"list-style[^;]*none", style):
        return ["none", number]
    if re.search(r"chinese|ideographic", style):
        return ["chinese", number]
    return ["decimal" if (attributes.get("type") or "1") == "1" else "none", number]
