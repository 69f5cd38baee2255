"""A page of a PDF as a picture, made in a process of its own: `python -m` this module, page.

The file comes on standard input, PNG goes to standard output. A file made to crash, hang or eat
memory harms that process and nothing else.
"""

import resource
import subprocess
import sys

import pypdfium2

MEMORY = 2 * 1024**3
SECONDS = 20
SHARP = 1.6
"""Pixels for a point: some 115 to the inch."""
LARGEST = 3000


def page_picture(data: bytes, number: int) -> bytes | None:
    """The PNG of a page counted from 1; None where it cannot be drawn."""
    line = [sys.executable, "-m", "gongkai.web.reporting.pagepicture", str(number)]
    try:
        done = subprocess.run(line, input=data, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout if done.returncode == 0 and done.stdout else None


def _draw(data: bytes, number: int) -> None:
    page = pypdfium2.PdfDocument(data)[number - 1]
    scale = min(SHARP, LARGEST / max(page.get_size()))
    page.render(scale=scale).to_pil().save(sys.stdout.buffer, "PNG")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    _draw(sys.stdin.buffer.read(), int(sys.argv[1]))
