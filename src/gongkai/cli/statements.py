"""Statements that a command is given: JSON as the platform writes it, or any readable report."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from gongkai.reports.model.statement import Statement
from gongkai.reports.read import Limits, UnreadableError, read_bytes, statements
from gongkai.reports.read.given import given
from gongkai.reports.read.limits import DEFAULT
from gongkai.reports.read.workers import Outcome, work_through


def statements_in(path: str) -> list[Statement]:
    """The statements in a file, or on standard input for `-`; a sentence where there are none."""
    name = "标准输入" if path == "-" else path
    try:
        return statements_of(name, bytes_of(path), DEFAULT)
    except UnreadableError as error:
        raise click.UsageError(f"{name}：{error}") from error


def statements_of(name: str, data: bytes, limits: Limits) -> list[Statement]:
    """The statements of a file's content. Raises UnreadableError.

    What is meant as JSON and is none is said to be so, instead of being read as a text.
    """
    meant = name.lower().endswith(".json") or data.lstrip()[:1] == b"{"
    read = statements.reports if meant else read_bytes
    return [report.statement for report in read(name, data, limits)]


def all_statements(paths: tuple[str, ...], processes: int) -> Iterator[Outcome[list[Statement]]]:
    """The statements of files, folders, patterns and archives, file by file."""
    yield from work_through(statements_of, given(paths, DEFAULT), processes=processes)


def the_statement_in(path: str) -> Statement:
    """The one statement of a file."""
    found = statements_in(path)
    if len(found) != 1:
        raise click.UsageError(f"{path}：应有一份报告，实有 {len(found)} 份")
    return found[0]


def bytes_of(path: str) -> bytes:
    """The content of a file, or of standard input for `-`."""
    if path == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise click.UsageError(f"{path}：{why(error)}") from error


def save(path: Path, data: bytes) -> None:
    """Write a file, its folder made where it is lacking."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise click.UsageError(f"{path}：写不进去，{why(error)}") from error


def why(error: OSError) -> str:
    """What the operating system says, in Chinese."""
    match error:
        case FileNotFoundError():
            return "没有这个文件"
        case IsADirectoryError() | FileExistsError() | NotADirectoryError():
            return "这个位置上文件夹与文件重名，请换一个名字"
        case PermissionError():
            return "没有权限"
        case _:
            return str(error.strerror)
