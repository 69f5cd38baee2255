"""`gongkai restore`: a backup into an empty installation."""

from pathlib import Path

import click
from django.core.management import call_command

from gongkai.web.audit.queries import broken
from gongkai.web.project.keeping.backup import DamagedError
from gongkai.web.project.keeping.restore import restore
from gongkai.web.project.keeping.sealing import WrongPasswordError
from gongkai.web.project.keeping.store import CannotError
from gongkai.web.ui import queue
from gongkai.web.ui.config import config

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(help="从备份恢复数据库、文件和密钥，并校验审计记录。恢复前请停止平台。")
@click.argument("archive", type=FILE)
@click.option(
    "--keys", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="密钥备份"
)
@click.option("--password-file", type=click.Path(exists=True, path_type=Path), help="备份的密码")
@click.option("--replace", is_flag=True, help="覆盖现有数据")
def command(archive: Path, keys: Path | None, password_file: Path | None, replace: bool) -> None:
    password = password_file.read_text("utf-8").strip() if password_file else ""
    config().data.mkdir(parents=True, exist_ok=True)
    try:
        count = restore(config(), archive, keys=keys, password=password, replace=replace)
    except (CannotError, DamagedError, WrongPasswordError) as fault:
        raise click.ClickException(str(fault)) from fault
    call_command("migrate", verbosity=0, interactive=False)
    queue.take_back_all()
    if fault := next(broken(), None):
        raise click.ClickException(
            f"已恢复，但审计记录不完整：{fault.chain} 第 {fault.number} 条。"
        )
    click.echo(f"已恢复 {count} 个文件，审计记录完好。")
