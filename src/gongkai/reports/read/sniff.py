"""Which format a file has, told from its content; its name says nothing."""

import io
import re
import zipfile
from enum import StrEnum
from typing import IO

from gongkai.reports.model.document import SourceKind
from gongkai.reports.read.package import BROKEN, ZIP_ERRORS
from gongkai.reports.read.unreadable import UnreadableError


class Container(StrEnum):
    """What holds files of its own."""

    ZIP = "zip"


MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|h[1-6]|center|article|section)\b",
    re.IGNORECASE,
)
STATEMENT = re.compile(rb"\s*(?:\[\s*)?\{\s*\"|\s*\[\s*\]")

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

MAIL = (
    "这是网页归档（mht）或邮件（eml）文件：请在浏览器里打开后另存为网页（html），"
    "或把邮件里的附件单独存出来再交"
)
PICTURE = (
    "这是一张图片，没有文字可读：请改交 Word 原件或有文字层的 PDF；"
    "只有图片时请人工录入，不要直接采用识别（OCR）结果"
)
REFUSED = (
    (rb"\{\\rtf", "这是 RTF 文件：请用 Word 或 WPS 打开，另存为 .docx 再交"),
    (
        rb"(?i)(?:from|mime-version|date|subject|received|message-id|return-path|content-type):",
        MAIL,
    ),
    (rb"\xff\xd8\xff|\x89PNG|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF....WEBP", PICTURE),
    (rb"Rar!\x1a\x07", "这是 RAR 压缩包：请解压后交其中的报告，或改打成 zip"),
    (rb"7z\xbc\xaf\x27\x1c", "这是 7z 压缩包：请解压后交其中的报告，或改打成 zip"),
    (rb"\x1f\x8b|BZh|\xfd7zXZ", "这是 gz、bz2 或 xz 压缩包：请解压后交其中的报告，或改打成 zip"),
    (rb"\x7fELF|MZ", "这是程序，不是报告：请检查是否选错了文件"),
    (rb"SQLite format 3\0", "这是数据库文件，不是报告：请检查是否选错了文件"),
)
"""What begins so is known, and is refused with what to do instead."""

LOCKED_OFFICE = "这份 Word 或 Excel 文件加了打开密码：请取消密码后再交"
OPEN_DOCUMENT = (
    "这是 OpenDocument 文件（odt、ods）：请用 LibreOffice 或 WPS 另存为 .docx 或 .xlsx 再交"
)
PRESENTATION = "这是演示文稿，不是报告：请交 Word、PDF 或网页形式的报告"
UNKNOWN_OLD = "这是旧版 Office 文件，但既不是 Word 也不是 Excel：请另存为 .docx 再交"
EMPTY = "文件是空的，没有可读的内容：请检查文件是否传完整"


def kind_of(data: bytes) -> SourceKind | Container:
    """The format of these bytes; plain text where no other is recognised. Raises UnreadableError
    for a known format that is not read."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(EMPTY)
    head = data[:2048]
    if b"%PDF-" in head[:1024]:
        return SourceKind.PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_kind(io.BytesIO(data))
    if head.startswith(OLD_OFFICE):
        return _old_office(data)
    bare = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for pattern, sentence in REFUSED:
        if re.match(pattern, bare, re.DOTALL):
            raise UnreadableError(sentence)
    return _text(data, bare)


def _text(data: bytes, bare: bytes) -> SourceKind:
    bare = bare.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if STATEMENT.match(bare):
        return SourceKind.JSON
    tags = len(MARKUP.findall(data[:200_000].replace(b"\0", b"")))
    if tags and (bare.startswith(b"<") or tags > 2):
        return SourceKind.HTML
    return SourceKind.TEXT


OFFICE = (
    ("word/document.xml", "word/", SourceKind.DOCX),
    ("xl/workbook.xml", "xl/", SourceKind.XLSX),
    ("ppt/presentation.xml", "ppt/", None),
)
"""Main part, folder of parts, kind."""


def zip_kind(file: IO[bytes]) -> SourceKind | Container:
    """What a zip is, by the names in its directory, not by those of files inside its files."""
    try:
        with zipfile.ZipFile(file) as packed:
            names = packed.namelist()
            first = packed.read("mimetype")[:80] if "mimetype" in names[:1] else b""
    except ZIP_ERRORS as error:
        raise UnreadableError(BROKEN) from error
    except RuntimeError:
        return Container.ZIP
    if "OFD.xml" in names:
        return SourceKind.OFD
    if first.startswith(b"application/vnd.oasis.opendocument"):
        raise UnreadableError(OPEN_DOCUMENT)
    for main, folder, kind in OFFICE:
        parts = any(name.startswith(folder) for name in names)
        if main in names or (parts and "[Content_Types].xml" in names):
            if kind is None:
                raise UnreadableError(PRESENTATION)
            return kind
    return Container.ZIP


def _old_office(data: bytes) -> SourceKind:
    """Word and Excel 97–2003 and locked files of any age, by the streams they hold."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(LOCKED_OFFICE)
    if "WordDocument".encode("utf-16-le") in data:
        return SourceKind.DOC
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book\0")):
        return SourceKind.XLSX
    raise UnreadableError(UNKNOWN_OLD)
