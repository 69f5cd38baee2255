"""`gongkai demo`: the sample district."""

import time
from collections.abc import Callable, Iterator

import click
from rich.console import Console
from rich.progress import Progress, TimeElapsedColumn
from rich.table import Table

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.queries import has_sample_data
from gongkai.web.project.commands.serve import prepare
from gongkai.web.project.sample import many
from gongkai.web.project.sample.load import Account, accounts, load
from gongkai.web.ui import clock
from gongkai.web.ui.config import config


@click.command(help="装入示例区的单位、人员和数据。")
@click.option("--if-empty", is_flag=True, help="已有数据时什么也不做")
@click.option("--requests", default=0, help="再装入这么多件申请，用于压力测试")
@click.option("--items", default=0, help="再装入这么多条主动公开信息，用于压力测试")
def command(if_empty: bool, requests: int, items: int) -> None:
    prepare()
    district(if_empty=if_empty or requests > 0 or items > 0)
    if requests:
        load_many("件申请", many.applications, requests)
    if items:
        load_many("条信息", many.items, items)


def district(*, if_empty: bool) -> None:
    """The bodies and people, once."""
    if Body.objects.exists():
        if if_empty:
            show(accounts() if has_sample_data() else [])
            return
        raise click.ClickException("数据库里已有单位，演示数据只能装入空的数据库。")
    if config().production:
        raise click.ClickException("演示账号的密码是公开的，正式运行时不能装入。")
    show(load(clock.today()))


def load_many(what: str, enter: Callable[..., Iterator[int]], count: int) -> None:
    """Load data, with a bar that moves."""
    if config().production:
        raise click.ClickException("压力测试数据不能装入正式运行的平台。")
    bodies, start = list(Body.objects.order_by("pk")), time.monotonic()
    with Progress(*Progress.get_default_columns(), TimeElapsedColumn()) as progress:
        task = progress.add_task(what[1:], total=count)
        for done in enter(bodies, count, clock.today()):
            progress.advance(task, done)
    spent = time.monotonic() - start
    click.echo(f"已装入 {count} {what}，每秒 {count / spent:.0f} {what[0]}。")


def show(sample: list[Account]) -> None:
    table = Table("账号", "姓名", "岗位", "密码", title="示例账号（登录地址 /sign-in/）")
    for account in sample:
        table.add_row(account.login, account.name, account.place, account.password)
    if sample:
        Console().print(table)
