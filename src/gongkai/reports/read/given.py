"""What is to be read: files of a disk, of folders, of archives."""

import glob
import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gongkai.reports.read.archive import is_clutter, members, opened, too_large
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError

MISSING = "找不到这个文件或文件夹：请检查路径和名称"
NOTHING = "文件夹里没有可读的文件：请检查是否选对了文件夹"
DENIED = "没有读取这个文件的权限：请检查文件的权限设置"
SPECIAL = "这不是普通文件，没有读取：请给出报告文件的路径"


@dataclass(frozen=True, slots=True)
class Given:
    """One file: its name as shown, and its path or its bytes, or why it cannot be had."""

    name: str
    path: Path | None = None
    data: bytes = b""
    refused: str | None = None

    def bytes(self, limits: Limits) -> bytes:
        """The content, not more of it than the limit. Raises UnreadableError."""
        if self.refused is not None:
            raise UnreadableError(self.refused)
        return self.data if self.path is None else content(self.path, limits)


def content(path: Path, limits: Limits) -> bytes:
    """The bytes of a file within the limit. Raises UnreadableError."""
    try:
        if not path.is_file():
            raise UnreadableError(SPECIAL if path.exists() else MISSING)
        size = path.stat().st_size
        if size > limits.bytes:
            raise UnreadableError(too_large(size, limits))
        with path.open("rb") as file:
            return file.read(limits.bytes + 1)
    except PermissionError as error:
        raise UnreadableError(DENIED) from error
    except OSError as error:
        raise UnreadableError(f"文件读不出来（{error.strerror}）：请检查磁盘或重新复制") from error


def given(paths: Iterable[str], limits: Limits) -> Iterator[Given]:
    """The files that paths name: files, folders with all below them, patterns with * and ?,
    archives with what is in them; each folder in the order of names."""
    for path in paths:
        named = [path]
        if not Path(path).exists() and glob.has_magic(path):
            named = sorted(str(found) for found in _matching(path))
        if not named or (not Path(path).exists() and named == [path]):
            yield Given(path, refused=MISSING)
            continue
        for name in named:
            yield from _below(name, limits) if Path(name).is_dir() else _file(name, limits)


def _matching(pattern: str) -> Iterator[Path]:
    """What a pattern finds; a shell that knows patterns has done so already."""
    whole = Path(pattern)
    anchor = Path(whole.anchor)
    return anchor.glob(str(whole.relative_to(anchor)))


def _below(folder: str, limits: Limits) -> Iterator[Given]:
    """The files of a folder and its folders."""
    found = False
    for path in _files(folder):
        found = True
        yield from _file(path, limits)
    if not found:
        yield Given(folder, refused=NOTHING)


def _files(folder: str) -> Iterator[str]:
    """The paths of the files below a folder, clutter left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not is_clutter(name))
        for name in sorted(names):
            if not is_clutter(name):
                yield str(Path(place, name))


def _file(name: str, limits: Limits) -> Iterator[Given]:
    """A file, or the files of an archive; a large archive is not loaded as a whole."""
    path = Path(name)
    try:
        archive = opened(path)
    except OSError:
        archive = None
    if archive is None:
        yield Given(name, path)
        return
    for member in members(name, archive, limits):
        yield Given(member.name, None, member.data, member.refused)


def counted(paths: Iterable[str]) -> int:
    """How many files `given` will yield, without opening more than the lists of archives."""
    return sum(_count(path) for path in paths)


def _count(path: str) -> int:
    if not Path(path).exists() and glob.has_magic(path):
        return sum(_count(str(found)) for found in _matching(path)) or 1
    if Path(path).is_dir():
        return sum(_count_members(Path(file)) for file in _files(path)) or 1
    return _count_members(Path(path))


def _count_members(path: Path) -> int:
    """The members of an archive, 1 for any other file."""
    try:
        if not zipfile.is_zipfile(path) or (archive := opened(path)) is None:
            return 1
        with archive, zipfile.ZipFile(archive) as packed:
            return sum(not name.endswith("/") for name in packed.namelist()) or 1
    except (OSError, zipfile.BadZipFile):
        return 1
