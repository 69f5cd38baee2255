"""PDF: its pages in a new file; what belongs to the file, not to a page, stays behind."""

import io

import pypdfium2 as pdfium
from pypdfium2 import raw

KEPT = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_STAMP}
"""Links, fields of forms, seals; comments, highlights and attached files go."""


def cleaned(data: bytes) -> bytes:
    """The pages alone: no author, no dates, no attachments, no comments, no scripts."""
    source, made, out = pdfium.PdfDocument(data), pdfium.PdfDocument.new(), io.BytesIO()
    made.import_pages(source)
    for page in made:
        for index in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
            note = raw.FPDFPage_GetAnnot(page, index)
            kind = raw.FPDFAnnot_GetSubtype(note)
            raw.FPDFPage_CloseAnnot(note)
            if kind not in KEPT:
                raw.FPDFPage_RemoveAnnot(page, index)
        page.close()
    made.save(out)
    made.close()
    source.close()
    return out.getvalue()
