"""What a picture tells besides what it shows: author, description, place, comments. Pure."""

import io
import re
from collections.abc import Iterator

from PIL import Image
from PIL.ExifTags import GPS, IFD, TAGS

from gongkai.checks.published import HIDDEN
from gongkai.web.files.sniff import BEGINNINGS

TAG = re.compile(r"<[^>]+>")
WIDE_TAGS = {"XPTitle", "XPComment", "XPAuthor", "XPKeywords", "XPSubject"}
LONGEST = 20_000


def is_picture(data: bytes) -> bool:
    return any(data.startswith(start) for start, kind in BEGINNINGS if kind.image)


def picture_words(data: bytes) -> str:
    """The words in its metadata, all of them hidden from who looks at it; empty for none."""
    with Image.open(io.BytesIO(data)) as picture:
        found = [line.strip() for line in _told(picture)]
    words = "\n".join(line for line in found if line)[:LONGEST]
    return f"{HIDDEN}{words}" if words else ""


def _told(picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    for number, value in {**exif, **exif.get_ifd(IFD.Exif)}.items():
        yield _words(TAGS.get(number, ""), value)
    place = exif.get_ifd(IFD.GPSInfo)
    if GPS.GPSLatitude in place:
        yield f"拍摄位置 {place[GPS.GPSLatitude]} {place.get(GPS.GPSLongitude, '')}"
    for key, value in picture.info.items():
        if isinstance(value, str):
            yield TAG.sub(" ", value)
        elif key in ("comment", "xmp") and isinstance(value, bytes):
            yield TAG.sub(" ", value.decode(errors="replace"))


def _words(name: str, value: object) -> str:
    """Only what is words; UserComment begins with eight bytes that name its letters."""
    if isinstance(value, str):
        return value
    if isinstance(value, bytes) and name in WIDE_TAGS:
        return value.decode("utf-16-le", errors="replace").rstrip("\0")
    if isinstance(value, bytes) and name == "UserComment":
        letters = "utf-16" if value.startswith(b"UNICODE") else "utf-8"
        return value[8:].decode(letters, errors="replace")
    return ""
