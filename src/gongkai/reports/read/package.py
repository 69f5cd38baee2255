"""Zip packages (docx, xlsx, ofd, zip): members within limits, XML without entities."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from typing import IO

from lxml import etree

from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError

BROKEN = "文件已损坏或不完整，打不开：请重新导出、重新下载或重新打包"
LOCKED = "文件加了密码，打不开：请取消密码后再交"
BOMB = "文件解压后超过 {size} MB 的上限，不再读取：请只交报告本身，或放宽解压上限"


ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
"""What the library raises for damaged archives (RuntimeError: locked ones)."""


class Package:
    """A zip file whose members are unpacked within a common limit. Raises UnreadableError."""

    def __init__(self, data: bytes | IO[bytes], limits: Limits) -> None:
        self.left = self.most = limits.unpacked_bytes
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except ZIP_ERRORS as error:
            raise UnreadableError(BROKEN) from error
        self.members = {info.filename: info for info in self.zip.infolist()}

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def names(self, folder: str = "") -> list[str]:
        return [name for name in self.members if name.startswith(folder)]

    def read(self, name: str) -> bytes:
        """The bytes of a member, unpacked piece by piece so that a lying size does no harm."""
        info = self.members[name]
        if info.flag_bits & 1:
            raise UnreadableError(LOCKED)
        try:
            with self.zip.open(info) as member:
                data = member.read(self.left + 1)
        except ZIP_ERRORS as error:
            raise UnreadableError(BROKEN) from error
        except RuntimeError as error:
            raise UnreadableError(LOCKED) from error
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableError(BOMB.format(size=self.most // 1024**2))
        return data

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
