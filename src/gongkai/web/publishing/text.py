"""The body text of an item: cleaned HTML, made from what was typed or pasted. Pure."""

import html
import re

import nh3

TEXT = {"p", "br", "h2", "h3", "h4", "ul", "ol", "li", "strong", "em", "sub", "sup", "a"}
TABLES = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}}
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>")
CELL_END = re.compile(r"</t[dh]>")
BLOCK_END = re.compile(r"</(?:p|h[1-4]|li|caption|tr|table|ul|ol)>|<br>")
PARAGRAPH = re.compile(r"<p>([^<]*)</p>")
EMPTY = re.compile(r"<(p|h[2-4]|li)>(?:\s|&nbsp;|<br>)*</\1>")


def cleaned(typed: str) -> str:
    """What was typed as safe HTML: paragraphs of plain lines, or the tags that a page may hold."""
    if not MARKUP.search(typed):
        lines = (line.strip() for line in typed.splitlines())
        return "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)
    safe = nh3.clean(
        typed.replace("<h1", "<h2").replace("</h1", "</h2"),
        tags=TEXT | TABLES,
        attributes=ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener",
    )
    return EMPTY.sub("", safe).strip()


def as_typed(content: str) -> str:
    """The content as somebody edits it: lines where it is nothing but paragraphs, else HTML."""
    lines = content.split("\n")
    found = [PARAGRAPH.fullmatch(line) for line in lines]
    return "\n".join(html.unescape(each[1]) for each in found if each) if all(found) else content


def plain(content: str) -> str:
    """The words alone: a line for each block, cells of a row parted by tabs."""
    lined = BLOCK_END.sub("\n", CELL_END.sub("\t", content))
    bare = html.unescape(nh3.clean(lined, tags=set())).replace("\u00a0", " ")
    lines = (line.strip(" \r") for line in bare.split("\n"))
    return "\n".join(line for line in lines if line.strip())
