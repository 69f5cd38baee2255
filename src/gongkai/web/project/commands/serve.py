"""`gongkai serve`: migrate, then portal, desk and worker until interrupted."""

import os
import subprocess
import sys
from pathlib import Path

import click
from django.conf import settings
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces

from gongkai.web.ui.config import config

KEEPER = (sys.executable, "-m", "gongkai.web.project.commands.keeper")
TARGET = "gongkai.web.project.wsgi:application"


def count_together(folder: Path) -> None:
    """Let the processes of this server leave their counts in one folder for `/metrics`.

    Before anything imports prometheus_client, which looks at the variable then.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for old in folder.glob("*.db"):
        old.unlink()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)


def prepare() -> None:
    """Tables, and the static files where the server finds them."""
    for folder in (config().data, settings.STATIC_ROOT):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    call_command("migrate", verbosity=0, interactive=False)
    if config().production:
        call_command("collectstatic", verbosity=0, interactive=False)


@click.command(help="启动公众门户、工作台和后台任务。")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址")
@click.option("--port", default=8000, show_default=True, help="监听端口")
@click.option("--workers", default=1, show_default=True, help="网页进程数")
@click.option("--worker/--no-worker", default=True, help="是否同时处理后台任务")
def command(host: str, port: int, workers: int, worker: bool) -> None:
    count_together(config().data / "metrics")
    prepare()
    click.echo(f"公众门户 http://{host}:{port}/  工作台 http://{host}:{port}/desk/")
    helper = subprocess.Popen([*KEEPER, str(os.getpid())]) if worker else None
    try:
        Granian(
            TARGET,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            respawn_failed_workers=True,
            respawn_interval=0.5,
            log_access=False,
        ).serve()
    finally:
        if helper is not None:
            helper.terminate()
            helper.wait()
