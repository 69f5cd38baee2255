"""`gongkai export`: everything of one body, in open formats."""

import getpass
from pathlib import Path

import click

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.project.keeping.export import save


@click.command(help="把一个单位的全部数据导出为一个 ZIP：表格（JSON、CSV）、报告、附件、审计记录。")
@click.argument("code")
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--personal", is_flag=True, help="个人信息解密导出；默认遮盖")
@click.option("--reason", default="", help="导出的理由，写入审计记录；解密导出时必须写明")
def command(code: str, target: Path, personal: bool, reason: str) -> None:
    body = Body.objects.filter(code=code).first()
    if body is None:
        codes = "、".join(Body.objects.order_by("path").values_list("code", flat=True)[:50])
        raise click.ClickException(f"没有代码为 {code} 的单位。现有：{codes}")
    if target.exists():
        raise click.ClickException(f"{target} 已经存在，请换一个文件名。")
    if personal and not reason.strip():
        raise click.ClickException("解密导出个人信息要用 --reason 写明理由。")
    operator = Actor(id="operator", name=f"操作员 {getpass.getuser()}")
    made = save(operator, body, target, personal=personal, reason=reason.strip())
    count = sum(made.rows.values())
    click.echo(f"已导出 {count} 行、{made.files} 个附件：{target}")
    if made.left_out:
        click.echo(f"没有导出个人提交的 {made.left_out} 份材料；需要时加 --personal。")
