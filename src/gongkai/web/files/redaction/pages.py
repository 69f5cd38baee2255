"""Papers as pages: their pictures, the characters with their places, what lies under a box. Pure.

PDF and pictures have pages themselves; other papers are made PDF first. Measures are millimetres
from the upper left corner of the page as it is seen, its rotation applied.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from PIL import Image, ImageOps, ImageSequence

MM = 25.4
DPI = 200
"""Of what is burnt: a scan of office quality."""
PICTURE_DPI = 150
"""Assumed of pictures that do not tell their own, or tell nonsense."""
SANE = range(50, 1201)
PDF = b"%PDF-"


@dataclass(frozen=True)
class Box:
    """A rectangle on a page, numbered from 1, in mm."""

    page: int
    left: float
    top: float
    width: float
    height: float

    def pixels(self, dpi: float) -> tuple[int, int, int, int]:
        """Left, top, right, bottom in pixels, every touched one inside."""
        scale = dpi / MM
        left, top = int(self.left * scale), int(self.top * scale)
        right = -int(-(self.left + self.width) * scale // 1)
        bottom = -int(-(self.top + self.height) * scale // 1)
        return left, top, right, bottom


@dataclass(frozen=True)
class Glyph:
    """One character and where it stands; no box for blanks that only the reader of text sees."""

    text: str
    box: Box | None


@dataclass(frozen=True)
class Size:
    """Of a page in mm."""

    width: float
    height: float


class Paper:
    """A PDF or a picture, page by page."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pypdfium2.PdfDocument(data) if data.startswith(PDF) else None
        if self.pdf:
            self.pdf.init_forms()
        self.frames = [] if self.pdf else list(_frames(data))

    def __len__(self) -> int:
        return len(self.pdf) if self.pdf else len(self.frames)

    def size(self, number: int) -> Size:
        if self.pdf:
            width, height = self.pdf[number - 1].get_size()
            return Size(width / 72 * MM, height / 72 * MM)
        frame = self.frames[number - 1]
        return Size(frame.width / _dpi(frame) * MM, frame.height / _dpi(frame) * MM)

    def picture(self, number: int, dpi: int) -> Image.Image:
        """The page as it is seen, stamps and filled-in fields included."""
        if self.pdf:
            return self.pdf[number - 1].render(scale=dpi / 72).to_pil().convert("RGB")
        frame = self.frames[number - 1]
        scale = dpi / _dpi(frame)
        size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
        return frame.resize(size, Image.Resampling.LANCZOS)

    def glyphs(self, number: int) -> list[Glyph]:
        """The characters of a page in reading order; none of a picture."""
        return list(_glyphs(self.pdf[number - 1], number)) if self.pdf else []


def _frames(data: bytes) -> Iterator[Image.Image]:
    with Image.open(io.BytesIO(data)) as picture:
        for frame in ImageSequence.Iterator(picture):
            dpi = frame.info.get("dpi") or picture.info.get("dpi")
            upright = ImageOps.exif_transpose(frame).convert("RGBA")
            paper = Image.new("RGBA", upright.size, "white")
            whole = Image.alpha_composite(paper, upright).convert("RGB")
            whole.info = {"dpi": dpi} if dpi else {}
            yield whole


def _dpi(frame: Image.Image) -> float:
    told = frame.info.get("dpi", (0, 0))[0]
    return float(told) if round(told) in SANE else PICTURE_DPI


def _glyphs(page: pypdfium2.PdfPage, number: int) -> Iterator[Glyph]:
    text = page.get_textpage()
    bitmap = page.render(scale=1, may_draw_forms=False)
    place = bitmap.get_posconv(page)
    for index in range(text.count_chars()):
        sign = chr(pypdfium2.raw.FPDFText_GetUnicode(text, index))
        left, bottom, right, top = text.get_charbox(index, loose=True)
        if sign.isspace() or right <= left:
            yield Glyph(sign, None)
            continue
        corners = [place.to_bitmap(left, top), place.to_bitmap(right, bottom)]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        mm = MM / 72
        width, height = (xs[1] - xs[0]) * mm, (ys[1] - ys[0]) * mm
        yield Glyph(sign, Box(number, xs[0] * mm, ys[0] * mm, width, height))
