"""`gongkai consolidate`: the reports of an area's bodies as one, with the trace of each figure."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.run import check_area
from gongkai.cli.area import area_in
from gongkai.cli.statements import all_statements, save
from gongkai.reports.consolidate.members import Members, government_of, members
from gongkai.reports.consolidate.sums import Consolidation, body_name, consolidate
from gongkai.reports.model.area import Area
from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import Statement
from gongkai.reports.write.registry import (
    RENDERINGS,
    TRACES,
    CannotRenderError,
    export_trace,
    render,
)

MOST_LISTED = 30
"""Names in a line on stderr."""


@click.command("consolidate")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "--area", "area_file", metavar="FILE", help="机关名单 CSV：name,level,parent,published_on"
)
@click.option("--name", help="汇总报告的机关；不写的用名单里的政府")
@click.option("--year", type=int, help="年份；不写的取多数报告的年份")
@click.option(
    "-o", "out", metavar="OUT", help="文件，按后缀定格式（json 或排印格式）；不写的输出到标准输出"
)
@click.option("--trace", "trace_file", metavar="FILE", help="每个数的来源，按后缀：json、csv、xlsx")
def command(
    *,
    paths: tuple[str, ...],
    area_file: str | None,
    name: str | None,
    year: int | None,
    out: str | None,
    trace_file: str | None,
) -> None:
    """汇总一个地区各机关的年度报告，列出缺报的机关。"""
    trace_format = Path(trace_file).suffix.lstrip(".").lower() if trace_file else None
    if trace_format is not None and trace_format not in TRACES:
        raise click.UsageError(f"--trace 的后缀应是 {'、'.join(TRACES)}")
    area = area_in(area_file) if area_file else None
    refused: list[str] = []
    sorted_out = members(list(read_all(paths, refused)), area, year)
    if not sorted_out.counted:
        raise click.UsageError("没有可以汇总的报告")
    made = consolidate(
        sorted_out.counted, name=name or name_of(sorted_out, area), year=sorted_out.year
    )
    write(made, out)
    if trace_file and trace_format:
        save(Path(trace_file), export_trace(made, trace_format))
    findings = about(area, sorted_out) if area else []
    for line in (*remarks(sorted_out, made), *map(told, findings)):
        click.echo(line, err=True)
    wrong = any(finding.severity is Severity.ERROR for finding in findings)
    sys.exit(2 if refused else 1 if wrong else 0)


def about(area: Area, found: Members) -> list[Finding]:
    """What the rules on a whole area say of the reports of its year."""
    own = (found.own,) if found.own else ()
    return check_area(area, (*found.counted, *own))


def told(finding: Finding) -> str:
    return f"{finding.severity.zh} {finding.rule}：{finding.message}"


def read_all(paths: tuple[str, ...], refused: list[str]) -> Iterator[Statement]:
    """The statements of all files; those that cannot be read are named and counted as refused."""
    for outcome in all_statements(paths, os.cpu_count() or 1):
        if outcome.refused is not None:
            refused.append(outcome.name)
            click.echo(f"{outcome.name}：{outcome.refused}", err=True)
        yield from outcome.value or ()


def name_of(found: Members, area: Area | None) -> str | None:
    """The area's government: as its own report names it, else as the list does."""
    if found.own:
        return found.own.body
    head = government_of(area) if area else None
    return head.name if head else None


def write(made: Consolidation, out: str | None) -> None:
    """The consolidated statement as JSON, or in the layout that the file's ending asks for."""
    ending = Path(out).suffix.lstrip(".").lower() if out else ""
    text = json.dumps(to_json(made.statement), ensure_ascii=False, indent=1) + "\n"
    if out is None:
        click.echo(text, nl=False)
    elif ending in RENDERINGS:
        try:
            save(Path(out), render(made.statement, ending))
        except CannotRenderError as error:
            raise click.UsageError(str(error)) from error
    else:
        save(Path(out), text.encode())


def remarks(found: Members, made: Consolidation) -> Iterator[str]:
    """What a person should know, a line each."""
    year = f"{found.year}年" if found.year else ""
    yield f"汇总{year}报告 {len(found.counted)} 份"
    yield from listed("缺报", [body.name for body in found.missing])
    yield from listed("重复，只计第一份", named(found.repeated))
    yield from listed("不是这一年的，未计入", named(found.other_years))
    yield from listed("名单外的机关，已计入", named(found.strangers))
    empty = [cell for cell, value in made.statement.figures.items() if value is None]
    if empty:
        yield f"{len(empty)} 格未能合计（有机关没有填数），详见汇总结果的 notes"


def named(statements: Iterable[Statement]) -> list[str]:
    return [body_name(statement, n) for n, statement in enumerate(statements, 1)]


def listed(what: str, names: list[str]) -> Iterator[str]:
    if names:
        more = " 等" if len(names) > MOST_LISTED else ""
        yield f"{what}（{len(names)}）：{'、'.join(names[:MOST_LISTED])}{more}"
