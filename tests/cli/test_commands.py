"""The command line as a whole."""

from click.testing import CliRunner

from gongkai.cli.main import COMMANDS, main


def test_every_command_listed_can_be_loaded():
    for name in COMMANDS:
        assert CliRunner().invoke(main, [name, "--help"]).exit_code == 0
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0
