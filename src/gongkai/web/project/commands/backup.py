"""`gongkai backup`: database and files in one archive, keys apart."""

from pathlib import Path

import click

from gongkai.web.project.keeping.backup import DamagedError, make
from gongkai.web.project.keeping.store import CannotError
from gongkai.web.ui import clock
from gongkai.web.ui.config import config


@click.command(help="备份到一个目录；平台可以照常运行。写完后重新读一遍核对。")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--keys",
    type=click.Path(file_okay=False, path_type=Path),
    help="密钥另存到这个目录；不要与数据备份放在同一处",
)
@click.option(
    "--password-file", type=click.Path(exists=True, path_type=Path), help="用文件里的密码加密"
)
def command(folder: Path, keys: Path | None, password_file: Path | None) -> None:
    password = password_file.read_text("utf-8").strip() if password_file else ""
    if keys is not None and keys.resolve() == folder.resolve():
        raise click.ClickException("密钥和数据要分开存放，请另选一个目录。")
    try:
        made = make(config(), folder, keys_into=keys, password=password, at=clock.now())
    except (CannotError, DamagedError) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"已备份并核对 {made.count} 个文件：{made.archive}")
    if made.keys:
        click.echo(f"密钥：{made.keys}")
    else:
        click.echo("没有备份密钥。缺少密钥时个人信息无法恢复，请用 --keys 另存一份。")
