"""Walking a parsed page without recursion, however deep it nests; what a reader does not see."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode


def named(names: str) -> frozenset[str]:
    """A set of element names."""
    return frozenset(names.split())


DROPPED = named(
    "script style noscript template nav aside iframe object embed applet svg math select button "
    "textarea audio video canvas rt rp head"
)
"""Elements whose text is no part of what the page says (rt: pinyin written over characters)."""

HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)"
    r"|mso-hide\s*:\s*all",
    re.IGNORECASE,
)

STYLED = "[hidden]," + ",".join(
    f'[style*="{word}" i]' for word in ("display", "visibility", "font-size", "mso-hide")
)

FURNITURE = re.compile(
    r"share|toolbar|crumb|pagination|prevnext|qrcode|print|(?:^|[-_ ])(?:nav|menu|footer)",
    re.IGNORECASE,
)
"""Classes and ids of what stands around an article in the pages of government sites."""

NAMED = ",".join(
    f"{tag}[class],{tag}[id]"
    for tag in ("div", "ul", "p", "span", "section", "header", "footer", "ol")
)


def walk(
    root: LexborNode,
    enter: Callable[[LexborNode], bool],
    leave: Callable[[LexborNode], None] | None = None,
) -> None:
    """Visit every node below `root` in order; where `enter` says True, what is inside is passed
    over. `leave` is called at the end of every element that was gone into or is empty."""
    node, depth = root.child, 0
    while node is not None:
        below = None if enter(node) else node.child
        if below is not None:
            node, depth = below, depth + 1
            continue
        if leave:
            leave(node)
        after = node.next
        while after is None and depth:
            above = node.parent
            if above is None:
                return
            node, depth = above, depth - 1
            if leave:
                leave(node)
            after = node.next
        node = after


@dataclass(frozen=True, slots=True)
class Unseen:
    """The elements of a page that are no part of what it says, by their ids.

    `dropped`: furniture wherever it stands; `hidden`: what a reader of the page does not see.
    """

    dropped: frozenset[int]
    hidden: frozenset[int]

    def __contains__(self, node: LexborNode) -> bool:
        return node.mem_id in self.dropped or node.mem_id in self.hidden


def unseen(page: LexborHTMLParser) -> Unseen:
    dropped = [*page.css(",".join(DROPPED)), *filter(_is_furniture, page.css(NAMED))]
    hidden = filter(_is_hidden, page.css(STYLED))
    return Unseen(
        frozenset(node.mem_id for node in dropped), frozenset(node.mem_id for node in hidden)
    )


def _is_furniture(node: LexborNode) -> bool:
    attributes = node.attributes
    return bool(FURNITURE.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    return "hidden" in attributes or bool(HIDING.search(attributes.get("style") or ""))


BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
BROKEN = re.compile(r"(?<=[⺀-鿿　-〿豈-﫿＀-￯”’])[ \t\r\f]*\n[ \t\r\n\f]*(?=[⺀-鿿　-〿豈-﫿＀-￯“‘])")
"""A line end of the source between two Chinese characters, where a browser shows a small blank
that nobody meant."""


def tidy(text: str) -> str:
    """Text as a browser would show it: runs of blanks are one blank, none at the ends."""
    text = text.strip(" \t\r\n\f\xa0\u3000\u200b")
    if BLANKS.search(text):
        text = BLANKS.sub(" ", BROKEN.sub("", text) if "\n" in text else text)
    return text.replace("\u200b", "")
