"""How large a file, an archive or a picture may be; more is refused before it is opened. Pure."""

import io
import zipfile
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

from gongkai.web.files.sniff import Kind, RefusedError

MIB = 1024 * 1024
NESTED = (".zip", ".rar", ".7z", ".gz", ".tar")


@dataclass(frozen=True)
class Bounds:
    """What one upload may hold."""

    size: int = 50 * MIB
    unpacked: int = 300 * MIB
    entries: int = 2_000
    ratio: int = 200
    """Unpacked to packed; office papers stay far below."""
    pixels: int = 100_000_000


USUAL = Bounds()


def keep_within(kind: Kind, data: bytes, bounds: Bounds = USUAL) -> None:
    """RefusedError when the file holds more than it may."""
    if not data:
        raise RefusedError("文件是空的，请检查后重新上传。")
    if len(data) > bounds.size:
        raise RefusedError(f"文件超过 {bounds.size // MIB} MB，请压缩或拆分后上传。")
    if data.startswith(b"PK\x03\x04"):
        _archive(data, bounds)
    if kind.image:
        _picture(data, bounds)


def _archive(data: bytes, bounds: Bounds) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & 1 for entry in entries):
        raise RefusedError("文件设有密码，请去掉密码后上传。")
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > bounds.entries or unpacked > bounds.unpacked:
        raise RefusedError("压缩文件展开后太大，请拆分后上传。")
    if unpacked > 10 * MIB and unpacked > bounds.ratio * len(data):
        raise RefusedError("压缩比例异常，为安全起见没有接收这个文件。")
    if any(entry.filename.lower().endswith(NESTED) for entry in entries):
        raise RefusedError("压缩文件里还有压缩文件，请解开后上传。")


def _picture(data: bytes, bounds: Bounds) -> None:
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as fault:
        raise RefusedError("图片已损坏，打不开，请重新保存后上传。") from fault
    if width * height > bounds.pixels:
        raise RefusedError("图片尺寸过大，请缩小后上传。")
