"""Whether the text of drawn pages can be trusted at all."""

from collections.abc import Iterator, Sequence

from gongkai.reports.read.page.shapes import DrawnPage
from gongkai.reports.read.unreadable import UnreadableError

SCAN = (
    "这份 {kind} 是扫描件或图片，没有文字层，读不出数字：请改交 Word 原件或由 Word 导出的 PDF；"
    "只有扫描件时，请人工录入，不要直接采用识别（OCR）结果"
)
UNMAPPED = "这份 {kind} 的字体没有文字编码，取出的是乱码：请改交 Word 原件，或重新导出"


def require_text(pages: Sequence[DrawnPage], kind: str) -> None:
    """Refuse a scan, and text whose fonts give private or missing codes in great number."""
    texts = [glyph.text for page in pages for glyph in page.glyphs if glyph.text.strip()]
    if not texts:
        raise UnreadableError(SCAN.format(kind=kind))
    lost = sum(1 for text in texts if text == "\ufffd" or "\ue000" <= text <= "\uf8ff")
    if lost > 0.2 * len(texts):
        raise UnreadableError(UNMAPPED.format(kind=kind))


def picture_notes(pages: Sequence[DrawnPage]) -> Iterator[str]:
    """What a reader should know of pages that are pictures."""
    bare, covered = [], []
    for page in pages:
        if not any(glyph.text.strip() for glyph in page.glyphs):
            if page.pictures > 0.3:
                bare.append(str(page.number))
        elif page.pictures > 0.8:
            covered.append(str(page.number))
    if bare:
        yield f"第 {'、'.join(bare)} 页只有图片，没有文字层，其中的内容没有读到"
    if covered:
        yield f"第 {'、'.join(covered)} 页是图片加识别出的文字层，数字和名称可能认错，请对照原件"
