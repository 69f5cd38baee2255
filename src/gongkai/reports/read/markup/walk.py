"""Walking a parsed page without recursion, however deep it nests; what a reader does not see."""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborNode


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

FURNITURE = re.compile(
    r"share|toolbar|crumb|pagination|prevnext|qrcode|print|(?:^|[-_ ])(?:nav|menu|footer)",
    re.IGNORECASE,
)
"""Classes and ids of what stands around an article in the pages of government sites."""


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


def is_dropped(node: LexborNode) -> bool:
    """Whether an element is furniture wherever it stands."""
    tag = node.tag or ""
    if tag in DROPPED:
        return True
    if tag not in {"div", "ul", "p", "span", "section", "header", "footer", "ol"}:
        return False
    attributes = node.attributes
    marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(marks.strip() and FURNITURE.search(marks))


def is_hidden(node: LexborNode) -> bool:
    """Whether a reader of the page does not see an element."""
    attributes = node.attributes
    if not attributes:
        return False
    style = attributes.get("style")
    return "hidden" in attributes or bool(style and HIDING.search(style))


BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
BROKEN = re.compile(r"(?<=[⺀-鿿　-〿豈-﫿＀-￯”’])[ \t\r\f]*\n[ \t\r\n\f]*(?=[⺀-鿿　-〿豈-﫿＀-￯“‘])")
"""A line end of the source between two Chinese characters, where a browser shows a small blank
that nobody meant."""


def tidy(text: str) -> str:
    """Text as a browser would show it: runs of blanks are one blank, none at the ends."""
    return BLANKS.sub(" ", BROKEN.sub("", text)).replace("\u200b", "").strip(" 　")
