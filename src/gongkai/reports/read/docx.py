"""Word documents (docx, docm; also as WPS writes them) → the neutral document."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from gongkai.reports.model.document import Document, Line, Place, SourceKind
from gongkai.reports.read.attached import attached
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.word.body import Body
from gongkai.reports.read.word.numbering import numbering_of
from gongkai.reports.read.word.styles import styles_of
from gongkai.reports.read.xmlparts import XmlPackage, attribute, below, local

EMPTY = "这份 Word 文件里没有文字：如果内容是扫描图片，请改交有文字的原件"
NO_BODY = "这份 Word 文件缺少正文部分，可能已损坏：请用 Word 或 WPS 打开后另存再交"
ASIDE = {"header": "页眉", "footer": "页脚", "comments": "批注"}


def document(data: bytes, limits: Limits) -> Document:
    package = XmlPackage(data, limits.unpacked_bytes)
    main = _main_part(package)
    folder = posixpath.dirname(main)
    root = package.xml(main)
    body = Body(
        numbering_of(package.optional(f"{folder}/numbering.xml")),
        styles_of(package.optional(f"{folder}/styles.xml")),
        notes=dict(_notes(package, folder)),
    )
    if next(below(root, "lastRenderedPageBreak"), None) is not None:
        body.page = 1
    holder = next((part for part in root if local(part) == "body"), None)
    if holder is None:
        raise UnreadableError(NO_BODY)
    blocks = tuple(body.blocks(holder))
    if not blocks:
        raise UnreadableError(EMPTY)
    return Document(
        SourceKind.DOCX,
        blocks,
        pages=_pages(package),
        meta=_meta(package),
        hidden=(*body.hidden, *_aside(package, folder)),
        attachments=attached(package, f"{folder}/embeddings/", limits),
        notes=(f"文中有 {body.pictures} 张图片，图片里的内容没有读到",) if body.pictures else (),
    )


def _main_part(package: XmlPackage) -> str:
    """The part that the package names as its document."""
    relations = package.optional("_rels/.rels")
    for relation in relations if relations is not None else ():
        if (attribute(relation, "Type") or "").endswith("/officeDocument"):
            target = (attribute(relation, "Target") or "").lstrip("/")
            if target in package:
                return target
    if "word/document.xml" in package:
        return "word/document.xml"
    raise UnreadableError(NO_BODY)


def _notes(package: XmlPackage, folder: str) -> Iterator[tuple[str, str]]:
    """Footnotes and endnotes by kind and number, without Word's own separators."""
    for kind in ("footnote", "endnote"):
        root = package.optional(f"{folder}/{kind}s.xml")
        for note in root if root is not None else ():
            if attribute(note, "type") in {None, "normal"}:
                yield f"{kind} {attribute(note, 'id')}", _plain(note)


def _aside(package: XmlPackage, folder: str) -> Iterator[Line]:
    """Headers, footers and comments: not part of the text, but in the file."""
    for name in sorted(package.names(f"{folder}/")):
        kind = posixpath.basename(name).removesuffix(".xml").rstrip("0123456789")
        if kind not in ASIDE:
            continue
        root = package.optional(name)
        for paragraph in below(root, "p") if root is not None else ():
            text = _plain(paragraph)
            if text:
                yield Line(text, Place(part=ASIDE[kind]))


def _plain(element: etree._Element) -> str:
    return "".join(part.text or "" for part in element.iter() if local(part) == "t").strip()


def _pages(package: XmlPackage) -> int | None:
    """The number of pages as the program that wrote the file counted them."""
    root = package.optional("docProps/app.xml")
    for element in root if root is not None else ():
        if local(element) == "Pages" and (element.text or "").isdigit():
            return int(element.text or "") or None
    return None


def _meta(package: XmlPackage) -> dict[str, str]:
    names = {"title": "title", "creator": "author", "lastModifiedBy": "editor"}
    names |= {"created": "created_on", "modified": "modified_on"}
    root = package.optional("docProps/core.xml")
    return {
        names[local(element)]: element.text.strip()
        for element in (root if root is not None else ())
        if local(element) in names and (element.text or "").strip() and element.text
    }
