"""The text of a file, read in a process of its own: `python -m gongkai.web.files.words`.

The file comes on standard input, its text goes to standard output: hidden rows, comments and files
inside it included. A file made to crash, hang or eat memory harms this process and nothing else.
"""

import resource
import subprocess
import sys
from collections.abc import Iterator

from gongkai.reports.model.document import Document, Grid
from gongkai.reports.read import Limits, UnreadableError
from gongkai.reports.read.registry import document_of

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
    """Everything in it, a row of a table on a line, what readers do not see at the end."""
    return "\n".join(_lines(document))[:LONGEST]


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Grid):
            yield from ("\t".join(cell.text for cell in row) for row in block.rows())
        else:
            yield block.text
    yield from (line.text for line in document.hidden)
    yield from (attachment.text for attachment in document.attachments)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        found = document_of(sys.stdin.buffer.read(), LIMITS)
    except UnreadableError:
        sys.exit(UNREADABLE)
    sys.stdout.buffer.write(text_of(found).encode(errors="replace"))
