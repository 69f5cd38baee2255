"""The text of a file, read in a process of its own: `python -m gongkai.web.files.words`.

The file comes on standard input, its text goes to standard output: hidden rows, comments and files
inside it included. A file made to crash, hang or eat memory harms this process and nothing else.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator

from gongkai.checks.published import HIDDEN
from gongkai.reports.model.document import Document, Grid
from gongkai.reports.read import Limits, UnreadableError
from gongkai.reports.read.registry import document_of
from gongkai.web.files.picture import is_picture, picture_words
from gongkai.web.files.sheets import unseen

MEMORY = 2 * 1024**3
SECONDS = 60
LONGEST = 2_000_000
LIMITS = Limits(bytes=50 * 1024**2, pages=2_000, archive_bytes=300 * 1024**2)
UNREADABLE = 3


def words_of(data: bytes) -> str | None:
    """The text of a file; None where it holds none that can be read, as a picture does."""
    line = [sys.executable, "-m", "gongkai.web.files.words"]
    try:
        done = subprocess.run(line, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


def text_of(document: Document) -> str:
    """Everything in it, a row of a table on a line; what readers do not see after `HIDDEN`."""
    shown = "\n".join(_lines(document))[:LONGEST]
    hidden = "\n".join(_hidden(document))[:LONGEST]
    return f"{shown}{HIDDEN}{hidden}" if hidden.strip() else shown


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from (
                "\t".join(cell.text.replace("\n", " ") for cell in row) for row in block.rows()
            )
        else:
            yield block.text


def _hidden(document: Document) -> Iterator[str]:
    yield from (line.text for line in document.hidden)
    yield from (attachment.text for attachment in document.attachments)


def read(data: bytes) -> str:
    """The text of a document, with what is hidden in it behind `HIDDEN`."""
    found = text_of(document_of(data, LIMITS))
    hidden = "\n".join(unseen(data))
    if not hidden:
        return found
    return f"{found}\n{hidden}" if HIDDEN in found else f"{found}{HIDDEN}{hidden}"


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    data = sys.stdin.buffer.read()
    try:
        found = picture_words(data) if is_picture(data) else read(data)
    except UnreadableError:
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(found.encode(errors="replace"))
