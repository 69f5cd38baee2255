"""Which sheets, rows and columns of a spreadsheet are hidden. Pure."""

import io
import re
import zipfile
from collections.abc import Iterator

from gongkai.checks.published import UNSEEN

SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
STATE = re.compile(rb'state="(?:hidden|veryHidden)"')
NAME = re.compile(rb'name="([^"]*)"')
CUT = re.compile(rb'<(?:\w+:)?(?P<what>row|col)\b[^>]*\bhidden="(?:1|true)"[^>]*>')
PART = re.compile(r"xl/worksheets/[^/]+\.xml")
WORDS = {b"row": "行", b"col": "列"}


def unseen(data: bytes) -> Iterator[str]:
    """A line for each kind of thing that is hidden; nothing for what is no spreadsheet."""
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.namelist()
        if "xl/workbook.xml" not in names:
            return
        for sheet in SHEET.findall(book.read("xl/workbook.xml")):
            if STATE.search(sheet):
                name = NAME.search(sheet)
                yield f"{UNSEEN}工作表“{name[1].decode(errors='replace') if name else ''}”"
        cut = {
            each["what"] for n in names if PART.fullmatch(n) for each in CUT.finditer(book.read(n))
        }
        yield from (f"{UNSEEN}{WORDS[what]}" for what in sorted(cut))
