"""`gongkai audit`: verify and export the trail."""

import json
import sys
from dataclasses import asdict

import click

from gongkai.web.audit import queries
from gongkai.web.audit.models import Chain, Entry


@click.group(help="审计记录：校验与导出。")
def command() -> None:
    pass


@command.command(help="检查记录是否被改动、删除或插入；有问题时退出码为 1。")
def verify() -> None:
    found = list(queries.broken())
    for fault in found:
        click.echo(f"{fault.chain} 第 {fault.number} 条：{fault.reason}", err=True)
    chains = Chain.objects.order_by("name")
    for chain in chains:
        click.echo(f"{chain.name}\t{chain.length} 条\t{chain.head}")
    if found:
        sys.exit(1)
    click.echo(f"完好：{len(chains)} 条链，{Entry.objects.count()} 条记录。")


@command.command(help="每行一条 JSON，写到标准输出。")
def export() -> None:
    for entry in Entry.objects.select_related("chain").order_by("pk").iterator(chunk_size=2000):
        line = asdict(queries.link_of(entry, entry.chain.name)) | {"hash": entry.hash}
        click.echo(json.dumps(line, ensure_ascii=False))
