"""`gongkai import-reports`: reports of past years into the archive."""

import os
import sys

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from gongkai.reports.read.given import counted, given
from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor, system
from gongkai.web.project.commands.serve import prepare
from gongkai.web.reporting.acts import archive, intake
from gongkai.web.reporting.models.archive import Intake, IntakeFile, Reading
from gongkai.web.reporting.queries.archive import tally


@click.command(help="导入以往的年度报告（文件、文件夹、压缩包）；中断后再运行一次即可接着导入。")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--area", "code", metavar="代号", help="计入哪个地区：本级政府在平台上的代号")
@click.option("--confirm", "confirmed", is_flag=True, help="读取没有疑问的直接确认并公布")
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="进程数")
def command(paths: tuple[str, ...], code: str | None, confirmed: bool, jobs: int) -> None:
    prepare()
    area = _area(code)
    label = "、".join(os.path.abspath(path) for path in paths)[:400]  # noqa: PTH100
    total, by = counted(paths), system("命令行导入")
    made = intake.begin(by, label=label, expected=total, area=area)
    console = Console(stderr=True)
    columns = (TextColumn("读取"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        row = bar.add_task("读取", total=total)
        files = given(paths, intake.LIMITS)
        step = lambda count: bar.advance(row, count)  # noqa: E731
        intake.go_on(by, intake=made, files=files, processes=jobs, step=step)
    sys.exit(_tell(made, _confirm(by, made) if confirmed else None))


def _area(code: str | None) -> Body | None:
    if code is None:
        return None
    found = Body.objects.filter(code=code, kind=Body.Kind.GOVERNMENT).first()
    if found is None:
        raise click.UsageError(f"平台上没有代号是 {code} 的政府，请在“单位”页面查代号")
    return found


def _confirm(by: Actor, made: Intake) -> tuple[int, int]:
    waiting = Reading.objects.filter(file__intake=made, state=Reading.State.OPEN)
    return archive.confirm_clear(by, waiting.select_related("filer").iterator())


def _tell(made: Intake, confirmed: tuple[int, int] | None) -> int:
    """What came of it, and the exit code: 2 where a file could not be read."""
    counts = tally(made)
    refused = made.files.filter(state=IntakeFile.State.REFUSED)
    for file in refused:
        click.echo(f"{file.name}：{file.reason}", err=True)
    click.echo(
        f"读取 {counts.get('read', 0)} 个文件，以前已导入 {counts.get('known', 0)} 个，"
        f"没有读成 {counts.get('refused', 0)} 个；待确认的报告 {counts.get('open', 0)} 份。"
    )
    if confirmed:
        click.echo(f"已确认并公布 {confirmed[0]} 份，{confirmed[1]} 份有疑问，请在工作台上确认。")
    return 2 if counts.get("refused") else 0
