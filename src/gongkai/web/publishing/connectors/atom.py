"""Atom (RFC 4287)."""

from urllib.parse import urljoin

from lxml import etree

from gongkai.web.publishing.connectors.days import day_of
from gongkai.web.publishing.connectors.told import Told, UnreadableFeedError

ATOM = "{http://www.w3.org/2005/Atom}"


def read(data: bytes, base: str) -> list[Told]:
    """The entries that carry a title and a day."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableFeedError("返回的内容不是 Atom 订阅，请核对订阅地址。") from fault
    if root.tag != f"{ATOM}feed":
        raise UnreadableFeedError("返回的内容不是 Atom 订阅，请核对订阅地址。")
    found = (_entry(each, base) for each in root.iterfind(f"{ATOM}entry"))
    return [told for told in found if told]


def _entry(entry: etree._Element, base: str) -> Told | None:
    heading = entry.find(f"{ATOM}title")
    title = "" if heading is None else " ".join("".join(heading.itertext()).split())
    moment = entry.findtext(f"{ATOM}published") or entry.findtext(f"{ATOM}updated") or ""
    on = day_of(moment)
    if not title or on is None:
        return None
    category = entry.find(f"{ATOM}category")
    sort = "" if category is None else category.get("label") or category.get("term") or ""
    return Told(title, on, urljoin(base, _link(entry)), sort)


def _link(entry: etree._Element) -> str:
    for link in entry.iterfind(f"{ATOM}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return link.get("href")
    return ""
