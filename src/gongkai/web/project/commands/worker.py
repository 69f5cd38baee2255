"""`gongkai worker`: does what the pages have put into the queue."""

import click
from django.core.management import call_command


@click.command(help="处理后台任务，直到中断。")
@click.option("--once", is_flag=True, help="做完现有任务就结束")
def command(once: bool) -> None:
    call_command("db_worker", queue_name="*", batch=once, reload=False)
