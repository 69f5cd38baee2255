"""The `gongkai` command: finds its subcommands by name and loads only the one asked for."""

import importlib
from importlib.metadata import entry_points

import click

COMMANDS: dict[str, str] = {}
"""Command name → module below gongkai.cli that defines a click command of the name `command`."""

WEB_COMMANDS = (
    "serve",
    "demo",
    "worker",
    "backup",
    "restore",
    "upgrade",
    "export",
    "doctor",
    "audit",
)
"""Commands that the platform adds; without `gongkai[web]` they say how to get it."""


class Commands(click.Group):
    """Subcommands that are imported when they are called, so that a small command starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted({*COMMANDS, *WEB_COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name in COMMANDS:
            found: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
            return found
        if cmd_name in WEB_COMMANDS:
            return platform_command(cmd_name)
        return None


def platform_command(name: str) -> click.Command:
    """A command of the platform, found by its entry point; else one that says how to install it."""
    for entry in entry_points(group="gongkai.commands", name=name):
        command: click.Command = entry.load()
        return command

    @click.command(name, help="(needs the platform: pip install 'gongkai[web]')")
    def absent() -> None:
        raise click.ClickException(
            f"`gongkai {name}` 属于平台部分：请先安装 pip install 'gongkai[web]'"
        )

    return absent


@click.group(cls=Commands)
@click.version_option(package_name="gongkai")
def main() -> None:
    """公开：政府信息公开的法律时限、年度报告的读取与检查。"""
