"""`gongkai worker`: does what the pages have put into the queue."""

import click

from gongkai.web.project.daily import enqueue
from gongkai.web.project.working import work
from gongkai.web.ui.config import config


@click.command(help="处理后台任务，直到中断。")
@click.option("--once", is_flag=True, help="做完现有任务就结束")
@click.option("--daily", is_flag=True, help="先放入每天一次的任务；由系统定时器每天运行一次")
@click.option("--belongs-to", default=0, hidden=True, help="这个进程结束时也结束")
def command(once: bool, daily: bool, belongs_to: int) -> None:
    if daily:
        enqueue()
    work(config().data / "workers", once=once, belongs_to=belongs_to)


if __name__ == "__main__":
    command()
