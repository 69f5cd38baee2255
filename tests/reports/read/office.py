"""LibreOffice as a maker of real files; skips where it is not installed."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest


def converted(data: bytes, ending: str, to: str) -> bytes:
    """A file in another format, as LibreOffice writes it; `to` may name a filter."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"a.{ending}")
        source.write_bytes(data)
        subprocess.run(
            [office, f"-env:UserInstallation={Path(folder, 'p').as_uri()}", "--headless",
             "--convert-to", to, "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return source.with_suffix(f".{to.partition(':')[0]}").read_bytes()
