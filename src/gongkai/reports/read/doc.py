"""Word 97–2003 (.doc) → the neutral document, through LibreOffice."""

from dataclasses import replace

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.office import DOCX, AbsentError, OfficeError, SlowError, converted
from gongkai.reports.read import docx
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError

ABSENT = (
    "这是旧版 Word 文件（.doc），读取它要用 LibreOffice，本机没有安装："
    "请安装 libreoffice-writer，或用 Word、WPS 把文件另存为 .docx 再交"
)
SLOW = "旧版 Word 文件（.doc）转换超过 {seconds:g} 秒，已停止：请用 Word 或 WPS 另存为 .docx 再交"
FAILED = (
    "这份旧版 Word 文件（.doc）打不开（可能加了密码或已损坏）：请用 Word 或 WPS 另存为 .docx 再交"
)


def document(data: bytes, limits: Limits) -> Document:
    return replace(docx.document(as_docx(data, limits), limits), kind=SourceKind.DOC, pages=None)


def as_docx(data: bytes, limits: Limits) -> bytes:
    """The same document as docx."""
    seconds = limits.seconds * 0.9
    try:
        return converted(data, "doc", DOCX, seconds)
    except AbsentError as error:
        raise UnreadableError(ABSENT) from error
    except SlowError as error:
        raise UnreadableError(SLOW.format(seconds=seconds)) from error
    except OfficeError as error:
        raise UnreadableError(FAILED) from error
