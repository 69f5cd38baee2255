"""`gongkai render`: a statement in the official layout, ready to publish."""

import re
import sys
from pathlib import Path
from typing import cast, get_args

import click

from gongkai.cli.statements import save, statements_in
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.outline import title
from gongkai.reports.write.registry import CannotRenderError, Rendering, render

FORMATS = get_args(Rendering)

BINARY = frozenset({"docx", "pdf", "xlsx"})
"""Formats that a terminal cannot show."""


def file_name(statement: Statement, to: str) -> str:
    """The title as the name of a file, without what file systems do not allow."""
    name = re.sub(r'[\\/:*?"<>|\s]+', "", title(statement)).strip(".")
    return f"{name[:80] or '年度报告'}.{to}"


def targets(statements: list[Statement], out: str | None, to: str) -> list[Path | None]:
    """Where each statement goes: a file, files in a folder, or None for standard output."""
    if out is None:
        if len(statements) > 1:
            raise click.UsageError(f"有 {len(statements)} 份报告，请用 -o 指定一个文件夹")
        return [None]
    folder = Path(out)
    if len(statements) == 1 and not folder.is_dir() and not out.endswith("/"):
        return [folder]
    paths: list[Path | None] = []
    for statement in statements:
        wanted = folder / file_name(statement, to)
        number = 2
        while wanted in paths:
            wanted = folder / f"{Path(file_name(statement, to)).stem}-{number}.{to}"
            number += 1
        paths.append(wanted)
    return paths


def chosen_format(to: str | None, out: str | None) -> Rendering:
    """The format asked for, else that of the file's ending."""
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    if to is None and ending not in FORMATS:
        raise click.UsageError(f"请用 --to 指定格式：{'、'.join(FORMATS)}")
    return cast("Rendering", to or ending)


@click.command("render")
@click.argument("source", metavar="STATEMENT.json")
@click.option("--to", type=click.Choice(FORMATS), help="格式；不写的按 -o 的后缀")
@click.option("-o", "out", metavar="OUT", help="文件；有几份报告时是文件夹；不写的输出到标准输出")
def command(source: str, to: str | None, out: str | None) -> None:
    """按法定格式排印年度报告（报告数据 JSON；- 为标准输入）。"""
    form = chosen_format(to, out)
    statements = statements_in(source)
    if not statements:
        raise click.UsageError(f"{source}：里面没有报告")
    if out is None and form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{form} 不能显示在终端上，请用 -o 指定文件")
    for statement, path in zip(statements, targets(statements, out, form), strict=True):
        try:
            made = render(statement, form)
        except CannotRenderError as error:
            raise click.UsageError(str(error)) from error
        if path is None:
            sys.stdout.buffer.write(made)
        else:
            save(path, made)
