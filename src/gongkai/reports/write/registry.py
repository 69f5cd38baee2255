"""The formats a statement can be written in; each is loaded when it is asked for.

The one place of writing that imports lazily: a format's library costs more to load than most
commands take.
"""

import importlib
from typing import BinaryIO, Literal, Protocol

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

TRACES: dict[str, tuple[str, str]] = {
    "json": ("gongkai.reports.consolidate.trace", "as_json"),
    "csv": ("gongkai.reports.consolidate.trace", "as_csv"),
    "xlsx": ("gongkai.reports.consolidate.workbook", "as_xlsx"),
}
"""The trace of a consolidation: format → module and function of the consolidation."""

Exchange = Literal["json", "csv", "xlsx", "parquet"]

EXCHANGES: dict[Exchange, str] = {
    "json": "gongkai.reports.write.data.json",
    "csv": "gongkai.reports.write.data.csv",
    "xlsx": "gongkai.reports.write.data.xlsx",
    "parquet": "gongkai.reports.write.data.parquet",
}
"""Data for other programs: format → module with `writer(target) -> ExchangeWriter`."""


class ExchangeWriter(Protocol):
    """Writes statements one after another, so that any number takes the memory of a few."""

    def add(self, statement: Statement) -> None: ...

    def close(self) -> None: ...


class CannotRenderError(Exception):
    """The report cannot be written in this format here; the message says what to do, in Chinese."""


def render(statement: Statement, to: Rendering) -> bytes:
    """The statement in the official layout; raises CannotRenderError."""
    made: bytes = importlib.import_module(RENDERINGS[to]).render(statement)
    return made


def exchange(to: Exchange, target: BinaryIO) -> ExchangeWriter:
    """A writer of statements as data; raises CannotRenderError."""
    try:
        module = importlib.import_module(EXCHANGES[to])
    except ModuleNotFoundError as error:
        raise CannotRenderError(
            f"写 {to} 要用 {error.name}，本机没有安装：请先 pip install 'gongkai[{to}]'"
        ) from error
    writer: ExchangeWriter = module.writer(target)
    return writer


def export_trace(consolidation: object, to: str) -> bytes:
    """The trace of a Consolidation (gongkai.reports.consolidate.sums) as a file."""
    module, function = TRACES[to]
    made: bytes = getattr(importlib.import_module(module), function)(consolidation)
    return made
