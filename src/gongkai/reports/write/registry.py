"""The formats a statement can be written in; each is loaded when it is asked for.

The one place of writing that imports lazily: a format's library costs more to load than most
commands take.
"""

import importlib
from collections.abc import Sequence
from typing import Literal

from gongkai.reports.model.statement import Statement

Rendering = Literal["docx", "html", "pdf", "xlsx", "md"]

RENDERINGS: dict[Rendering, str] = {
    "docx": "gongkai.reports.write.docx.report",
    "html": "gongkai.reports.write.html",
    "pdf": "gongkai.reports.write.pdf",
    "xlsx": "gongkai.reports.write.xlsx",
    "md": "gongkai.reports.write.markdown",
}
"""The official layout: format → module with `render(statement) -> bytes`."""

EXCHANGES: dict[str, str] = {}
"""Data for other programs: format → module with `export(statements) -> bytes`."""


class CannotRenderError(Exception):
    """The report cannot be written in this format here; the message says what to do, in Chinese."""


def render(statement: Statement, to: Rendering) -> bytes:
    """The statement in the official layout; raises CannotRenderError."""
    made: bytes = importlib.import_module(RENDERINGS[to]).render(statement)
    return made


def export(statements: Sequence[Statement], to: str) -> bytes:
    """The statements as data."""
    made: bytes = importlib.import_module(EXCHANGES[to]).export(statements)
    return made
