"""LibreOffice as a converter: one file in, one file out, with a limit of time."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

DOCX, PDF = "docx:MS Word 2007 XML", "pdf"
"""What a file can be converted to."""


class OfficeError(Exception):
    """No file came out."""


class AbsentError(OfficeError):
    """LibreOffice is not installed."""


class SlowError(OfficeError):
    """It took longer than allowed and was stopped."""


def office() -> str | None:
    """Where LibreOffice is; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(data: bytes, ending: str, target: str, seconds: float) -> bytes:
    """The same document in another format; `ending` is that of the file given, as `docx`.

    The converter gets a profile of its own, so that several can run at once and none meets an
    office that a person has open.
    """
    program = office()
    if program is None:
        raise AbsentError
    with tempfile.TemporaryDirectory(prefix="gongkai-office-") as folder:
        source = Path(folder, f"paper.{ending}")
        source.write_bytes(data)
        out = Path(folder, "out")
        profile = Path(folder, "profile").as_uri()
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", target, "--outdir", str(out), str(source)]
        _run(command, seconds)
        made = out / f"paper.{target.partition(':')[0]}"
        if not made.exists():
            raise OfficeError
        return made.read_bytes()


def _run(command: list[str], seconds: float) -> None:
    """Run to its end, or stop it with all the processes it started."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise SlowError from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
