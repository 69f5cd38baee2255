"""The kinds of files that are read, by the ending of their name; each is loaded when it is met."""

from importlib import import_module

from gongkai.web.ledgers.sheets.book import Sheet, UnreadableError

READERS = {
    "xlsx": "xlsx",
    "xls": "xls",
    "et": "xls",
    "csv": "text",
    "txt": "text",
    "zip": "pages",
}
"""Ending → module."""


def sheets_of(name: str, data: bytes) -> list[Sheet]:
    """The sheets that hold anything; UnreadableError with a sentence."""
    reader = READERS.get(name.rpartition(".")[2].lower())
    if reader is None:
        raise UnreadableError("请上传 XLSX、XLS 或者 CSV 表格。")
    found: list[Sheet] = import_module(f"gongkai.web.ledgers.sheets.{reader}").read(data)
    return found
