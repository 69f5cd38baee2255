"""Zip archives: their files one by one, archives inside archives included."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from gongkai.reports.read.limits import Limits
from gongkai.reports.read.package import Package
from gongkai.reports.read.sniff import Container, kind_of, zip_kind
from gongkai.reports.read.unreadable import UnreadableError

DEEPEST = 3
TOO_DEEP = "压缩包里套了太多层压缩包，不再打开：请解压后再交"
TOO_MANY = "压缩包里超过 {most} 个文件，其余没有读取：请分批交，或放宽文件数上限"
TOO_LARGE = "文件有 {size} MB，超过 {most} MB 的上限，没有读取：请只交报告本身，或放宽大小上限"


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its path there, its bytes, or why it cannot be had."""

    name: str
    data: bytes = b""
    refused: str | None = None


def is_archive(data: bytes) -> bool:
    """Whether these bytes are an archive of files, not a document that happens to be zipped."""
    if not data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        return kind_of(data) is Container.ZIP
    except UnreadableError:
        return False


def opened(path: Path) -> IO[bytes] | None:
    """The open file where it is an archive of files."""
    file = path.open("rb")
    if file.read(4) in {b"PK\x03\x04", b"PK\x05\x06"}:
        try:
            if zip_kind(file) is Container.ZIP:
                return file
        except UnreadableError:
            pass
    file.close()
    return None


def members(name: str, data: bytes | IO[bytes], limits: Limits) -> Iterator[Member]:
    """The files of an archive in its order, named `archive.zip/folder/file`."""
    count, left = 0, limits.archive_bytes
    waiting: list[tuple[str, IO[bytes], int]] = [
        (name, io.BytesIO(data) if isinstance(data, bytes) else data, 1)
    ]
    while waiting:
        holder, packed, depth = waiting.pop()
        with packed:
            try:
                package = Package(packed, left)
            except UnreadableError as error:
                yield Member(holder, refused=str(error))
                continue
            for raw in package.names():
                path = f"{holder}/{readable(raw, package.members[raw].flag_bits)}"
                if raw.endswith("/") or is_clutter(path):
                    continue
                count += 1
                if count > limits.files:
                    yield Member(name, refused=TOO_MANY.format(most=limits.files))
                    return
                member = _member(package, raw, path, limits)
                if member.refused is not None or not is_archive(member.data):
                    yield member
                elif depth < DEEPEST:
                    waiting.append((path, io.BytesIO(member.data), depth + 1))
                else:
                    yield Member(path, refused=TOO_DEEP)
                if package.left < 0:
                    return
            left = package.left


def _member(package: Package, raw: str, path: str, limits: Limits) -> Member:
    size = package.members[raw].file_size
    if size > limits.bytes:
        return Member(path, refused=too_large(size, limits))
    try:
        return Member(path, package.read(raw))
    except UnreadableError as error:
        return Member(path, refused=str(error))


def too_large(size: int, limits: Limits) -> str:
    return TOO_LARGE.format(size=max(size // 1024**2, 1), most=max(limits.bytes // 1024**2, 1))


def readable(name: str, flags: int) -> str:
    """A member's name: Windows in China writes it in GBK and zip says it is code page 437."""
    if flags & 0x800 or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def is_clutter(path: str) -> bool:
    """What systems and programs leave beside files: no report, and nothing to complain about."""
    base = posixpath.basename(path.replace("\\", "/").rstrip("/"))
    return (
        base.startswith((".", "~$"))
        or base in {"Thumbs.db", "desktop.ini", "__MACOSX"}
        or "/__MACOSX/" in f"/{path}"
        or base.lower().endswith((".css", ".js", ".verdicts.toml"))
    )
