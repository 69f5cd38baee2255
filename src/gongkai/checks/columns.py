"""The head of the column in which something stands, in the text of a table."""

import re
from dataclasses import dataclass

from gongkai.checks.published import lines_of
from gongkai.checks.source import Part

CELLS = re.compile(r"[\t|]|\s{3,}|[,，、;；](?=\S)")
"""What parts the cells of a row, as tabs, as commas, as wide gaps."""
LONG = re.compile(r"\d{6,}")
WIDEST = 14
REACH = 4_000
"""Rows below a head, in characters, within which it is still the head."""


@dataclass(frozen=True)
class Columns:
    """The rows of a part that can be heads: offset and cells."""

    heads: tuple[tuple[int, tuple[str, ...]], ...]
    text: str

    def head(self, offset: int) -> str:
        """The head above a place; empty where there is none, or its row has other cells."""
        start = self.text.rfind("\n", 0, offset) + 1
        end = self.text.find("\n", offset)
        line = self.text[start : end if end >= 0 else len(self.text)]
        borders = [start + each.end() for each in CELLS.finditer(line)]
        column, count = sum(end <= offset for end in borders), len(borders) + 1
        for at, cells in reversed(self.heads):
            if at < start and start - at < REACH and len(cells) == count:
                return cells[column] if column < count else ""
        return ""


def columns(part: Part) -> Columns:
    """Rows of short words without long numbers; the rows below are read by them."""
    found = []
    for start, line in lines_of(part):
        cells = tuple(cell.strip() for cell in CELLS.split(line))
        if len(cells) > 1 and all(len(c) <= WIDEST and not LONG.search(c) for c in cells):
            found.append((start, cells))
    return Columns(tuple(found), part.plain)
