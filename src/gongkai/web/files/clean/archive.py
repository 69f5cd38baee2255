"""Packages of files: written anew, without comments, extra fields and the dates of their parts."""

import io
import re
import zipfile

WRITTEN = (1980, 1, 1, 0, 0, 0)
LEFT_BY_SYSTEMS = re.compile(r"(?:.*/)?(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|~\$.*)")
LARGEST = 300 * 1024 * 1024


class TooLargeError(ValueError):
    """It unpacks to more than may be held."""


def parts(data: bytes) -> dict[str, bytes]:
    """Name → bytes of each part, in their order; folders and what systems leave behind not."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if sum(each.file_size for each in entries) > LARGEST:
            raise TooLargeError
        return {
            each.filename: package.read(each)
            for each in entries
            if not each.is_dir() and not LEFT_BY_SYSTEMS.fullmatch(each.filename)
        }


def packed(found: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in found.items():
            entry = zipfile.ZipInfo(name, WRITTEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return out.getvalue()
