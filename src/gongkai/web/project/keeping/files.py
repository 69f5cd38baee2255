"""The bytes of uploads as parts of a backup, from a folder or a bucket, and back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage

FILES = "files"


def below(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    """The files of a folder, each with its name in the backup."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield f"{name}/{path.relative_to(folder)}", path


def parts(scratch: Path) -> Iterator[tuple[str, Path]]:
    """Everything in the storage. From a bucket one at a time: a part is gone at the next one."""
    if isinstance(default_storage, FileSystemStorage):
        yield from below(Path(default_storage.location), FILES)
        return
    fetched = scratch / "fetched"
    for name in _names(""):
        with default_storage.open(name) as stored, fetched.open("wb") as written:
            shutil.copyfileobj(stored, written)
        yield f"{FILES}/{name}", fetched


def put_back(folder: Path) -> None:
    """Put the files of a backup in the place of those in the storage; a bucket's own stay."""
    if isinstance(default_storage, FileSystemStorage):
        swap(folder, Path(default_storage.location))
        return
    for _name, path in below(folder, FILES):
        with path.open("rb") as source:
            default_storage.save(str(path.relative_to(folder)), File(source))


def swap(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(source, target)


def _names(folder: str) -> Iterator[str]:
    folders, files = default_storage.listdir(folder)
    start = f"{folder}/" if folder else ""
    yield from (f"{start}{each}" for each in files)
    for each in folders:
        yield from _names(f"{start}{each}")
