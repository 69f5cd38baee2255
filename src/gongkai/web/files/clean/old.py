"""Files of the old Office formats: made new by LibreOffice, so that they can be freed."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongkai.reports.office import DOCX as WORD
from gongkai.reports.office import converted
from gongkai.web.files.sniff import DOC, DOCX, PPT, PPTX, XLS, XLSX, Kind

SECONDS = 90


@dataclass(frozen=True)
class Newer:
    """The ending LibreOffice knows an old kind by, what it makes of it, and the filter for that."""

    old: str
    kind: Kind
    target: str


NEWER: Mapping[str, Newer] = {
    DOC.media: Newer("doc", DOCX, WORD),
    XLS.media: Newer("xls", XLSX, "xlsx:Calc MS Excel 2007 XML"),
    PPT.media: Newer("ppt", PPTX, "pptx:Impress MS PowerPoint 2007 XML"),
}
"""Media type → what such a file becomes; WPS writes the same formats under names of its own."""


def renewed(media: str, data: bytes) -> bytes:
    """The same paper in the format of today; OfficeError when none comes out."""
    newer = NEWER[media]
    return converted(data, newer.old, newer.target, SECONDS)


def new_name(name: str, media: str) -> str:
    """`报告.doc` → `报告.docx`; any other name stays."""
    newer = NEWER.get(media)
    return f"{name.rpartition('.')[0]}.{newer.kind.endings[0]}" if newer else name


def new_media(media: str) -> str:
    newer = NEWER.get(media)
    return newer.kind.media if newer else media
