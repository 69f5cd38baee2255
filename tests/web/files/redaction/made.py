"""Papers with secrets in every place where a careless tool leaves them."""

import io
import json
import random
from dataclasses import dataclass

import docx
import pypdfium2
import typst
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

from gongkai.reports.office import PDF, converted
from gongkai.web.files.redaction.find import suggestions
from gongkai.web.files.redaction.pages import MM, Box, Paper

SURNAMES, GIVEN = "程欧杜李赵钱孙周", ("远山", "清和", "鹃", "思远", "文清", "一凡")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
DPI = 150


@dataclass(frozen=True)
class Made:
    """A file as a body would hold it: what has pages, what is secret in it, and where."""

    name: str
    data: bytes
    secrets: tuple[str, ...]
    boxes: tuple[Box, ...]


def identity(chance: random.Random) -> str:
    digits = f"420104{chance.randrange(1950, 2004)}{chance.randrange(1, 13):02d}"
    digits += f"{chance.randrange(1, 29):02d}{chance.randrange(100, 999)}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True))
    return digits + "10X98765432"[total % 11]


def secrets(chance: random.Random) -> tuple[str, str, str]:
    name = chance.choice(SURNAMES) + chance.choice(GIVEN)
    return name, identity(chance), f"1380000{chance.randrange(1000, 9999)}"


def made(number: int) -> Made:
    """The file of that number, always the same."""
    chance = random.Random(number)
    kind = ("pdf", "pdf", "pdf", "pdf", "pdf", "pdf", "png", "jpg", "tif", "docx")[number % 10]
    return {"pdf": _pdf, "docx": _docx}.get(kind, _picture)(chance, f"{number}.{kind}")


def _found(data: bytes, name: str) -> tuple[Box, ...]:
    paper = Paper(data)
    pages = [paper.glyphs(page) for page in range(1, len(paper) + 1)]
    return tuple(box for each in suggestions(pages, [name]) for box in each.boxes)


TEMPLATE = """
#let told = json(bytes(sys.inputs.told))
#set page(paper: "a4", flipped: told.flipped, margin: 2cm)
#set document(title: told.title, author: told.author, keywords: told.keywords)
#set text(font: "Noto Sans CJK SC", size: told.size * 1pt, fill: rgb(told.colour))
#for page in told.pages { for line in page { par(line) } ; pagebreak(weak: true) }
"""


def _pdf(chance: random.Random, name: str) -> Made:
    """Text, metadata, an attachment and an older revision, all with the secrets in them."""
    person, number, phone = found = secrets(chance)
    line = f"申请人{person}，身份证号{number}，手机{phone}，申请公开安置补偿协议。"
    pages = [
        ["安置补偿协议", *(chance.choice((line, "本协议一式两份。")) for _each in range(12)), line]
        for _page in range(chance.randrange(1, 4))
    ]
    told = {
        "title": f"{person}的协议",
        "author": person,
        "keywords": [number],
        "flipped": chance.random() < 0.3,
        "size": chance.choice((9, 10.5, 16)),
        "colour": chance.choice(("#000000", "#aa0000")),
        "pages": pages,
    }
    said = {"told": json.dumps(told, ensure_ascii=False)}
    plain = typst.compile(TEMPLATE.encode(), sys_inputs=said)
    pdf = pypdfium2.PdfDocument(plain)
    attached = pdf.new_attachment("名单.txt")
    attached.set_data(line.encode())
    pdf[0].set_rotation(chance.choice((0, 0, 90, 180)))
    out = io.BytesIO()
    pdf.save(out, flags=pypdfium2.raw.FPDF_INCREMENTAL)
    data = out.getvalue()
    return Made(name, data, found, _found(data, person))


def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype("NotoSansCJK-Regular.ttc", 26)


def _picture(chance: random.Random, name: str) -> Made:
    """A scan: the secrets are pixels, and stand in what the file says about itself."""
    found = secrets(chance)
    colour = chance.choice(("white", "#fff7e0"))
    pictures, boxes = [], []
    for page in range(1, 2 + (name.endswith("tif") and 1)):
        picture = Image.new("RGB", (1240, 1754), colour)
        pen = ImageDraw.Draw(picture)
        for at, secret in enumerate(found):
            spot = (chance.randrange(80, 700), 120 + at * 200 + chance.randrange(100))
            pen.text(spot, secret, fill=chance.choice(("black", "#993300")), font=_font())
            left, top, right, bottom = pen.textbbox(spot, secret, font=_font())
            scale = MM / DPI
            size = ((right - left) * scale, (bottom - top) * scale)
            boxes.append(Box(page, left * scale, top * scale, *size))
        pictures.append(picture)
    return Made(name, _saved(pictures, name, found), found, tuple(boxes))


def _saved(pictures: list[Image.Image], name: str, found: tuple[str, ...]) -> bytes:
    out = io.BytesIO()
    first, *others = pictures
    if name.endswith("png"):
        about = PngInfo()
        about.add_itxt("Comment", "".join(found))
        first.save(out, "PNG", dpi=(DPI, DPI), pnginfo=about)
    elif name.endswith("jpg"):
        about = Image.Exif()
        about[0x010E] = "".join(found)
        first.save(out, "JPEG", dpi=(DPI, DPI), exif=about, quality=92)
    else:
        first.save(out, "TIFF", dpi=(DPI, DPI), save_all=True, append_images=others)
    return out.getvalue()


def _docx(chance: random.Random, name: str) -> Made:
    """A Word file with the secrets in text, header and properties, made PDF as we do."""
    person, number, phone = found = secrets(chance)
    document = docx.Document()
    document.core_properties.author = person
    document.sections[0].header.paragraphs[0].text = f"{person} {phone}"
    for _each in range(8):
        document.add_paragraph(f"申请人{person}，身份证号{number}，手机{phone}。")
    out = io.BytesIO()
    document.save(out)
    data = converted(out.getvalue(), "docx", PDF, 60)
    return Made(name, data, found, _found(data, person))
