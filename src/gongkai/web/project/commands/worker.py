"""`gongkai worker`: does what the pages have put into the queue."""

import threading
import time

import click

from gongkai.web.project.timed import Rounds, enqueue_daily, enqueue_due
from gongkai.web.project.working import work
from gongkai.web.ui.config import config

LOOK = 5
"""Seconds between two looks at the clock."""


@click.command(help="处理后台任务，直到中断；到点的任务自己放入队列。")
@click.option("--once", is_flag=True, help="做完现有任务就结束")
@click.option("--daily", is_flag=True, help="先放入每天一次的任务；由系统定时器每天运行一次")
@click.option("--belongs-to", default=0, hidden=True, help="这个进程结束时也结束")
def command(once: bool, daily: bool, belongs_to: int) -> None:
    if daily:
        enqueue_daily()
    if once:
        enqueue_due()
    elif not belongs_to:  # beside a server its keeper looks at the clock
        threading.Thread(target=_look_at_the_clock, daemon=True).start()
    work(config().data / "workers", once=once, belongs_to=belongs_to)


def _look_at_the_clock() -> None:
    rounds = Rounds()
    while True:
        rounds.look()
        time.sleep(LOOK)


if __name__ == "__main__":
    command()
