"""What is blacked out is burnt into the pictures of the pages; nothing else of the paper is kept.

The output is made from pixels alone: no text, no metadata, no annotation, no attachment, no older
revision can come over from the original. Pure.
"""

import io
import zlib
from collections.abc import Iterable, Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from gongkai.web.files.redaction.pages import DPI, MM, Box, Paper, Size

QUALITY = 85
COLOURLESS = 12
"""By how much the three colours of a pixel may differ on a page that counts as grey."""
DARK = 40
"""What a coloured page may show under a box at most, after the loss of JPEG."""
RIM = 8
"""Pixels at the edge of a box that JPEG may blur with what stands beside it."""


class LeakError(Exception):
    """The output does not keep what it must; it is not given out."""


def burnt(data: bytes, boxes: Iterable[Box]) -> bytes:
    """The paper as a PDF of pictures with these boxes black."""
    paper, chosen = Paper(data), list(boxes)
    pages = []
    for number in range(1, len(paper) + 1):
        own = [box for box in chosen if box.page == number]
        picture = blackened(paper.picture(number, DPI), own)
        pages.append((_picture(picture), paper.size(number)))
    return as_pdf(pages)


def blackened(picture: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """The picture with the boxes black; grey where it had no colour."""
    shown = picture.convert("L") if is_grey(picture) else picture.convert("RGB")
    pen = ImageDraw.Draw(shown)
    for box in boxes:
        left, top, right, bottom = box.pixels(DPI)
        pen.rectangle((left, top, right - 1, bottom - 1), fill=0 if shown.mode == "L" else "black")
    return shown


def is_grey(picture: Image.Image) -> bool:
    """Whether the page has no colour that anybody would see."""
    small = picture.convert("RGB").resize((200, 280), Image.Resampling.BOX)
    red, green, blue = small.split()
    pairs = (ImageChops.difference(red, other) for other in (green, blue))
    return all(pair.getextrema()[1] <= COLOURLESS for pair in pairs)


def as_pdf(pages: Sequence[tuple[bytes, Size]]) -> bytes:
    """A PDF that holds these pictures, each as an object of PDF, and nothing else."""
    count = len(pages)
    kids = " ".join(f"{3 + 3 * index} 0 R" for index in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
    ]
    for index, (picture, size) in enumerate(pages):
        objects += _page(3 + 3 * index, picture, size)
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    out.write(trailer % (len(objects) + 1, start))
    return out.getvalue()


def _page(number: int, picture: bytes, size: Size) -> list[bytes]:
    """Page, content and picture, numbered from `number`."""
    width, height = size.width / MM * 72, size.height / MM * 72
    drawing = f"{width:.3f} 0 0 {height:.3f} 0 0 cm /P Do".encode()
    page = (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width:.3f} {height:.3f}] "
        f"/Contents {number + 1} 0 R /Resources << /XObject << /P {number + 2} 0 R >> >> >>"
    )
    return [page.encode(), _stream(b"", drawing), picture]


def _picture(picture: Image.Image) -> bytes:
    """Grey without loss, coloured as JPEG without loss of colour resolution."""
    space = b"DeviceGray" if picture.mode == "L" else b"DeviceRGB"
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%b " % (
        picture.width,
        picture.height,
        space,
    )
    head += b"/BitsPerComponent 8 "
    if picture.mode == "L":
        return _stream(head + b"/Filter /FlateDecode ", zlib.compress(picture.tobytes(), 6))
    made = io.BytesIO()
    picture.save(made, "JPEG", quality=QUALITY, subsampling=0)
    return _stream(head + b"/Filter /DCTDecode ", made.getvalue())


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<< %b/Length %d >>\nstream\n%b\nendstream" % (head, len(data), data)


def refuse_leaks(made: bytes, boxes: Iterable[Box], words: Iterable[str] = ()) -> None:
    """LeakError unless the output is pictures alone, black under every box, free of the words."""
    for fault in _faults(made, list(boxes), list(words)):
        raise LeakError(fault)


def _faults(made: bytes, boxes: list[Box], words: list[str]) -> Iterable[str]:
    pdf = pypdfium2.PdfDocument(made)
    if made.count(b"%%EOF") != 1 or made.count(b"startxref") != 1:
        yield "文件里留有旧版本"
    if any(pdf.get_metadata_dict(skip_empty=True).values()) or b"/Metadata" in made:
        yield "文件里留有元数据"
    if pdf.count_attachments() or b"/EmbeddedFile" in made:
        yield "文件里留有附件"
    for word in words:
        if any(word.encode(code) in made for code in ("utf-8", "utf-16-be", "gb18030")):
            yield "文件里还能找到遮盖的文字"
    for number, page in enumerate(pdf, 1):
        yield from _faults_of_page(page, [box for box in boxes if box.page == number])


def _faults_of_page(page: pypdfium2.PdfPage, boxes: list[Box]) -> Iterable[str]:
    kinds = [found.type for found in page.get_objects()]
    if kinds != [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE] or page.get_textpage().count_chars():
        yield "页面上不只有图片"
    if pypdfium2.raw.FPDFPage_GetAnnotCount(page):
        yield "页面上留有批注"
    picture = next(page.get_objects()).get_bitmap().to_pil()
    if any(not is_black(picture, box) for box in boxes):
        yield "遮盖的地方没有全黑"


def is_black(picture: Image.Image, box: Box) -> bool:
    """Whether every pixel under the box is black, on a coloured page but for the rim."""
    left, top, right, bottom = box.pixels(DPI)
    area = (max(left, 0), max(top, 0), min(right, picture.width), min(bottom, picture.height))
    if area[0] >= area[2] or area[1] >= area[3]:
        return True
    if picture.mode == "L":
        under, most = picture.crop(area), 0
    else:
        rim = min(RIM, (area[2] - area[0]) // 3, (area[3] - area[1]) // 3)
        inner = (area[0] + rim, area[1] + rim, area[2] - rim, area[3] - rim)
        under, most = picture.convert("L").crop(inner), DARK
    return under.getextrema()[1] <= most
