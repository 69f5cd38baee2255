"""Word, Excel and PowerPoint files: packages of XML parts, told together by relationship parts."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
DROPPED = re.compile(
    r"docProps/(?:custom\.xml|thumbnail\..*)|customXml/.*"
    r"|word/(?:comments\w*|people|commentsIds|commentsExtensible)\.xml"
    r"|xl/(?:comments\d*|(?:threadedComments|persons|comments|revisions|printerSettings)/.*)(?:\.xml)?"
    r"|xl/drawings/(?:_rels/)?vmlDrawing.*|xl/(?:calcChain|metadata)\.xml"
    r"|ppt/(?:comments/.*|commentAuthors\.xml|authors\.xml|changesInfos/.*|revisionInfo\.xml)"
    r"|word/(?:printerSettings|glossary)/.*|.*/printerSettings\d*\.bin"
)
"""Parts that hold authors, comments, revisions, thumbnails, or a printer's settings."""
CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
    b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)
BLANK = {"docProps/core.xml": CORE, "docProps/app.xml": APP}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
GONE = (
    *(f"{WORD}{tag}" for tag in ("del", "moveFrom", "rsids", "commentReference", "docVars")),
    *(f"{WORD}commentRange{end}" for end in ("Start", "End")),
    *(f"{WORD}{end}Range{at}" for end in ("moveFrom", "moveTo") for at in ("Start", "End")),
    *(f"{WORD}{tag}Change" for tag in ("rPr", "pPr", "tblPr", "tcPr", "trPr", "sectPr", "tblGrid")),
    *(f"{SHEET}{tag}" for tag in ("legacyDrawing", "fileSharing")),
)
KEPT_INSIDE = tuple(f"{WORD}{tag}" for tag in ("ins", "moveTo"))
"""Revisions that stand: their marks go, what they added stays."""
TRACKS = re.compile(r"\{.*\}rsid\w*|\{.*\}(?:paraId|textId)")
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"


def cleaned(parts: dict[str, bytes], clean_image: Callable[[bytes], bytes]) -> dict[str, bytes]:
    """The parts of the same paper without them; pictures inside are freed of their data too."""
    kept = {name: data for name, data in parts.items() if not DROPPED.fullmatch(name)}
    return {name: _part(name, data, kept, clean_image) for name, data in kept.items()}


def _part(name: str, data: bytes, kept: dict, clean_image: Callable[[bytes], bytes]) -> bytes:
    if name in BLANK:
        return BLANK[name]
    if name == "[Content_Types].xml":
        return _without(data, OVERRIDE, lambda at: at.get("PartName", "").lstrip("/") in kept)
    if name.endswith(".rels"):
        home = dirname(dirname(name))
        return _without(data, RELATION, lambda at: _leads_somewhere(at, home, kept))
    if re.match(r"(?:word|xl|ppt)/media/", name):
        return clean_image(data)
    if name.endswith(".xml") and name.startswith(("word/", "xl/", "ppt/")):
        return _content(data)
    return data


def _without(data: bytes, tag: str, keep: Callable[[etree._Element], bool]) -> bytes:
    root = etree.fromstring(data, PARSER)
    for each in [each for each in root.iter(tag) if not keep(each)]:
        each.getparent().remove(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _leads_somewhere(relation: etree._Element, home: str, kept: dict) -> bool:
    if relation.get("TargetMode") == "External":
        return not relation.get("Type", "").endswith(("/attachedTemplate", "/externalLinkPath"))
    target = relation.get("Target", "")
    place = target.lstrip("/") if target.startswith("/") else normpath(join(home, target))
    return place in kept


def _content(data: bytes) -> bytes:
    """A part of the body without revisions, comments and the marks of editing sessions."""
    root = etree.fromstring(data, PARSER)
    for each in [each for each in root.iter(*GONE) if each is not root]:
        _cut(each)
    for each in list(root.iter(*KEPT_INSIDE)):
        _unwrap(each)
    for each in root.iter():
        if isinstance(each.tag, str):
            for name in [name for name in each.attrib if TRACKS.fullmatch(name)]:
                del each.attrib[name]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cut(each: etree._Element) -> None:
    parent = each.getparent()
    if parent is not None:
        parent.remove(each)


def _unwrap(each: etree._Element) -> None:
    parent = each.getparent()
    if parent is None:
        return
    at = parent.index(each)
    parent[at : at + 1] = list(each)
