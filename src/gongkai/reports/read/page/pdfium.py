"""A page of a PDF as pdfium gives it: glyphs with their boxes, rulings, pictures."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from gongkai.reports.read.page.lines import plain
from gongkai.reports.read.page.matrix import ONE, Matrix, moved, times
from gongkai.reports.read.page.shapes import DrawnPage, Glyph, rule_box, rule_line

MOST_OBJECTS, DEEPEST_FORM = 50_000, 8
"""What a page holds beyond this is a drawing."""

SOFT = frozenset({0xAD, 0x200B, 0xFEFF, 0xFFFE})
"""Soft hyphens and marks without width."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in page coordinates; left, top, right, bottom as seen."""


def drawn(page: pypdfium2.PdfPage, number: int) -> DrawnPage:
    """A page's glyphs, rulings and pictures."""
    text = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    view = View(left, bottom, right, top, _lie_of(text))
    result = DrawnPage(number, view.width, view.height)
    result.glyphs.extend(_glyphs(text, view))
    Drawing(result, view).page(page)
    text.close()
    page.close()
    return result


@dataclass(frozen=True, slots=True)
class View:
    """How page coordinates (origin at the lower left) are seen: turned, from the upper left."""

    left: float
    bottom: float
    right: float
    top: float
    quarters: int
    """Quarter turns clockwise."""

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.quarters % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.quarters % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of a box given by two corners."""
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def _lie_of(text: pypdfium2.PdfTextPage) -> int:
    """Quarter turns clockwise that bring most of the text upright, judged by a few characters."""
    count = text.count_chars()
    lies = [_lie(text, index) for index in range(0, count, max(1, count // 60))]
    common = max(set(lies), key=lies.count, default=0)
    return common if lies.count(common) * 2 > len(lies) else 0


def _lie(text: pypdfium2.PdfTextPage, index: int) -> int:
    """Quarter turns clockwise that bring a character upright; pdfium gives its clockwise angle."""
    angle: float = pdfium.FPDFText_GetCharAngle(text.raw, index)
    return -round(angle / (math.pi / 2)) % 4


def _glyphs(text: pypdfium2.PdfTextPage, view: View) -> Iterator[Glyph]:
    """The characters that the page shows; blanks that pdfium only supposes are left out."""
    shown = [(index, character, _advance(text, index)) for index, character in _characters(text)]
    heights = sorted(top - bottom for _, _, (_, bottom, _, top) in shown if top > bottom)
    usual = heights[len(heights) // 2] if heights else 0
    for index, character, (left, bottom, right, top) in shown:
        box = left, bottom, right, top
        if not 0 < top - bottom <= 3 * usual:
            box = _ink(text, index)  # in vertical writing pdfium's advance box is far too large
        turned = _lie(text, index) != view.quarters
        yield Glyph(plain(character), *view.box(*box), turned=turned)


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """Index and character of all that the page shows; the halves of a surrogate pair joined."""
    high = 0
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high & 0x3FF) << 10) + (code & 0x3FF)
        shown = code >= 32 and code not in SOFT
        if shown and pdfium.FPDFText_IsGenerated(text.raw, index) != 1:
            yield index, chr(code)


def _advance(text: pypdfium2.PdfTextPage, index: int) -> Box:
    """The box that a character takes up in its line."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
    return box.left, box.bottom, box.right, box.top


def _ink(text: pypdfium2.PdfTextPage, index: int) -> Box:
    """The box of what is drawn of a character."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


class Drawing:
    """Collects the rulings and pictures among the objects of a page and of the forms on it."""

    def __init__(self, result: DrawnPage, view: View) -> None:
        self.result = result
        self.view = view
        self.left = MOST_OBJECTS

    def page(self, page: pypdfium2.PdfPage) -> None:
        for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
            self.take(pdfium.FPDFPage_GetObject(page.raw, index), ONE, 0)

    def take(self, thing: Any, matrix: Matrix, depth: int) -> None:
        self.left -= 1
        if self.left < 0:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self.path(thing, matrix)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = self.seen(thing, matrix)
            area = max(self.result.width * self.result.height, 1)
            share = (right - left) * (bottom - top) / area
            self.result.pictures = max(self.result.pictures, share)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST_FORM:
            inner = times(_matrix(thing), matrix)
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                self.take(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)

    def path(self, path: Any, matrix: Matrix) -> None:
        """A path's rulings: strokes along an axis, filled boxes so thin that they are lines."""
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
        segments = pdfium.FPDFPath_CountSegments(path)
        if not stroke.value and (segments <= 5 or not fill.value):
            if fill.value:
                rule_box(self.result, *self.seen(path, matrix))
            return
        for points in _subpaths(path, min(segments, MOST_OBJECTS), times(_matrix(path), matrix)):
            seen = [self.view.point(*point) for point in points]
            if stroke.value:
                for (x0, y0), (x1, y1) in pairwise(seen):
                    rule_line(self.result, x0, y0, x1, y1)
            else:
                xs, ys = [x for x, _ in seen], [y for _, y in seen]
                rule_box(self.result, min(xs), min(ys), max(xs), max(ys))

    def seen(self, thing: Any, matrix: Matrix) -> Box:
        """The box of an object as seen: left, top, right, bottom."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        a = moved(left.value, bottom.value, matrix)
        return self.view.box(*a, *moved(right.value, top.value, matrix))


def _subpaths(path: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path; a closed part ends where it began."""
    points: list[tuple[float, float]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(moved(x.value, y.value, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _matrix(thing: Any) -> Matrix:
    m = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, m)
    return m.a, m.b, m.c, m.d, m.e, m.f
