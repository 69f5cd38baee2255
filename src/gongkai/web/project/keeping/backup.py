"""Write and read back one backup: database and files in one archive, keys in another."""

import hashlib
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from gongkai.web.project.keeping import files, store
from gongkai.web.project.keeping.sealing import is_sealed, seal_file, unseal_file
from gongkai.web.ui.config import Config

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class Made:
    """What a backup came to."""

    archive: Path
    keys: Path | None
    count: int


class DamagedError(Exception):
    """A backup that is not whole; the message names the part."""


def make(
    config: Config, into: Path, *, keys_into: Path | None, password: str, at: datetime
) -> Made:
    """Database first, then the files: what the database names was on disk before it was named."""
    into.mkdir(parents=True, exist_ok=True)
    stamp = f"gongkai-{at:%Y%m%d-%H%M%S}"
    with tempfile.TemporaryDirectory(dir=into) as scratch:
        copy = Path(scratch) / store.name()
        store.write_copy(copy)
        parts = chain([(store.name(), copy)], files.parts(Path(scratch)))
        archive = _pack(parts, into / f"{stamp}.tar", password, at)
    keys = None
    if keys_into is not None:
        keys_into.mkdir(parents=True, exist_ok=True)
        keys = _pack(
            files.below(config.keys, "keys"), keys_into / f"{stamp}-keys.tar", password, at
        )
    return Made(archive, keys, len(verify(archive, password)))


def verify(archive: Path, password: str) -> dict[str, str]:
    """Read a backup through; its parts with their hashes, or DamagedError."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as scratch:
        return unpack(archive, Path(scratch), password)


def _take_out(tar: tarfile.TarFile, member: tarfile.TarInfo, into: Path) -> None:
    """One file or folder of the archive, never outside of `into`; Python before 3.11.4 has no
    filter of its own.
    """
    target = (into / member.name).resolve()
    if not target.is_relative_to(into.resolve()) or not (member.isreg() or member.isdir()):
        raise DamagedError(f"备份里有不该有的内容：{member.name}")
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    packed = tar.extractfile(member)
    with target.open("wb") as written:
        shutil.copyfileobj(packed, written)


def unpack(archive: Path, into: Path, password: str) -> dict[str, str]:
    """The parts of a backup as files, each checked against the manifest."""
    plain = archive
    if is_sealed(archive):
        plain = into / "opened.tar"
        unseal_file(archive, plain, password)
    with tarfile.open(plain) as tar:
        for member in tar:
            _take_out(tar, member, into)
    if plain is not archive:
        plain.unlink()
    manifest: dict[str, str] = json.loads((into / MANIFEST).read_text("utf-8"))["parts"]
    for part, expected in manifest.items():
        if not (into / part).is_file() or _hash(into / part) != expected:
            raise DamagedError(f"备份已损坏：{part} 缺失或与清单不符。")
    return manifest


def _pack(
    parts: Iterator[tuple[str, Path]],
    archive: Path,
    password: str,
    at: datetime,
) -> Path:
    unfinished = archive.with_suffix(".part")
    manifest = {}
    with tarfile.open(unfinished, "w") as tar, tempfile.NamedTemporaryFile("w") as listed:
        for name, path in parts:
            manifest[name] = _hash(path)
            tar.add(path, name)
        json.dump({"made": at.isoformat(), "parts": manifest}, listed, ensure_ascii=False)
        listed.flush()
        tar.add(listed.name, MANIFEST)
    unfinished.chmod(0o600)
    if password:
        sealed = archive.with_suffix(".tar.sealed")
        seal_file(unfinished, sealed, password)
        sealed.chmod(0o600)
        unfinished.unlink()
        return sealed
    return unfinished.replace(archive)


def _hash(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()
