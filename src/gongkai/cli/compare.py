"""`gongkai compare`: two reports side by side."""

import json
from pathlib import Path

import click

from gongkai.cli.inputs import output_format
from gongkai.cli.statements import save, the_statement_in
from gongkai.reports.compare.comparison import as_json, as_text, compare
from gongkai.reports.compare.page import page


@click.command("compare")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@output_format("text", "html", "json")
@click.option("-o", "out", metavar="OUT", help="文件；不写的输出到标准输出")
def command(before: str, after: str, output: str, out: str | None) -> None:
    """对比两份年度报告：两个年度，或者两个机关。"""
    comparison = compare(the_statement_in(before), the_statement_in(after))
    match output:
        case "html":
            made = page(comparison).decode()
        case "json":
            made = json.dumps(as_json(comparison), ensure_ascii=False, indent=2)
        case _:
            made = as_text(comparison)
    if out:
        save(Path(out), (made + "\n").encode())
    else:
        click.echo(made)
