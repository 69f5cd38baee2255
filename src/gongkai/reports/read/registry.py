"""The registry of formats: what kind of file this is, which module reads it.

The one place of reading that imports late, so that a text report loads no PDF library.
"""

import hashlib
from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Source
from gongkai.reports.read.archive import members, too_large
from gongkai.reports.read.fit import read_document
from gongkai.reports.read.limits import DEFAULT, Limits
from gongkai.reports.read.sniff import Container, kind_of
from gongkai.reports.read.unreadable import UnreadableError

MODULES = {
    SourceKind.TEXT: "gongkai.reports.read.text",
    SourceKind.MARKDOWN: "gongkai.reports.read.text",
    SourceKind.HTML: "gongkai.reports.read.html",
    SourceKind.DOCX: "gongkai.reports.read.docx",
    SourceKind.DOC: "gongkai.reports.read.doc",
    SourceKind.PDF: "gongkai.reports.read.pdf",
    SourceKind.OFD: "gongkai.reports.read.ofd",
    SourceKind.XLSX: "gongkai.reports.read.xlsx",
}
"""A module has `document(data: bytes, limits: Limits) -> Document`; it raises UnreadableError."""

STATEMENTS = "gongkai.reports.read.statements"
"""The module of JSON, which is a statement already: `reports(name, data, limits)`."""


class Reader(Protocol):
    """A module that reads one format."""

    def document(self, data: bytes, limits: Limits) -> Document: ...


class StatementReader(Protocol):
    """The module that reads statements."""

    def reports(self, name: str, data: bytes, limits: Limits) -> list[Report]: ...


def read_bytes(name: str, data: bytes, limits: Limits = DEFAULT) -> list[Report]:
    """The reports in a file: one, or several from an archive. Raises UnreadableError; of an
    archive only where nothing in it can be read, else the first report's document notes the rest.
    """
    if len(data) > limits.bytes:
        raise UnreadableError(too_large(len(data), limits))
    kind = kind_of(data)
    if kind is Container.ZIP:
        return _read_archive(name, data, limits)
    if kind is SourceKind.JSON:
        return cast("StatementReader", import_module(STATEMENTS)).reports(name, data, limits)
    document = _document(kind, data, limits)
    source = Source(name, hashlib.sha256(data).hexdigest(), document.pages)
    return [read_document(document, source)]


def document_of(data: bytes, limits: Limits = DEFAULT) -> Document:
    """The neutral document of a file that is none of an archive or statement."""
    kind = kind_of(data)
    if kind is Container.ZIP or kind is SourceKind.JSON:
        raise UnreadableError("这不是文档：请交 Word、PDF、网页或文本形式的报告")
    return _document(kind, data, limits)


def _document(kind: SourceKind, data: bytes, limits: Limits) -> Document:
    reader = cast("Reader", import_module(MODULES[kind]))
    try:
        return reader.document(data, limits)
    except (RecursionError, MemoryError) as error:
        raise UnreadableError(
            "文件的结构复杂得不合常理，无法读取：请把报告正文另存为 Word 文件再交"
        ) from error


def _read_archive(name: str, data: bytes, limits: Limits) -> list[Report]:
    reports: list[Report] = []
    refused: list[str] = []
    for member in members(name, data, limits):
        try:
            if member.refused is not None:
                raise UnreadableError(member.refused)
            reports.extend(read_bytes(member.name, member.data, limits))
        except UnreadableError as error:
            refused.append(f"{member.name}：{error}")
    if not reports:
        raise UnreadableError("；".join(refused) or "压缩包是空的，没有可读的文件")
    if refused:
        document = reports[0].document
        reports[0] = replace(
            reports[0], document=replace(document, notes=(*document.notes, *refused))
        )
    return reports
