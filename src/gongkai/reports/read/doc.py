"""Word 97–2003 (.doc) → the neutral document, through LibreOffice."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.read import docx
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError

ABSENT = (
    "这是旧版 Word 文件（.doc），读取它要用 LibreOffice，本机没有安装："
    "请安装 libreoffice-writer，或用 Word、WPS 把文件另存为 .docx 再交"
)
SLOW = "旧版 Word 文件（.doc）转换超过 {seconds:g} 秒，已停止：请用 Word 或 WPS 另存为 .docx 再交"
FAILED = (
    "这份旧版 Word 文件（.doc）打不开（可能加了密码或已损坏）：请用 Word 或 WPS 另存为 .docx 再交"
)


def document(data: bytes, limits: Limits) -> Document:
    return replace(docx.document(as_docx(data, limits), limits), kind=SourceKind.DOC, pages=None)


def as_docx(data: bytes, limits: Limits) -> bytes:
    """The same document as docx. The converter gets a profile of its own, so that several can run
    at once and none meets an office that a person has open."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableError(ABSENT)
    with tempfile.TemporaryDirectory(prefix="gongkai-doc-") as folder:
        source = Path(folder, "report.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        command = [office, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        _run(command, limits.seconds * 0.9)
        made = source.with_suffix(".docx")
        if not made.exists():
            raise UnreadableError(FAILED)
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
        raise UnreadableError(SLOW.format(seconds=seconds)) from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
