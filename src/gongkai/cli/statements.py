"""Statements that a command is given: JSON as the platform writes it, or any readable report."""

import json
import sys
from pathlib import Path

import click

from gongkai.reports.model.exchange import NotAStatementError, from_json
from gongkai.reports.model.statement import Statement
from gongkai.reports.read import UnreadableError, read_bytes


def statements_in(path: str) -> list[Statement]:
    """The statements in a file, or on standard input for `-`; a sentence where there are none."""
    name = "标准输入" if path == "-" else path
    data = bytes_of(path)
    try:
        if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}:
            return from_bytes(data)
        return [report.statement for report in read_bytes(name, data)]
    except (NotAStatementError, UnreadableError) as error:
        raise click.UsageError(f"{name}：{error}") from error


def the_statement_in(path: str) -> Statement:
    """The one statement of a file."""
    found = statements_in(path)
    if len(found) != 1:
        raise click.UsageError(f"{path}：应有一份报告，实有 {len(found)} 份")
    return found[0]


def from_bytes(data: bytes) -> list[Statement]:
    """The statements of a JSON document: one, or an array of them."""
    try:
        parsed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAStatementError("不是完整的 JSON 文件") from error
    entries = parsed if isinstance(parsed, list) else [parsed]
    return [from_json(entry) for entry in entries]


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
            return "这是文件夹与文件重名的位置，请换一个名字"
        case PermissionError():
            return "没有权限"
        case _:
            return str(error.strerror)
