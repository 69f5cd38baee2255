"""What a spreadsheet holds besides what it shows: hidden sheets, rows, columns; comments. Pure."""

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from gongkai.checks.published import UNSEEN

SHEET = re.compile(rb"<(?:\w+:)?sheet\b[^>]*>")
STATE = re.compile(rb'state="(?:hidden|veryHidden)"')
NAME = re.compile(rb'name="([^"]*)"')
CUT = re.compile(rb'<(?:\w+:)?(?P<what>row|col)\b[^>]*\bhidden="(?:1|true)"[^>]*>')
PART = re.compile(r"xl/worksheets/[^/]+\.xml")
NOTES = re.compile(r"xl/(?:[^/]+/)?(?:threadedC|c)omments?\d*\.xml")
SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
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
        for name in filter(NOTES.fullmatch, names):
            yield from _notes(book.read(name))


def _notes(part: bytes) -> Iterator[str]:
    """The words of each comment."""
    try:
        root = etree.fromstring(part, SAFE)
    except etree.XMLSyntaxError:
        return
    for note in root.iter("{*}comment", "{*}threadedComment"):
        yield "".join(note.itertext())
