"""`gongkai rebuild`: the copies kept for listing, made anew from the records."""

import sys

import click

from gongkai.web.audit.actor import system
from gongkai.web.requests.acts.rebuild import differing
from gongkai.web.requests.acts.rebuild import rebuild as put_right
from gongkai.web.requests.models.case import Request


@click.command(help="按登记的经过重新计算每件申请的阶段、期限和年报归行。")
@click.option("--check", is_flag=True, help="只核对，不改动；有不一致时退出码为 1。")
def command(check: bool) -> None:
    if not check:
        count = put_right(system("gongkai rebuild"), Request.objects.all())
        click.echo(f"已核对 {Request.objects.count()} 件申请，改正 {count} 件。")
        return
    wrong = 0
    for request, said in differing(Request.objects.all()):
        wrong += 1
        names = [name for name, value in vars(said).items() if getattr(request, name) != value]
        click.echo(f"{request.number}：{'、'.join(names)} 与登记的经过不一致。")
    if wrong:
        click.echo(f"有 {wrong} 件不一致，请运行 gongkai rebuild 改正。")
        sys.exit(1)
    click.echo(f"{Request.objects.count()} 件申请全部一致。")
