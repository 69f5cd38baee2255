"""OFD (GB/T 33190): who made it, notes, attached files and what pictures tell beside their dots go;
pages, seals and signatures stay.

A signature holds the digests of the parts it protects. A part that would have to be changed and is
protected makes the file one that cannot be freed: a broken seal is worse than none.
"""

from collections.abc import Callable, Iterator
from posixpath import dirname, join, normpath

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
ROOT = "OFD.xml"
NEEDED = {"DocID"}
"""All that the format demands of a document's information."""
SHOWN = {"Link", "Stamp", "Watermark"}
"""Kinds of annotations that belong to the page; highlights and drawings over it are remarks."""

Parts = dict[str, bytes]


class SealedError(ValueError):
    """What would have to go is protected by a signature."""


def cleaned(parts: Parts, picture: Callable[[bytes], bytes]) -> Parts:
    """The parts of the same paper; SealedError where a seal would break.

    `picture` frees a part that is a picture, and gives back any other.
    """
    made = dict(parts)
    root = _xml(parts[ROOT])
    _bare(root)
    made[ROOT] = _bytes(root)
    for path in [_path("", each) for each in _told(root, "DocRoot")]:
        if path in made:
            _free_document(path, made)
    made = {name: picture(data) for name, data in made.items() if data}
    _keep_seals(root, parts, made)
    return made


def _bare(root: etree._Element) -> None:
    """The document's information without authors, dates, program and what programs add."""
    for info in _told(root, "DocInfo"):
        for each in [each for each in info if _local(each) not in NEEDED]:
            info.remove(each)


def _free_document(path: str, made: Parts) -> None:
    document = _xml(made[path])
    home = dirname(path)
    for each in [*_told(document, "Attachments"), *_told(document, "CustomTags")]:
        _drop_listed(_path(home, each), made)
        each.getparent().remove(each)
    for each in _told(document, "Annotations"):
        listed = _path(home, each)
        for page in _told(_xml(made[listed]), "FileLoc") if made.get(listed) else ():
            _free_notes(_path(dirname(listed), page), made)
    changed = _bytes(document)
    if changed != _bytes(_xml(made[path])):
        made[path] = changed


def _drop_listed(listed: str, made: Parts) -> None:
    """A list of files, and the files."""
    if not made.get(listed):
        return
    for each in _told(_xml(made[listed]), "FileLoc", "SchemaLoc"):
        made[_path(dirname(listed), each)] = b""
    made[listed] = b""


def _free_notes(path: str, made: Parts) -> None:
    """The annotations of a page: remarks go, of the others those who made them."""
    if not made.get(path):
        return
    notes = _xml(made[path])
    for each in _told(notes, "Annot"):
        if each.get("Type") not in SHOWN:
            each.getparent().remove(each)
            continue
        each.set("Creator", "")
        for remark in _told(each, "Remark", "Parameters"):
            remark.getparent().remove(remark)
    made[path] = _bytes(notes)


def _keep_seals(root: etree._Element, parts: Parts, made: Parts) -> None:
    """Parts whose digest a signature holds stand as they were, or the file cannot be freed."""
    protected = {path for path in _protected(root, parts) if path in parts}
    if any(made.get(path) != parts[path] and not _same(path, parts, made) for path in protected):
        raise SealedError
    for path in protected:
        made[path] = parts[path]


def _same(path: str, parts: Parts, made: Parts) -> bool:
    """Whether nothing was taken out of a part, written otherwise as it may be."""
    return path in made and path.endswith(".xml") and _bytes(_xml(parts[path])) == made[path]


def _protected(root: etree._Element, parts: Parts) -> Iterator[str]:
    """Paths of the parts that any signature of the file holds the digest of."""
    for each in _told(root, "Signatures"):
        listed = _path("", each)
        for signature in _told(_xml(parts[listed]), "Signature") if listed in parts else ():
            path = normpath(join(dirname(listed), signature.get("BaseLoc", ""))).lstrip("/")
            path = path if path in parts else signature.get("BaseLoc", "").lstrip("/")
            for reference in _told(_xml(parts[path]), "Reference") if path in parts else ():
                yield normpath(join(dirname(path), reference.get("FileRef", ""))).lstrip("/")


def _told(root: etree._Element, *names: str) -> list[etree._Element]:
    return [each for each in root.iter(etree.Element) if _local(each) in names]


def _local(each: etree._Element) -> str:
    return etree.QName(each).localname


def _path(home: str, each: etree._Element) -> str:
    """Where a location leads to: from the root with a stroke, else from the folder it stands in."""
    said = (each.text or "").strip()
    return said.lstrip("/") if said.startswith("/") else normpath(join(home, said))


def _xml(data: bytes) -> etree._Element:
    return etree.fromstring(data, PARSER)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
