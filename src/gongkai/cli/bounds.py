"""The options that bound what is read, the same for every command that reads files."""

import functools
import os
from collections.abc import Callable
from typing import Any

import click

from gongkai.reports.read.limits import DEFAULT, MEGABYTE, Limits

UNITS = {"": 1, "K": 1024, "M": MEGABYTE, "G": 1024 * MEGABYTE}


class Size(click.ParamType[int]):
    """A number of bytes: 500000, 20M, 1G."""

    name = "大小"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        del param, ctx
        if isinstance(value, int):
            return value
        digits = str(value).upper().removesuffix("B")
        unit = digits[-1:] if digits[-1:] in UNITS else ""
        number = digits.removesuffix(unit) if unit else digits
        if not (number.isascii() and number.isdigit() and int(number[:12]) > 0):
            raise click.UsageError(f"“{value}”不是大小，请写成 500000、20M 或 1G 的样子")
        return int(number[:12]) * UNITS[unit]


SIZE = Size()


def bounds(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds --jobs and the limits; the command gets `jobs` and `limits`."""

    @functools.wraps(command)
    def with_limits(
        max_bytes: int, max_unpacked: int, max_pages: int, max_files: int, max_seconds: float,
        **others: Any,
    ) -> Any:  # fmt: skip
        limits = Limits(
            bytes=max_bytes,
            unpacked_bytes=max_unpacked,
            pages=max_pages,
            files=max_files,
            seconds=max_seconds,
        )
        return command(limits=limits, **others)

    for option in reversed(OPTIONS):
        with_limits = option(with_limits)
    return with_limits


OPTIONS = (
    click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        default=os.cpu_count() or 1,
        help="同时用几个进程，默认用全部核心",
    ),
    click.option(
        "--max-bytes", type=SIZE, default=DEFAULT.bytes, help="一个文件的大小上限，默认 100M"
    ),
    click.option(
        "--max-unpacked", type=SIZE, default=DEFAULT.unpacked_bytes, help="解压后的上限，默认 400M"
    ),
    click.option(
        "--max-pages", type=click.IntRange(1), default=DEFAULT.pages, help="页数上限，默认 500"
    ),
    click.option(
        "--max-files",
        type=click.IntRange(1),
        default=DEFAULT.files,
        help="一个压缩包里的文件数上限，默认 10000",
    ),
    click.option(
        "--max-seconds",
        type=click.FloatRange(0.1),
        default=DEFAULT.seconds,
        help="读一个文件的时间上限（秒），默认 60",
    ),
)
