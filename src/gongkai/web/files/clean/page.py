"""Saved web pages: what the browser shows stays; comments, scripts, authors and editors go."""

from lxml import etree, html

SHOWN = {"charset", "viewport"}
EMPTY = b"<!doctype html><title></title>"


def cleaned(data: bytes) -> bytes:
    try:
        root = html.document_fromstring(_decoded(data))
    except etree.ParserError:
        return EMPTY
    for each in list(root.iter(etree.Comment, etree.ProcessingInstruction)):
        _drop(each)
    for each in list(root.iter("script", "xml", "noscript", "object", "embed", "base")):
        _drop(each)
    for each in list(root.iter("meta", "link")):
        if each.tag == "link" or not (each.get("charset") or each.get("name") in SHOWN):
            _drop(each)
    for each in root.iter():
        for name in [n for n in each.attrib if n.startswith(("on", "data-", "xmlns", "o:", "v:"))]:
            del each.attrib[name]
    found = html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return found.replace(b"<head>", b'<head><meta charset="utf-8">', 1)


def _decoded(data: bytes) -> str:
    """Pages saved in China are either UTF-8 or some form of GB 18030."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _drop(each) -> None:
    """Take it out; what follows it stays."""
    if each.getparent() is not None:
        each.drop_tree()
