"""What a file really is, told from its bytes; its name must agree. Pure."""

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT_SAMPLE = 64 * 1024


class RefusedError(Exception):
    """The file is not taken in; the message is one sentence for the person who sent it."""


@dataclass(frozen=True)
class Kind:
    """A kind of file that is taken in: media type, the endings its name may have."""

    media: str
    endings: tuple[str, ...]
    image: bool = False


PDF = Kind("application/pdf", ("pdf",))
OFD = Kind("application/ofd", ("ofd",))
OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = Kind(OFFICE + "wordprocessingml.document", ("docx",))
XLSX = Kind(OFFICE + "spreadsheetml.sheet", ("xlsx",))
PPTX = Kind(OFFICE + "presentationml.presentation", ("pptx",))
DOC = Kind("application/msword", ("doc", "wps"))
PPT = Kind("application/vnd.ms-powerpoint", ("ppt", "dps"))
XLS = Kind("application/vnd.ms-excel", ("xls", "et"))
ZIP = Kind("application/zip", ("zip",))
PNG = Kind("image/png", ("png",), image=True)
JPEG = Kind("image/jpeg", ("jpg", "jpeg"), image=True)
TIFF = Kind("image/tiff", ("tif", "tiff"), image=True)
MESSAGE = Kind("message/rfc822", ("eml",))
"""Only mail intake takes these in."""
TEXT = Kind("text/plain", ("txt", "csv", "md"))
TAKEN = "PDF、OFD、Word、Excel、PPT、图片（PNG、JPG、TIFF）、文本或 ZIP"

BEGINNINGS = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
)
INSIDE_ZIP = (("OFD.xml", OFD), ("word/", DOCX), ("xl/", XLSX), ("ppt/", PPTX))
PROGRAMS = re.compile(
    rb"^\s*(<\?php|#!|MZ|\x7fELF|<!doctype html|<html|<script|<svg)", re.IGNORECASE
)


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file; RefusedError when it is none that is taken, or not what its name says."""
    found = _by_content(data, name)
    ending = name.rpartition(".")[2].lower()
    if found is None:
        raise RefusedError(f"“{name}”不是可以上传的文件，请上传 {TAKEN} 文件。")
    if ending not in found.endings:
        raise RefusedError(
            f"“{name}”的内容其实是 {found.endings[0].upper()} 文件，请改正文件名的后缀再上传。"
        )
    return found


def _by_content(data: bytes, name: str) -> Kind | None:
    for beginning, kind in BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data.startswith(b"PK\x03\x04"):
        return _inside_zip(data)
    if data.startswith(OLE):
        ending = name.rpartition(".")[2].lower()
        return next((kind for kind in (XLS, PPT) if ending in kind.endings), DOC)
    return TEXT if _is_text(data) else None


def _inside_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError) as fault:
        raise RefusedError("文件已损坏，打不开，请重新导出后上传。") from fault
    for beginning, kind in INSIDE_ZIP:
        if any(name.startswith(beginning) for name in names):
            return kind
    return ZIP


def _is_text(data: bytes) -> bool:
    sample = data[:TEXT_SAMPLE]
    if PROGRAMS.match(sample) or b"\x00" in sample:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            sample[: len(sample) - 4 if len(data) > TEXT_SAMPLE else None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def safe_name(name: str) -> str:
    """A name without path, control characters or what shells and servers stumble over."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join("_" if c in '<>:"|?*;' or unicodedata.category(c)[0] == "C" else c for c in last)
    stem, dot, ending = kept.strip(" .").rpartition(".")
    return f"{(stem if dot else ending)[:120] or '未命名'}{dot}{ending[:10] if dot else ''}"
