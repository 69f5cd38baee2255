"""Zip packages (docx, xlsx, ofd, zip): members within limits."""

import io
import lzma
import struct
import zipfile
import zlib
from typing import IO

from gongkai.reports.read.unreadable import UnreadableError

BROKEN = "文件已损坏或不完整，打不开：请重新导出、重新下载或重新打包"
LOCKED = "文件加了密码，打不开：请取消密码后再交"
BOMB = "文件解压后有 {size} MB 以上，大得不合常理，没有读取：请只交报告本身，或放宽解压上限"

PLAUSIBLE, SWELLS = 20 * 1024**2, 200
"""Bytes up to which any ratio of unpacked to packed size passes; beyond, the greatest ratio."""


ZIP_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    NotImplementedError,
    OverflowError,
    ValueError,
)
"""What the library raises for damaged archives (RuntimeError: locked ones)."""


class Package:
    """A zip file whose members are unpacked within a common limit. Raises UnreadableError."""

    def __init__(self, data: bytes | IO[bytes], most: int) -> None:
        self.left = self.most = most
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
        except ZIP_ERRORS as error:
            raise UnreadableError(BROKEN) from error
        self.members = {info.filename: info for info in self.zip.infolist()}
        self._refuse_bombs()

    def _refuse_bombs(self) -> None:
        """Refuse at once what says itself that it unpacks beyond the limit, or to very much from
        very little."""
        packed = sum(info.compress_size for info in self.members.values())
        unpacked = sum(info.file_size for info in self.members.values())
        if unpacked > self.most or (unpacked > PLAUSIBLE and unpacked > SWELLS * packed):
            raise UnreadableError(BOMB.format(size=unpacked // 1024**2))

    def __contains__(self, name: str) -> bool:
        return name in self.members

    def names(self, folder: str = "") -> list[str]:
        return [name for name in self.members if name.startswith(folder)]

    def read(self, name: str) -> bytes:
        """The bytes of a member, unpacked piece by piece so that a lying size does no harm."""
        info = self.members[name]
        if info.flag_bits & 1:
            raise UnreadableError(LOCKED)
        try:
            with self.zip.open(info) as member:
                data = member.read(self.left + 1)
        except ZIP_ERRORS as error:
            raise UnreadableError(BROKEN) from error
        except RuntimeError as error:
            raise UnreadableError(LOCKED) from error
        self.left -= len(data)
        if self.left < 0:
            raise UnreadableError(BOMB.format(size=self.most // 1024**2))
        return data
