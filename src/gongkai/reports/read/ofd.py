"""OFD, the national format for fixed pages (GB/T 33190) → the neutral document."""

import posixpath
import re
from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.read.attached import attached
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.page.flow import flow
from gongkai.reports.read.page.judged import picture_notes, require_text
from gongkai.reports.read.page.lines import WIDE, plain
from gongkai.reports.read.page.matrix import ONE, Matrix, moved, times
from gongkai.reports.read.page.shapes import DrawnPage, Glyph, rule_box, rule_line
from gongkai.reports.read.unreadable import UnreadableError
from gongkai.reports.read.xmlparts import XmlPackage, below, child, local

POINT = 72 / 25.4
"""Points in a millimetre, the unit of OFD."""

A4 = (0.0, 0.0, 210.0, 297.0)
LOCKED = "这份 OFD 加了密码，打不开：请取消密码后再交"
NO_PAGES = "这份 OFD 里找不到页面，可能已损坏：请重新导出"
DEEPEST, MOST_GLYPHS = 30, 500_000

Box = tuple[float, float, float, float]


def document(data: bytes, limits: Limits) -> Document:
    package = XmlPackage(data, limits.unpacked_bytes)
    if "OFD.xml" not in package:
        raise UnreadableError(NO_PAGES)
    root = package.xml("OFD.xml")
    if next(below(root, "Encryptions"), None) is not None:
        raise UnreadableError(LOCKED)
    pages = list(_pages(package, root, limits))
    if not pages:
        raise UnreadableError(NO_PAGES)
    require_text(pages, "OFD")
    laid = flow(pages)
    return Document(
        SourceKind.OFD,
        laid.blocks,
        pages=len(pages),
        meta=_meta(root),
        hidden=laid.hidden,
        attachments=attached(package, "", limits, folders=("Attachs/", "Attachments/")),
        notes=tuple(picture_notes(pages)),
    )


def _pages(package: XmlPackage, root: etree._Element, limits: Limits) -> Iterator[DrawnPage]:
    """The pages in the order of Document.xml, which is not the order in the zip."""
    number = 0
    for body in below(root, "DocBody"):
        path = _path("", child(body, "DocRoot"))
        if path not in package:
            continue
        main = package.xml(path)
        folder = posixpath.dirname(path)
        area = _area(child(main, "CommonData", "PageArea")) or A4
        templates = _templates(package, main, folder)
        listed = child(main, "Pages")
        for page in listed if listed is not None else ():
            number += 1
            if number > limits.pages:
                raise UnreadableError(
                    f"这份 OFD 超过 {limits.pages} 页的上限：请只交报告本身，或放宽页数上限"
                )
            content = package.optional(_resolved(folder, page.get("BaseLoc")))
            if content is not None:
                yield _drawn(content, number, area, templates)


def _templates(package: XmlPackage, main: etree._Element, folder: str) -> dict[str, etree._Element]:
    """The page templates by their number."""
    found = {}
    for element in below(main, "TemplatePage"):
        content = package.optional(_resolved(folder, element.get("BaseLoc")))
        if content is not None:
            found[element.get("ID") or ""] = content
    return found


def _drawn(
    content: etree._Element, number: int, area: Box, templates: dict[str, etree._Element]
) -> DrawnPage:
    left, top, width, height = _area(child(content, "Area")) or area
    page = DrawnPage(number, width * POINT, height * POINT)
    origin: Matrix = (POINT, 0, 0, POINT, -left * POINT, -top * POINT)
    for use in content:
        if local(use) == "Template" and use.get("TemplateID") in templates:
            template = child(templates[use.get("TemplateID") or ""], "Content")
            _draw(template, page, origin, 0)
    _draw(child(content, "Content"), page, origin, 0)
    return page


def _draw(holder: etree._Element | None, page: DrawnPage, matrix: Matrix, depth: int) -> None:
    """Text, rulings and pictures of a layer or block."""
    for thing in holder if holder is not None and depth < DEEPEST else ():
        name = local(thing)
        if name == "TextObject":
            page.glyphs.extend(_glyphs(thing, _placed(thing, matrix)))
            if len(page.glyphs) > MOST_GLYPHS:
                raise UnreadableError("这份 OFD 的一页里文字多得不合常理，无法读取：请重新导出")
        elif name == "PathObject":
            _rule(thing, page, matrix)
        elif name == "ImageObject":
            _, _, width, height = _box(thing.get("Boundary")) or (0, 0, 0, 0)
            share = width * height * POINT**2 / max(page.width * page.height, 1)
            page.pictures = max(page.pictures, share)
        elif name in {"Layer", "PageBlock", "Content"}:
            _draw(thing, page, matrix, depth + 1)


def _placed(thing: etree._Element, outer: Matrix) -> Matrix:
    """From the coordinates inside an object to those of the page: its CTM, then its boundary."""
    x, y, _, _ = _box(thing.get("Boundary")) or (0.0, 0.0, 0.0, 0.0)
    numbers = _numbers(thing.get("CTM"))
    own: Matrix = tuple(numbers) if len(numbers) == 6 else ONE  # type: ignore[assignment]
    return times(times(own, (1, 0, 0, 1, x, y)), outer)


def _glyphs(text: etree._Element, matrix: Matrix) -> Iterator[Glyph]:
    """The characters of a text object, each where its code's offsets put it."""
    size = (_numbers(text.get("Size")) or [3.5])[0]
    scale = (_numbers(text.get("HScale")) or [1.0])[0]
    turned = abs(matrix[1]) > abs(matrix[0])
    x = y = 0.0
    for code in (part for part in text if local(part) == "TextCode"):
        x = (_numbers(code.get("X")) or [x])[0]
        y = (_numbers(code.get("Y")) or [y])[0]
        across, down = _deltas(code.get("DeltaX")), _deltas(code.get("DeltaY"))
        at_x, at_y = x, y
        for index, character in enumerate(code.text or ""):
            width = size * scale * (1 if WIDE.match(character) else 0.5)
            corners = (at_x, at_y - 0.86 * size), (at_x + width, at_y + 0.14 * size)
            (x0, y0), (x1, y1) = (moved(*corner, matrix) for corner in corners)
            box = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
            yield Glyph(plain(character), *box, turned=turned)
            at_x += across[index] if index < len(across) else (0 if down else width)
            at_y += down[index] if index < len(down) else 0


def _deltas(text: str | None) -> list[float]:
    """Offsets from one character to the next; `g 3 5.2` stands for three times 5.2."""
    parts = (text or "").split()[:20_000]
    found: list[float] = []
    while parts and len(found) < 100_000:
        part = parts.pop(0)
        if part == "g" and len(parts) > 1:
            times, step = _numbers(f"{parts.pop(0)} {parts.pop(0)}") or [0, 0]
            found.extend([step] * min(int(times), 20_000))
        else:
            found.extend(_numbers(part))
    return found


def _rule(path: etree._Element, page: DrawnPage, outer: Matrix) -> None:
    """The rulings of a path: strokes along an axis, or a filled box as thin as a line."""
    data = child(path, "AbbreviatedData")
    matrix = _placed(path, outer)
    stroked = path.get("Stroke", "true") != "false"
    for points in _subpaths(data.text or "" if data is not None else ""):
        seen = [moved(x, y, matrix) for x, y in points]
        if stroked:
            for (x0, y0), (x1, y1) in pairwise(seen):
                rule_line(page, x0, y0, x1, y1)
        elif path.get("Fill") == "true":
            xs, ys = [x for x, _ in seen], [y for _, y in seen]
            rule_box(page, min(xs), min(ys), max(xs), max(ys))


TAKES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""Commands of a path and how many numbers each takes; the last two are where it ends."""


def _subpaths(data: str) -> Iterator[list[tuple[float, float]]]:
    """The points of each part of a path; curves as straight lines to their ends."""
    points: list[tuple[float, float]] = []
    tokens = data.split()[:100_000]
    at = 0
    while at < len(tokens):
        takes = TAKES.get(tokens[at])
        at += 1
        if takes is None:
            continue
        command, numbers = tokens[at - 1], _numbers(" ".join(tokens[at : at + takes]))
        at += takes
        if command in "SM" and points:
            yield points
            points = []
        if command == "C" and points:
            points.append(points[0])
        elif len(numbers) == takes and takes:
            points.append((numbers[-2], numbers[-1]))
    if points:
        yield points


def _area(element: etree._Element | None) -> Box | None:
    """The box of a page: what is shown of it, else the sheet."""
    for name in ("ApplicationBox", "PhysicalBox"):
        box = child(element, name)
        if box is not None and (found := _box(box.text)):
            return found
    return None


def _box(text: str | None) -> Box | None:
    numbers = _numbers(text)
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


NUMBER = re.compile(r"[-+]?(?:\d{1,9}\.?\d*|\.\d+)(?:[eE][-+]?\d{1,2})?")


def _numbers(text: str | None) -> list[float]:
    return [float(part) for part in (text or "").split() if NUMBER.fullmatch(part)]


def _path(folder: str, element: etree._Element | None) -> str:
    return _resolved(folder, element.text if element is not None else None)


def _resolved(folder: str, location: str | None) -> str:
    """A location in the package: from the root where it begins with a slash, else from a folder."""
    given = (location or "").strip()
    joined = given if given.startswith("/") else posixpath.join(folder, given)
    return posixpath.normpath(joined).lstrip("/")


def _meta(root: etree._Element) -> dict[str, str]:
    names = {"Title": "title", "Author": "author", "CreationDate": "created_on"}
    names |= {"ModDate": "modified_on", "Creator": "program"}
    info = next(below(root, "DocInfo"), None)
    return {
        names[local(element)]: element.text.strip()
        for element in (info if info is not None else ())
        if local(element) in names and element.text and element.text.strip()
    }
