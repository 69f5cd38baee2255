"""Which part of a web page is the article, and what the rest says about it."""

import re
from dataclasses import dataclass, field
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from gongkai.reports.read.markup.walk import Unseen, tidy

ANCHOR = re.compile(
    "总体情况|主动公开政府信息情况|收到和处理政府信息公开申请|被?申请行政复议|政府信息公开行政复议"
    "|主要问题及改进|存在的?问题|其他需要报告|本年新收政府信息|信息内容|行政规范性文件|尚未审结"
)
"""Words of a report's sections and tables."""

CONTENT = (
    "#zoom,#UCAP-CONTENT,#Zoom,.TRS_Editor,.trs_editor_view,.v_news_content,.Custom_UnionStyle,"
    ".pages_content,.article-content,.article_content,.wp_articlecontent,.xxgk_content,"
    "#content,.content,#article,.article,article,main"
)
"""Where the systems of government sites put the text of an article."""

AROUND = re.compile(
    "版权所有|网站地图|备\\s*\\d|ICP|公网安备|网站标识码|上一篇|下一篇|相关链接|友情链接|当前位置|联系我们"
    "|网站支持"
)
TITLE = re.compile("政府信息公开.*(?:年度报告|年报)|信息公开.*(?:年度报告|年报)")
DAY = re.compile(
    r"(?:发布|发文|公开|生成|成文|印发|更新)?(?:日期|时间)[:：]?\s*"
    r"(\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2})"
)
NEAREST = 30
"""How many of the texts before the article may tell its title and day."""

META = {
    "articletitle": "title",
    "pubdate": "published_on",
    "publishdate": "published_on",
    "contentsource": "source",
    "author": "author",
    "sitename": "site",
}
"""Names of <meta> in the standard of government sites → names in the document's meta."""


@dataclass(slots=True)
class Article:
    """The root of the article; the title and day that stand outside of it."""

    root: LexborNode
    meta: dict[str, str] = field(default_factory=dict)
    title: str | None = None


def article(page: LexborHTMLParser, unseen: Unseen) -> Article:
    body = page.body or page.root
    if body is None:
        raise ValueError("no element")
    texts = _texts(body)
    root = _root(body, texts, unseen)
    found = Article(root, _meta(page))
    before = _before(root, texts, unseen)
    _about(found, before)
    found.title = _title(before, found.meta)
    return found


def _texts(body: LexborNode) -> list[tuple[LexborNode, str]]:
    """The text nodes of the page that are more than blanks, with their text."""
    nodes = [node for node in body.traverse(include_text=True) if node.is_text_node]
    texts = ((node, node.text_content or "") for node in nodes)
    return [(node, text) for node, text in texts if text and not text.isspace()]


def _root(body: LexborNode, texts: list[tuple[LexborNode, str]], unseen: Unseen) -> LexborNode:
    anchors = [node for node, text in texts if ANCHOR.search(text)]
    chains = [_chain(node, body) for node in (anchors if len(anchors) < 40 else anchors[::9])]
    seen = [chain for chain in chains if not any(node in unseen for node in chain)]
    if len(seen) < 2:
        return _by_name(body)
    common = seen[0]
    for chain in seen[1:]:
        common = [a for a, b in zip(common, chain, strict=False) if a.mem_id == b.mem_id]
    return _widened(common, body, unseen)


def _chain(node: LexborNode, body: LexborNode) -> list[LexborNode]:
    """The elements from the body down to the one that holds a node."""
    chain: list[LexborNode] = []
    above = node.parent
    while above is not None and above.mem_id != body.mem_id:
        chain.append(above)
        above = above.parent
    return [body, *reversed(chain)]


def _widened(common: list[LexborNode], body: LexborNode, unseen: Unseen) -> LexborNode:
    """The lowest common element, or one above it that adds little and nothing of the page's
    furniture: title, signature and date often stand beside the text."""
    root = common[-1]
    for above in reversed(common[-12:-1]):
        added = _added(above, root, unseen)
        if above.tag not in {"table", "tbody", "tr"} and added is None:
            break
        root = above
    while root.tag in {"table", "tbody", "tr", "p", "span"} and root.mem_id != body.mem_id:
        root = root.parent or body
    return root


def _added(above: LexborNode, root: LexborNode, unseen: Unseen) -> str | None:
    """The text that an element has beside one inside it; None where it is furniture."""
    added, links = [], 0
    node = above.child
    while node is not None:
        if node.mem_id != root.mem_id and not node.is_comment_node:
            if node in unseen:
                node = node.next
                continue
            added.append(node.text_content or "" if node.is_text_node else node.text())
            links += 0 if node.is_text_node else len(node.css("a"))
        node = node.next
    text = "".join("".join(added).split())
    return None if len(text) > 600 or links > 4 or AROUND.search(text) else text


def _by_name(body: LexborNode) -> LexborNode:
    """Without two of the words to go by: the longest element of a name used for content."""
    named = body.css(CONTENT)[:50]
    best = max(named, key=lambda node: len(node.text()), default=None)
    return best if best is not None and len(best.text()) > 0.3 * len(body.text()) else body


def _before(root: LexborNode, texts: list[tuple[LexborNode, str]], unseen: Unseen) -> list[str]:
    """The texts that are shown before the article, from the nearest back, as many as may tell
    its title and day."""
    inside = {node.mem_id for node in root.traverse(include_text=True)}
    index = next((i for i, (node, _) in enumerate(texts) if node.mem_id in inside), 0)
    before = (
        tidy(text)
        for node, text in reversed(texts[:index])
        if not any(above in unseen for above in _chain(node, root))
    )
    return list(islice(filter(None, before), NEAREST))


def _meta(page: LexborHTMLParser) -> dict[str, str]:
    meta: dict[str, str] = {}
    for node in page.css("meta[name]")[:100]:
        attributes = node.attributes
        name = META.get((attributes.get("name") or "").lower())
        content = tidy(attributes.get("content") or "")
        if name and content:
            meta.setdefault(name, content)
    shown = page.css_first("head > title")
    if shown is not None and tidy(shown.text()):
        meta.setdefault("title", tidy(shown.text()))
    return meta


def _about(found: Article, before: list[str]) -> None:
    """The day of publication as the page shows it, where <meta> is silent."""
    for text in before:
        day = DAY.search(text)
        if day:
            found.meta.setdefault("published_on", day[1])


def _title(before: list[str], meta: dict[str, str]) -> str | None:
    """The report's title where it stands above the article, else as <meta> gives it."""
    for text in before:
        if TITLE.search(text) and len(text) < 80:
            return text
    given = re.split(r"\s*[_|]\s*|\s+-\s*|\s*-\s+", meta.get("title", ""))[0]
    return given if TITLE.search(given) else None
