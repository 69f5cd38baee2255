"""HTML → the neutral document: the article of the page, without its furniture."""

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from gongkai.reports.model.document import Block, Document, Grid, Paragraph, SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.markup.article import TITLE, article
from gongkai.reports.read.markup.flow import Found, flow
from gongkai.reports.read.markup.walk import named, unseen
from gongkai.reports.read.text import decoded
from gongkai.reports.read.unreadable import UnreadableError

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]{0,4000})>")
CLOSE_THEMSELVES = named(
    "p li td th tr dd dt option br hr img input meta link col area base wbr source tbody thead "
    "tfoot colgroup optgroup html head body"
)
DEEPEST = 20_000
TOO_DEEP = "网页的标签层层嵌套得不合常理，无法读取：请把报告正文另存为一个网页或 Word 文件再交"
EMPTY = "网页里没有可读的文字（可能要靠脚本才显示）：请在浏览器里打开后另存，或改交 Word 原件"


def document(data: bytes, limits: Limits) -> Document:
    del limits
    text = decoded_page(data)
    refuse_depth(text)
    page = LexborHTMLParser(text)
    if page.root is None:
        raise UnreadableError(EMPTY)
    passed_over = unseen(page)
    main = article(page, passed_over)
    found = flow(main.root, passed_over)
    if not found.blocks:
        raise UnreadableError(EMPTY)
    blocks = _titled(found.blocks, main.title)
    return Document(
        SourceKind.HTML,
        tuple(blocks),
        meta=main.meta,
        hidden=tuple(found.hidden),
        notes=tuple(_notes(found)),
    )


def decoded_page(data: bytes) -> str:
    """Text by its mark, else as UTF-8 where it is, else by <meta>, else as GB18030."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decoded(data)
    charset = CHARSET.search(data[:4096])
    if charset and not charset[1].lower().startswith((b"utf", b"gb")):
        try:
            return data.decode(charset[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decoded(data)
    return decoded(data)


def refuse_depth(text: str) -> None:
    """Refuse what would keep the parser busy for minutes: very many tags that stay open."""
    if text.count("<") < DEEPEST:
        return
    depth = deepest = 0
    for slash, name, rest in TAG.findall(text):
        if name.lower() not in CLOSE_THEMSELVES and not rest.endswith("/"):
            depth += -1 if slash else 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise UnreadableError(TOO_DEEP)


def _titled(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks, led by the title where the article itself does not begin with one."""
    head = "".join(b.text for b in blocks[:6] if not isinstance(b, Grid) and len(b.text) < 80)
    if title is None or TITLE.search("".join(head.split())):
        return blocks
    return [Paragraph(title, level=1), *blocks]


def _notes(found: Found) -> list[str]:
    notes = []
    if found.pictures:
        notes.append(f"正文里有 {found.pictures} 张图片，图片里的内容没有读到")
    if found.files:
        notes.append(f"页面另有附件，请下载后一并读取：{'、'.join(dict.fromkeys(found.files))}")
    return notes
