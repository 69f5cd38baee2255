"""Where the real reports lie: beside the checkout, or where GONGKAI_SHARED says; else a skip."""

import os
from pathlib import Path

import pytest

BESIDE = Path(__file__).resolve().parents[2] / "shared"


def shared(*parts: str) -> Path:
    """A path below the shared folder of real reports; skips the test where there is none."""
    path = Path(os.environ.get("GONGKAI_SHARED", BESIDE)).joinpath(*parts)
    if not path.exists():
        pytest.skip(f"no {'/'.join(parts)} beside the checkout (or set GONGKAI_SHARED)")
    return path
