"""`gongkai read`: reports of any format as data."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast, get_args

import click

from gongkai.cli.bounds import bounds
from gongkai.cli.progress import progress, say
from gongkai.cli.statements import why
from gongkai.reports.model.statement import Statement
from gongkai.reports.read import read_bytes
from gongkai.reports.read.given import counted, given
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.workers import Outcome, work_through
from gongkai.reports.write.registry import CannotRenderError, Exchange, exchange

FORMATS = get_args(Exchange)
BINARY = frozenset({"xlsx", "parquet"})


def statements_of(name: str, data: bytes, limits: Limits) -> list[Statement]:
    """What a worker gives back of a file: its statements, without the documents."""
    return [report.statement for report in read_bytes(name, data, limits)]


@click.command("read")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--format", "output", type=click.Choice(FORMATS), help="格式；不写的按 -o 的后缀，否则 json"
)
@click.option(
    "-o",
    "out",
    metavar="OUT",
    help="文件；或文件夹（以 / 结尾），每份报告一个文件；不写的输出到屏幕",
)
@bounds
def command(
    paths: tuple[str, ...], output: str | None, out: str | None, jobs: int, limits: Limits
) -> None:
    """读取年度报告，输出数据。PATH 是文件、文件夹、压缩包或通配符；读不了的逐个说明原因。"""
    to = chosen_format(output, out)
    if out is None and to in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"{to} 不能显示在屏幕上，请用 -o 指定文件")
    total = counted(paths)
    outcomes = work_through(statements_of, given(paths, limits), limits, min(jobs, max(total, 1)))
    try:
        with contextlib.closing(outcomes), progress("读取", total) as bar:
            told = _Told(outcomes, bar.update)
            if out is not None and (out.endswith("/") or Path(out).is_dir()):
                write_each(told, to, Path(out))
            else:
                write_all(told, to, out)
    except CannotRenderError as error:
        raise click.UsageError(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"{out or '输出'}：写不进去，{why(error)}") from error
    sys.exit(2 if told.refused else 0)


def chosen_format(output: str | None, out: str | None) -> Exchange:
    """The format asked for, else that of the file's ending, else JSON."""
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    return cast("Exchange", output or (ending if ending in FORMATS else "json"))


class _Told:
    """The outcomes that hold reports; the others are named on standard error on the way."""

    def __init__(
        self, outcomes: Iterator[Outcome[list[Statement]]], step: Callable[[int], None]
    ) -> None:
        self.outcomes, self.step = outcomes, step
        self.refused = False

    def __iter__(self) -> Iterator[tuple[str, list[Statement]]]:
        for outcome in self.outcomes:
            self.step(1)
            if outcome.value is None:
                self.refused = True
                say(f"{outcome.name}：{outcome.refused}")
            else:
                yield outcome.name, outcome.value


def write_all(told: _Told, to: Exchange, out: str | None) -> None:
    """All statements into one file, or to standard output."""
    with contextlib.ExitStack() as stack:
        target = sys.stdout.buffer if out is None else stack.enter_context(opened(Path(out)))
        writer = exchange(to, cast("BinaryIO", target))
        for _, statements in told:
            for statement in statements:
                writer.add(statement)
        writer.close()
        target.flush()


def write_each(told: _Told, to: Exchange, folder: Path) -> None:
    """Each statement into a file of its own, named after the file it was read from."""
    taken: set[str] = set()
    for name, statements in told:
        for statement in statements:
            with opened(folder / free_name(Path(name).stem, to, taken)) as target:
                writer = exchange(to, target)
                writer.add(statement)
                writer.close()


def opened(path: Path) -> BinaryIO:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.open("wb")


def free_name(stem: str, to: str, taken: set[str]) -> str:
    """A name not yet taken in the folder: `stem.json`, `stem-2.json` …"""
    name, number = f"{stem}.{to}", 2
    while name.lower() in taken:
        name, number = f"{stem}-{number}.{to}", number + 1
    taken.add(name.lower())
    return name
