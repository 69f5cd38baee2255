"""Files in a folder, written through to the disk before the act that names them is acknowledged."""

import os
from pathlib import Path

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


class Folder(FileSystemStorage):
    """Django's own, that waits for the disk."""

    def _save(self, name: str, content: File) -> str:
        kept: str = super()._save(name, content)
        path = Path(self.path(kept))
        _written_through(path)
        _written_through(path.parent)
        return kept


def _written_through(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
