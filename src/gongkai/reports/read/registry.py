"""The registry of formats: what kind of file this is, which module reads it.

The one place of reading that imports late, so that a text report loads no PDF library.
"""

import hashlib
from importlib import import_module
from typing import Protocol, cast

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import Source
from gongkai.reports.read.fit import read_document
from gongkai.reports.read.limits import DEFAULT, Limits
from gongkai.reports.read.sniff import kind_of

MODULES = {
    SourceKind.TEXT: "gongkai.reports.read.text",
    SourceKind.MARKDOWN: "gongkai.reports.read.text",
}
"""A module has `document(data: bytes, limits: Limits) -> Document`; it raises UnreadableError."""


class Reader(Protocol):
    """A module that reads one format."""

    def document(self, data: bytes, limits: Limits) -> Document: ...


def read_bytes(name: str, data: bytes, limits: Limits = DEFAULT) -> list[Report]:
    """The reports in a file: one, or several from an archive. Raises UnreadableError."""
    reader = cast("Reader", import_module(MODULES[kind_of(data)]))
    document = reader.document(data, limits)
    source = Source(name, hashlib.sha256(data).hexdigest(), document.pages)
    return [read_document(document, source)]
