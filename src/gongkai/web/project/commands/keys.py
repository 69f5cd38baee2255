"""`gongkai keys`: the master keys, and a new one in their place."""

import click
from django.db.models import Count

from gongkai.web.audit.actor import system
from gongkai.web.ui.config import config
from gongkai.web.vault.acts import rotate as put_under_new
from gongkai.web.vault.models import Holder
from gongkai.web.vault.queries import masters


@click.group(help="主密钥：查看与轮换。")
def command() -> None:
    pass


@command.command("list", help="列出主密钥，以及每把密钥下还有多少人的数据。")
def show() -> None:
    kept = Holder.objects.filter(destroyed=None).order_by().values_list("master")
    counts = dict(kept.annotate(Count("pk")))
    names = list(masters().keys)
    for name in names:
        older = "待轮换" if counts.get(name) else "仅供旧备份"
        state = "使用中" if name == names[-1] else older
        click.echo(f"{name}\t{counts.get(name, 0)} 人\t{state}")


@command.command(
    help="换一把新的主密钥，把每个人的密钥移到它下面；平台可以照常运行，中断后可以再来。"
)
def rotate() -> None:
    count = put_under_new(system("gongkai keys rotate"))
    current = masters().current
    click.echo(f"已换用 {current}，移动了 {count} 人的密钥。")
    click.echo(f"请立即备份密钥目录 {config().keys}；旧的主密钥在旧备份过期以前要保留。")
