"""How far a long command has come."""

import io
import sys

from gongkai.cli.progress import progress, say


class Terminal(io.StringIO):
    def isatty(self):
        return True


def run(stream, monkeypatch, total=3):
    monkeypatch.setattr(sys, "stderr", stream)
    with progress("读取", total) as bar:
        bar.update(1)
        say("甲.pdf：读不了")
        bar.update(total - 1)
    return stream.getvalue()


def test_a_terminal_sees_a_bar_and_the_lines_over_it(monkeypatch):
    shown = run(Terminal(), monkeypatch)
    assert "读取" in shown
    assert "100%" in shown
    assert "\r\033[K甲.pdf：读不了\n" in shown


def test_a_file_sees_the_lines_only(monkeypatch):
    assert run(io.StringIO(), monkeypatch) == "甲.pdf：读不了\n"


def test_one_step_needs_no_bar(monkeypatch):
    assert "读取" not in run(Terminal(), monkeypatch, total=1)
