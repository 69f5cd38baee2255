"""How far a long command has come, on standard error where that is a terminal."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Protocol

import click


class Bar(Protocol):
    def update(self, n_steps: int) -> None: ...


class NoBar:
    """In place of a bar where nobody would see it."""

    def update(self, n_steps: int) -> None:
        del n_steps


@contextlib.contextmanager
def progress(label: str, total: int) -> Iterator[Bar]:
    """A bar over so many steps; none for a single step, or where the output goes to a file."""
    if total < 2 or not sys.stderr.isatty():
        yield NoBar()
        return
    with click.progressbar(length=total, label=label, file=sys.stderr) as bar:
        yield bar


def say(sentence: str) -> None:
    """A line on standard error, over a bar that may stand there."""
    over = "\r\033[K" if sys.stderr.isatty() else ""
    click.echo(over + sentence, err=True)
