"""The `gongkai` command: finds its subcommands by name and loads only the one asked for."""

import importlib
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

COMMANDS: dict[str, str] = {
    "check": "gongkai.cli.check",
    "compare": "gongkai.cli.compare",
    "consolidate": "gongkai.cli.consolidate",
    "deadline": "gongkai.cli.deadline",
    "explain": "gongkai.cli.explain",
    "fee": "gongkai.cli.fee",
    "read": "gongkai.cli.read",
    "render": "gongkai.cli.render",
}
"""Command name → module below gongkai.cli that defines a click command of the name `command`."""

WEB_COMMANDS = {
    "serve": "启动平台",
    "demo": "装入示例数据",
    "worker": "运行后台任务",
    "backup": "备份数据库、文件和密钥",
    "restore": "从备份恢复",
    "upgrade": "升级数据库，升级前先备份",
    "import-reports": "导入以往的年度报告",
    "export": "导出一个机关的全部数据",
    "doctor": "检查设置是否齐全、安全",
    "audit": "核验操作记录",
    "keys": "查看和轮换主密钥",
    "reindex": "重建检索索引",
    "rebuild": "按登记的经过重算阶段、期限和归行",
}
"""Commands that the platform adds; without `gongkai[web]` they say how to get it."""


class Commands(click.Group):
    """Subcommands that are imported when they are called, so that a small command starts fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return sorted({*COMMANDS, *WEB_COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        del ctx
        if cmd_name in COMMANDS:
            found: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
            return found
        if cmd_name in WEB_COMMANDS:
            return platform_command(cmd_name)
        raise click.UsageError(f"没有“{cmd_name}”这个命令，可用的命令见 gongkai --help")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands; those of the platform are described without loading it."""
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (
                        name,
                        WEB_COMMANDS.get(name) or self.get_command(ctx, name).get_short_help_str(),
                    )
                    for name in self.list_commands(ctx)
                ]
            )

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run; bad input is one sentence on stderr and exit 2, without click's usage lines."""
        try:
            code = super().main(args, **{**extra, "standalone_mode": False})
        except click.Abort:
            sys.exit(130)
        except click.ClickException as error:
            click.echo(sentence(error), err=True)
            sys.exit(2)
        sys.exit(code if isinstance(code, int) else 0)


def sentence(error: click.ClickException) -> str:
    """What was wrong with the input, in Chinese."""
    match error:
        case click.MissingParameter(param=click.Parameter() as param):
            return f"缺少“{name_of(param)}”"
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"“{name_of(param)}”的值不对：{wanted(param.type) or error.message}"
        case _:
            return error.format_message()


def wanted(kind: click.ParamType[Any]) -> str:
    """What may be written there; empty where only click can say."""
    match kind:
        case click.Choice():
            return f"只能是 {'、'.join(map(str, kind.choices))}"
        case click.IntRange(min=int() as low, max=int() as high):
            return f"要写 {low} 至 {high} 的整数"
        case click.types.IntParamType():
            return "要写整数"
        case _:
            return ""


def name_of(param: click.Parameter) -> str:
    return param.opts[-1] if isinstance(param, click.Option) else param.human_readable_name


def platform_command(name: str) -> click.Command:
    """A command of the platform, found by its entry point; else one that says how to install it."""
    # loaded here: the commands below the platform do without it and start faster
    entry_points = importlib.import_module("importlib.metadata").entry_points
    for entry in entry_points(group="gongkai.commands", name=name):
        command: click.Command = entry.load()
        return command

    @click.command(
        name,
        help=WEB_COMMANDS[name],
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True},
    )
    def absent() -> None:
        raise click.ClickException(
            f"`gongkai {name}` 属于平台部分：请先安装 pip install 'gongkai[web]'"
        )

    return absent


@click.group(cls=Commands)
@click.version_option(package_name="gongkai")
def main() -> None:
    """公开：政府信息公开的法律时限、年度报告的读取与检查。"""
