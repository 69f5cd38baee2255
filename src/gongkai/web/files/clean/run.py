"""Clean a file in a process of its own: `python -m gongkai.web.files.clean.run`.

The file comes on standard input, its copy goes to standard output. A file made to crash, hang or
eat memory harms this process and nothing else.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Mapping

from gongkai.web.files.clean import archive, office, page, pdf, picture
from gongkai.web.files.sniff import (
    DOCX,
    JPEG,
    PDF,
    PNG,
    PPTX,
    TIFF,
    XLSX,
    ZIP,
    RefusedError,
    kind_of,
)

SECONDS, MEMORY = 120, 2 * 1024**3
PAGES = (".htm", ".html")


class UncleanedError(Exception):
    """The file could not be freed of what it hides; the message is for the clerk."""


def cleaned(name: str, data: bytes) -> bytes:
    """The copy that may be published. UncleanedError when none could be made."""
    line = [sys.executable, "-m", "gongkai.web.files.clean.run", name]
    try:
        done = subprocess.run(line, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        raise UncleanedError(_sentence(name)) from late
    if done.returncode or not done.stdout:
        raise UncleanedError(_sentence(name))
    return done.stdout


def _sentence(name: str) -> str:
    return f"附件“{name}”中的作者、批注等隐藏信息清除不了，请另存一次（或者另存为 PDF）后重新上传。"


def _office(data: bytes) -> bytes:
    return archive.packed(office.cleaned(archive.parts(data), _picture_or_same))


def _picture_or_same(data: bytes) -> bytes:
    """Drawings of formulas and old charts inside a paper are no pictures with data of their own."""
    return (
        picture.cleaned(data)
        if data.startswith((b"\xff\xd8", b"\x89PNG", b"II*", b"MM\0*"))
        else data
    )


def _archive(data: bytes) -> bytes:
    return archive.packed({name: one(name, part) for name, part in archive.parts(data).items()})


CLEANERS: Mapping[str, Callable[[bytes], bytes]] = {
    DOCX.media: _office,
    XLSX.media: _office,
    PPTX.media: _office,
    PDF.media: pdf.cleaned,
    PNG.media: picture.cleaned,
    JPEG.media: picture.cleaned,
    TIFF.media: picture.cleaned,
    ZIP.media: _archive,
}
"""Media type → what frees such a file. Plain text hides nothing; other formats cannot be freed."""


def one(name: str, data: bytes) -> bytes:
    """A file by its kind; as it is where there is nothing to free."""
    if name.lower().endswith(PAGES):
        return page.cleaned(data)
    try:
        kind = kind_of(name, data)
    except RefusedError:
        return data
    cleaner = CLEANERS.get(kind.media)
    return cleaner(data) if cleaner else data


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    sys.stdout.buffer.write(one(sys.argv[1], sys.stdin.buffer.read()))
