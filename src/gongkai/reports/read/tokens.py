"""A line of text told apart into label text and figures, separators lost or not."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gongkai.reports.read.normal import plain
from gongkai.reports.read.values import MINUS, is_value

_CHUNK = re.compile(r"\S+")
_FIGURES = re.compile(r"[+-]?\d[\d,.+-]*(?:万元|元)?(?:\([^()\d]{1,6}\d+[^()]{0,6}\))?")
_NO_FIGURE_BEFORE = re.compile(r"(?:数据|表|图|第|\()$")
_NO_FIGURE_AFTER = re.compile(r"^(?:年|月|日|号|\))")


class Token(NamedTuple):
    """Label text or a figure as printed. `glued`: no blank parts it from what is beside it.

    `middle`: the place of its middle in the line, in half characters, where blanks part it.
    """

    text: str
    figure: bool
    glued: bool = False
    middle: int = 0


def tokens(line: str) -> Iterator[Token]:
    """The tokens of a line that is part of a table."""
    for match in _CHUNK.finditer(plain(line).translate(MINUS)):
        chunk = match[0]
        if is_value(chunk):
            yield Token(chunk, figure=True, middle=match.start() + match.end())
        elif any(letter.isdigit() for letter in chunk):
            yield from _apart(chunk)
        else:
            yield Token(chunk, figure=False)


def _apart(chunk: str) -> Iterator[Token]:
    """Figures inside a chunk of text; the numbers of labels stay with the text."""
    done = 0
    for match in _FIGURES.finditer(chunk):
        start, end = _bounds(chunk, match)
        if start >= end:
            continue
        if done < start:
            yield Token(chunk[done:start], figure=False)
        yield Token(chunk[start:end], figure=True, glued=True)
        done = end
    if done < len(chunk):
        yield Token(chunk[done:], figure=False)


def _bounds(chunk: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the figures of a match begin and end, a following label's number peeled off."""
    start, end = match.span()
    before, after = chunk[:start], chunk[end:]
    if _NO_FIGURE_BEFORE.search(before) or _NO_FIGURE_AFTER.match(after):
        return start, start
    text = chunk[start:end]
    if text[-1] in ".,+-" and after[:1] != "":
        end -= 1
        if text[-1] == ".":
            end -= 1
    elif text[-1] == "." or after[:1] in {"、", ")"}:
        end -= 2 if text[-1] == "." else 1
    return start, end
