"""How much of a file is read before it is refused."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one file; every reader keeps them, seconds are kept by worker processes."""

    bytes: int = 100 * 1024 * 1024
    unpacked_bytes: int = 200 * 1024 * 1024
    pages: int = 500
    seconds: float = 60.0


DEFAULT = Limits()
