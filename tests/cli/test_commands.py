"""The command line as a whole."""

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from gongkai.cli import main as module
from gongkai.cli.main import COMMANDS, WEB_COMMANDS, main, wanted


def test_every_command_listed_can_be_loaded():
    for name in COMMANDS:
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0


def test_the_list_of_commands_is_shown_without_loading_the_platform():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            (
                "import sys; from gongkai.cli.main import main\n"
                "try: main(['--help'])\n"
                "finally: print('django' in sys.modules)"
            ),
        ],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    *shown, django = done.stdout.splitlines()
    assert django == "False"
    assert all(name in " ".join(shown) for name in (*COMMANDS, *WEB_COMMANDS))


def test_an_unknown_command_gets_a_sentence():
    result = CliRunner().invoke(main, ["dance"])
    assert result.exit_code == 2
    assert result.stderr == "没有“dance”这个命令，可用的命令见 gongkai --help\n"


@pytest.mark.parametrize("words", [["serve"], ["serve", "--port", "8000"]])
def test_without_the_platform_its_commands_say_how_to_get_it(monkeypatch, words):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: [])
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "请先安装 pip install 'gongkai[web]'" in result.stderr


@click.command("stopped")
def stopped() -> None:
    raise click.Abort


@click.command("refused")
def refused() -> None:
    raise click.BadParameter("不行")


@pytest.mark.parametrize(("command", "code"), [(stopped, 130), (refused, 2)])
def test_how_a_command_ends_is_its_exit_code(monkeypatch, command, code):
    monkeypatch.setattr(module, "platform_command", lambda _: command)
    assert CliRunner().invoke(main, ["serve"]).exit_code == code


def test_where_only_click_knows_what_may_be_written_it_says_so():
    assert wanted(click.FLOAT) == ""
