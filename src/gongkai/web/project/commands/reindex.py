"""`gongkai reindex`: the search index anew from the records."""

import click
from rich.progress import track

from gongkai.web.project.indexed import SOURCES
from gongkai.web.search.acts import rebuild, remove_strangers, renew


@click.command(help="按已公开的内容重建检索索引；平台可以照常运行。")
@click.option("--empty", is_flag=True, help="先清空索引（索引损坏时用），重建完成前检索不到内容")
def command(empty: bool) -> None:
    if empty:
        rebuild([])
    count = 0
    for source in SOURCES:
        total = len(source.ids())
        for done in track(renew(source), source.subject, total=-(-total // 200), transient=True):
            count += done
    remove_strangers(SOURCES)
    click.echo(f"已重建检索索引：核对 {count} 项。")
