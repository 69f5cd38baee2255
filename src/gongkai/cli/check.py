"""`gongkai check`: what is wrong with reports, and which provision says so."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Literal, cast

import click

from gongkai.checks.finding import Language, Severity
from gongkai.checks.judged import Judged
from gongkai.checks.shown import text
from gongkai.cli.checking import BodyYear, Results, Wish, judged_again, judged_files

Output = Literal["text", "json", "sarif", "html"]
STYLES = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "note": {"fg": "cyan"},
    "dim": {"dim": True},
    "strong": {"bold": True},
}


def listed(value: str) -> tuple[str, ...]:
    """`A,N01` as a tuple."""
    return tuple(name.strip() for name in value.replace("，", ",").split(",") if name.strip())


def files_in(paths: Iterable[str]) -> list[Path]:
    """Files, and those in folders; what a verdict file or a hidden one is left out."""
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.is_file() and not _aside(p, path))
        else:
            found.append(path)
    return found


def _aside(path: Path, folder: Path) -> bool:
    inner = path.relative_to(folder).parts
    return path.name.endswith(".verdicts.toml") or any(p.startswith(".") for p in inner)


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "output", type=click.Choice(["text", "json", "sarif", "html"]), default="text", show_default=True, help="输出格式")
@click.option("-o", "out", metavar="FILE", help="写到文件；不写的输出到标准输出")
@click.option("--select", default="", metavar="A,N01", help="只用这些规则（编号或编号的开头）")
@click.option("--ignore", default="", metavar="T,C06", help="不用这些规则")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="文字")
@click.option("--jobs", type=click.IntRange(1), default=None, help="同时检查几个文件；不写的用全部核心")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[str, ...],
    output: str,
    out: str | None,
    select: str,
    ignore: str,
    lang: str,
    jobs: int | None,
) -> None:
    """检查年度报告：哪里不对，依据什么，怎样改。

    可以给出任意多个文件、文件夹。有文件读不了的，退出码为 2；有错误的为 1；否则为 0。
    """
    wish = Wish(listed(select), listed(ignore), cast("Language", lang), page=output == "html")
    results = judged_all(files_in(paths), wish, jobs or os.cpu_count() or 1)
    with _opened(out) as stream:
        for piece in printed(results, cast("Output", output), wish.lang, stream.isatty()):
            stream.write(piece)
    ctx.exit(exit_code(results))
