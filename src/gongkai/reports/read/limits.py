"""How much of a file is read before it is refused."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file; `files` and `archive_bytes` (unpacked) for one archive. Readers keep
    those of size; seconds and memory are kept by `gongkai.reports.read.workers`."""

    bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 400 * MEGABYTE
    pages: int = 500
    files: int = 10_000
    archive_bytes: int = 4096 * MEGABYTE
    seconds: float = 60.0
    memory: int = 4096 * MEGABYTE


DEFAULT = Limits()
