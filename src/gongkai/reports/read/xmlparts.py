"""XML in packages: parts, elements by their names whatever the namespace."""

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from gongkai.reports.read.package import BROKEN, Package
from gongkai.reports.read.unreadable import UnreadableError


class XmlPackage(Package):
    """A package whose parts are XML."""

    def xml(self, name: str) -> etree._Element:
        return parsed(self.read(name))

    def optional(self, name: str) -> etree._Element | None:
        """A part that may be missing or damaged without making the file unreadable."""
        if name not in self.members:
            return None
        data = self.read(name)
        try:
            return parsed(data)
        except UnreadableError:
            return None


def parsed(data: bytes) -> etree._Element:
    """The root of XML; entities stay unexpanded, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(BROKEN) from error
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return without_namespace(element.tag)


@lru_cache(maxsize=2000)
def without_namespace(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of a name, or of the child of a name …; None where there is none."""
    for name in path:
        for below in element if element is not None else ():
            if local(below) == name:
                element = below
                break
        else:
            return None
    return element


def value(element: etree._Element | None, *path: str) -> str | None:
    """The `val` of a child."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else None


def below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """All descendants of a name."""
    return (found for found in element.iter() if local(found) == name)
