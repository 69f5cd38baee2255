"""Pictures: the same dots, turned as they are meant to be seen, and nothing beside them."""

import io

from PIL import Image, ImageOps, ImageSequence

QUALITY = 95


def cleaned(data: bytes) -> bytes:
    """Without EXIF, comments, thumbnails, place; the colour profile stays."""
    with Image.open(io.BytesIO(data)) as picture:
        form, out = picture.format or "PNG", io.BytesIO()
        profile = (
            {"icc_profile": picture.info["icc_profile"]} if "icc_profile" in picture.info else {}
        )
        if form == "TIFF":
            first, *rest = [_bare(frame) for frame in ImageSequence.Iterator(picture)]
            first.save(out, form, save_all=True, append_images=rest, compression="tiff_lzw")
        elif form == "JPEG":
            _bare(picture).save(out, form, quality=QUALITY, **profile)
        else:
            _bare(picture).save(out, form, **profile)
    return out.getvalue()


def _bare(picture: Image.Image) -> Image.Image:
    turned = ImageOps.exif_transpose(picture)
    made = turned.copy()
    made.info = {key: made.info[key] for key in ("transparency",) if key in made.info}
    return made
