"""Files inside a document: their text, as far as they can be read."""

import posixpath
from collections.abc import Iterator

from gongkai.reports.model.document import Attachment
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.package import Package
from gongkai.reports.read.registry import document_of
from gongkai.reports.read.unreadable import UnreadableError

STARTS = (b"PK\x03\x04", b"%PDF-")
"""How the files begin that an OLE object may be wrapped around."""

MOST = 20


def attached(
    package: Package, folder: str, limits: Limits, folders: tuple[str, ...] = ()
) -> tuple[Attachment, ...]:
    """The files embedded in a package below a folder, or in folders of the given names."""
    names = [
        name
        for name in package.names(folder)
        if not name.endswith(("/", ".xml"))
        and (not folders or any(f"/{part}" in f"/{name}" for part in folders))
    ]
    return tuple(_attachments(package, names[:MOST], limits))


def _attachments(package: Package, names: list[str], limits: Limits) -> Iterator[Attachment]:
    for name in names:
        data = unwrapped(package.read(name))
        try:
            text = "\n".join(line.text for line in document_of(data, limits).lines())
        except UnreadableError:
            text = ""
        yield Attachment(posixpath.basename(name), text)


def unwrapped(data: bytes) -> bytes:
    """What an OLE object holds, where it is a file of a known beginning."""
    if not data.startswith(b"\xd0\xcf\x11\xe0"):
        return data
    starts = [at for at in (data.find(start) for start in STARTS) if at >= 0]
    return data[min(starts) :] if starts else data
