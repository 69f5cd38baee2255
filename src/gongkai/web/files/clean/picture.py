"""Pictures: the same dots, turned as they are meant to be seen, and nothing beside them."""

import io

from PIL import Image, ImageOps, ImageSequence

QUALITY = 95
HEADS = (b"\xff\xd8", b"\x89PNG", b"II*", b"MM\0*")
"""How the formats begin that have room for data beside the dots."""
SEEN = {
    *("transparency", "icc_profile", "dpi", "gamma", "srgb", "chromaticity", "aspect", "interlace"),
    *("jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform"),
    *("progressive", "progression", "compression", "resolution"),
}
"""What Pillow tells of a picture that only says how its dots are shown."""
OF_SOMEBODY = {270, 271, 272, 305, 306, 315, 700, 33432, 33723, 34377, 34665, 34853, 37510, 40093}
"""TIFF tags of authors, cameras, programs, times, places and remarks."""


def is_raster(data: bytes) -> bool:
    return data.startswith(HEADS)


def tells(data: bytes) -> bool:
    """Whether there is anything beside the dots."""
    with Image.open(io.BytesIO(data)) as picture:
        return bool(set(picture.getexif()) & OF_SOMEBODY or set(picture.info) - SEEN)


def cleaned(data: bytes, *, turned: bool = True) -> bytes:
    """Without EXIF, comments, thumbnails, place; the colour profile stays.

    `turned`: as EXIF says it is to be seen; not where a page shows the dots as they lie.
    """
    with Image.open(io.BytesIO(data)) as picture:
        form, out = picture.format or "PNG", io.BytesIO()
        profile = (
            {"icc_profile": picture.info["icc_profile"]} if "icc_profile" in picture.info else {}
        )
        if form == "TIFF":
            first, *rest = [_bare(frame, turned) for frame in ImageSequence.Iterator(picture)]
            first.save(out, form, save_all=True, append_images=rest, compression="tiff_lzw")
        elif form == "JPEG":
            _bare(picture, turned).save(out, form, quality=QUALITY, **profile)
        else:
            _bare(picture, turned).save(out, form, **profile)
    return out.getvalue()


def _bare(picture: Image.Image, turned: bool) -> Image.Image:
    made = (ImageOps.exif_transpose(picture) if turned else picture).copy()
    made.info = {key: made.info[key] for key in ("transparency",) if key in made.info}
    return made
