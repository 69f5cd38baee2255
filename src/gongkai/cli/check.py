"""`gongkai check`: what is wrong with reports, and which provision says so."""

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, cast

import click

from gongkai.checks.finding import Finding, Language, Severity
from gongkai.checks.judged import Judged
from gongkai.checks.run import check_area
from gongkai.checks.shown import text
from gongkai.checks.shown.registry import shown_as
from gongkai.cli.area import area_in
from gongkai.cli.bounds import bounds
from gongkai.cli.checking import Results, Run, Wish
from gongkai.cli.inputs import output_format
from gongkai.cli.progress import progress, say
from gongkai.cli.statements import why
from gongkai.reports.model.area import Area
from gongkai.reports.read.given import counted

STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow"},
    "note": {"fg": "cyan"},
    "dim": {"dim": True},
    "strong": {"bold": True},
}


@click.command("check")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@output_format("text", "json", "sarif", "html")
@click.option("-o", "out", metavar="FILE", help="写到文件；不写的输出到屏幕")
@click.option("--select", default="", metavar="A,N01", help="只用这些规则：编号，或编号的开头")
@click.option("--ignore", default="", metavar="T,C06", help="不用这些规则")
@click.option(
    "--area", "area_file", metavar="FILE", help="机关名单 CSV：name,level,parent,published_on"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="中文（默认）或英文")
@bounds
def command(paths: tuple[str, ...], output: str, out: str | None, **given: Any) -> None:
    """检查年度报告：哪里不对，依据什么，怎样改。

    PATH 是文件、文件夹、压缩包或通配符；同一机关有几个年度的，一并核对年度之间的衔接。
    有文件读不了的，退出码为 2；有错误的为 1；否则为 0。
    """
    lang = cast("Language", given["lang"])
    area = area_in(given["area_file"]) if given["area_file"] else None
    wish = Wish(
        select=listed(given["select"]),
        ignore=listed(given["ignore"]),
        lang=lang,
        page=output == "html",
        statements=area is not None,
    )
    total = counted(paths)
    jobs = min(given["jobs"], max(total, 1))
    with progress("检查", total) as bar:
        run = Run(paths, wish, given["limits"], jobs, bar.update, say)
        results = run.results()
    over_all = about(area, run) if area else []
    try:
        with target(out) as stream:
            for piece in printed(results, over_all, output, lang, colour=stream.isatty()):
                stream.write(piece)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise click.UsageError(f"{out or '输出'}：写不进去，{why(error)}") from error
    sys.exit(exit_code(results, over_all))


def about(area: Area, run: Run) -> list[Finding]:
    """The findings of the R rules."""
    wish = run.wish
    return check_area(area, run.statements, select=wish.select, ignore=wish.ignore, lang=wish.lang)


def listed(names: str) -> tuple[str, ...]:
    """`A,N01` as a tuple; a Chinese comma will do."""
    return tuple(name.strip() for name in names.replace("，", ",").split(",") if name.strip())


@contextlib.contextmanager
def target(out: str | None) -> Iterator[IO[str]]:
    """The file named, or the screen."""
    if out is None:
        yield sys.stdout
        sys.stdout.flush()
        return
    Path(out).parent.mkdir(parents=True, exist_ok=True)
    with Path(out).open("w", encoding="utf-8") as stream:
        yield stream


def exit_code(results: Iterable[Judged], area: Sequence[Finding]) -> int:
    """2: a file could not be read; 1: an error that nobody has settled; 0: neither."""
    code = 1 if any(finding.severity is Severity.ERROR for finding in area) else 0
    for judged in results:
        if not judged.readable:
            return 2
        if judged.count(Severity.ERROR):
            code = 1
    return code


def printed(
    results: Results, area: Sequence[Finding], output: str, lang: Language, *, colour: bool
) -> Iterator[str]:
    """The output piece by piece, so that it need not fit into memory."""
    match output:
        case "json":
            yield from as_json(results, area)
        case "sarif":
            sarif = shown_as("sarif")
            yield json.dumps(sarif.log(results, area, lang), ensure_ascii=False, indent=1) + "\n"
        case "html":
            page = shown_as("html")
            yield page.head(lang)
            if area:
                yield page.area_article(area, lang)
            for judged in results:
                yield judged.page or page.unread(judged.path, judged.reason or "", lang)
            yield page.foot()
        case _:
            yield from as_text(results, area, lang, colour=colour)


def as_json(results: Iterable[Judged], area: Sequence[Finding]) -> Iterator[str]:
    yield '{"files": ['
    for index, judged in enumerate(results):
        yield ",\n" if index else "\n"
        yield json.dumps(judged.to_json(), ensure_ascii=False)
    rules = json.dumps([finding.to_json() for finding in area], ensure_ascii=False)
    yield f'\n], "area": {rules}}}\n'


def as_text(
    results: Iterable[Judged], area: Sequence[Finding], lang: Language, *, colour: bool
) -> Iterator[str]:
    def paint(words: str, style: str) -> str:
        return click.style(words, **STYLES[style]) if colour else words

    numbers = dict.fromkeys(Severity, 0)
    reports = unreadable = 0
    for judged in results:
        reports += judged.readable
        unreadable += not judged.readable
        for severity in Severity:
            numbers[severity] += judged.count(severity)
        yield "".join(f"{line}\n" for line in (*text.lines(judged, lang, paint), ""))
    for finding in area:
        numbers[finding.severity] += 1
    yield "".join(f"{line}\n" for line in text.area_lines(area, lang, paint))
    said = text.in_numbers(numbers, lang)
    if lang == "zh":
        yield f"{reports} 份报告：{said}" + (f"；{unreadable} 个文件读不了" if unreadable else "")
    else:
        yield f"{reports} reports: {said}" + (f"; {unreadable} unreadable" if unreadable else "")
    yield "\n"
