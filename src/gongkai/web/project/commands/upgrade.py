"""`gongkai upgrade`: bring the tables up to date, with a backup before."""

import io

import click
from django.core.management import call_command

from gongkai.web.project.commands.serve import prepare
from gongkai.web.project.keeping import store
from gongkai.web.project.keeping.backup import make
from gongkai.web.project.keeping.store import CannotError
from gongkai.web.ui import clock
from gongkai.web.ui.config import config


@click.command(help="升级数据库结构；有改动时先自动备份到数据目录的 backups。")
def command() -> None:
    plan = io.StringIO()
    call_command("migrate", plan=True, stdout=plan)
    if "No planned" in plan.getvalue():
        click.echo("数据库结构已是最新。")
        return
    if not store.is_empty():
        try:
            made = make(
                config(), config().data / "backups", keys_into=None, password="", at=clock.now()
            )
        except CannotError as fault:
            raise click.ClickException(f"升级前的备份没有成功，没有升级。{fault}") from fault
        click.echo(f"已先备份：{made.archive}")
    prepare()
    click.echo("升级完成。")
