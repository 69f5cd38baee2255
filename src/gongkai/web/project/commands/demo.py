"""`gongkai demo`: the sample district."""

import click
from rich.console import Console
from rich.table import Table

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import has_sample_data
from gongkai.web.project.commands.serve import prepare
from gongkai.web.project.sample.load import Account, accounts, load
from gongkai.web.ui import clock
from gongkai.web.ui.config import config


@click.command(help="装入示例区的单位、人员和数据。")
@click.option("--if-empty", is_flag=True, help="已有数据时什么也不做")
def command(if_empty: bool) -> None:
    prepare()
    if Body.objects.exists():
        if if_empty:
            show(accounts() if has_sample_data() else [])
            return
        raise click.ClickException("数据库里已有单位，演示数据只能装入空的数据库。")
    if config().production:
        raise click.ClickException("演示账号的密码是公开的，正式运行时不能装入。")
    show(load(clock.today()))


def show(sample: list[Account]) -> None:
    table = Table("账号", "姓名", "岗位", "密码", title="示例账号（登录地址 /sign-in/）")
    for account in sample:
        table.add_row(account.login, account.name, account.place, account.password)
    if sample:
        Console().print(table)
