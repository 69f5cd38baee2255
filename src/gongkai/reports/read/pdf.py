"""PDF with a text layer → the neutral document."""

import pypdfium2

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.page.flow import flow
from gongkai.reports.read.page.judged import picture_notes, require_text
from gongkai.reports.read.page.pdfium import drawn
from gongkai.reports.read.unreadable import UnreadableError

LOCKED = "这份 PDF 加了打开密码：请取消密码后重新保存，再交来读取"
BROKEN = "这份 PDF 已损坏或不完整，打不开：请重新导出或重新下载"


def document(data: bytes, limits: Limits) -> Document:
    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(LOCKED if "password" in str(error).lower() else BROKEN) from error
    try:
        return _document(source, limits)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(BROKEN) from error
    finally:
        source.close()


def _document(source: pypdfium2.PdfDocument, limits: Limits) -> Document:
    count = len(source)
    if count > limits.pages:
        raise UnreadableError(
            f"这份 PDF 有 {count} 页，超过上限 {limits.pages} 页：请只交报告本身，或放宽页数上限"
        )
    pages = [drawn(source[index], index + 1) for index in range(count)]
    require_text(pages, "PDF")
    laid = flow(pages)
    return Document(
        SourceKind.PDF,
        laid.blocks,
        pages=count,
        meta=_meta(source),
        hidden=laid.hidden,
        notes=tuple(picture_notes(pages)),
    )


def _meta(source: pypdfium2.PdfDocument) -> dict[str, str]:
    given = source.get_metadata_dict(skip_empty=True)
    names = {"Title": "title", "Author": "author", "CreationDate": "created_on"}
    return {name: given[key] for key, name in names.items() if given.get(key)}
