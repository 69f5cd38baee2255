"""`gongkai worker`: does what the pages have put into the queue."""

import click
from django.core.management import call_command

from gongkai.web.project.daily import enqueue


@click.command(help="处理后台任务，直到中断。")
@click.option("--once", is_flag=True, help="做完现有任务就结束")
@click.option("--daily", is_flag=True, help="先放入每天一次的任务；由系统定时器每天运行一次")
def command(once: bool, daily: bool) -> None:
    if daily:
        enqueue()
    call_command("db_worker", queue_name="*", batch=once, reload=False)
