"""What people type: dates, spans of dates, output formats; each refusal is one sentence."""

from collections.abc import Callable
from datetime import date
from typing import Any

import click


class Day(click.ParamType[date]):
    """A date as 2026-01-26."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        del param, ctx
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise click.UsageError(f"“{value}”不是日期，请写成 2026-01-26 的样子") from None


class Span(click.ParamType[tuple[date, date]]):
    """Two dates joined by a colon, the first not after the second."""

    name = "日期:日期"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        first, colon, last = str(value).partition(":")
        if not colon:
            raise click.UsageError(f"“{value}”不是一段日期，请写成 2026-02-10:2026-02-14 的样子")
        span = DAY.convert(first, param, ctx), DAY.convert(last, param, ctx)
        if span[0] > span[1]:
            raise click.UsageError(f"“{value}”的开始日期晚于结束日期")
        return span


DAY = Day()
SPAN = Span()


def output_format(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option `--format`; the first format is the default."""
    return click.option(
        "--format",
        "output",
        type=click.Choice(formats),
        default=formats[0],
        help="输出格式",
        show_default=True,
    )


def today() -> date:
    """The day of the call: the one place where the command line reads the clock."""
    return date.today()  # noqa: DTZ011, TID251
