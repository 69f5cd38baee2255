"""The report as Markdown: headings, paragraphs, a pipe table each; readable as it stands."""

import re
from collections.abc import Iterator

from gongkai.reports.model.statement import Statement
from gongkai.reports.write.layout.square import TableLayout
from gongkai.reports.write.outline import Part, Prose, closing, outline

SPECIAL = re.compile(r"[\\`*_<>|~\[\]]")
"""What Markdown would take for a mark of its own, anywhere in a line."""

OPENING = re.compile(r"^(?P<digits>\d*)(?P<mark>(?<=\d)[.)](?=\s)|(?<!\d)(?:#{1,6}(?=\s)|[-+=]))")
"""What Markdown would take for a heading, list or rule at the start of a line."""


def render(statement: Statement) -> bytes:
    """The report as UTF-8 Markdown."""
    laid = outline(statement)
    blocks = [f"# {escape(laid.title)}", *_prose(laid.preamble)]
    for part in (*laid.parts, *laid.annexes):
        blocks.extend(_part(part))
        if laid.parts and part is laid.parts[-1]:
            blocks.extend(escape(line) for line, _ in closing(laid))
    return ("\n\n".join(blocks) + "\n").encode()


def _part(part: Part) -> Iterator[str]:
    if part.heading:
        yield f"## {escape(part.heading)}"
    yield from _prose(part.prose)
    if part.table:
        yield _table(part.table)


def _prose(prose: tuple[Prose, ...]) -> Iterator[str]:
    for paragraph in prose:
        yield f"### {escape(paragraph.text)}" if paragraph.is_heading else escape(paragraph.text)


def _table(table: TableLayout) -> str:
    """Pipes; the squares that a merged cell covers besides its first are left empty."""
    width = len(table.weights)
    lines = []
    for row in table.rows():
        cells = [""] * width
        for square in row:
            cells[square.column] = escape(" ".join(square.text.split()), in_table=True)
        lines.append("| " + " | ".join(cells) + " |")
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def escape(text: str, *, in_table: bool = False) -> str:
    """The text with a backslash before what Markdown would take for a mark."""
    escaped = SPECIAL.sub(r"\\\g<0>", text)
    return escaped if in_table else OPENING.sub(r"\g<digits>\\\g<mark>", escaped)
