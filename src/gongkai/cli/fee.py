"""`gongkai fee`: the information processing fee by items, by pages, or of a list."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from gongkai.cli.applications import read_applications
from gongkai.cli.inputs import DAY, output_format, today
from gongkai.law.fee.applications import Charge, charges
from gongkai.law.fee.tariff import Basis, Fee, fee_for_items, fee_for_pages
from gongkai.statute.parameters import UnknownParameterError

MOST = 1_000_000
"""More items or pages than this are a slip of the keyboard."""


def as_record(fee: Fee) -> dict[str, Any]:
    bands = [
        {
            "first": each.band.first,
            "last": each.band.last,
            "rate": each.band.rate,
            "units": each.units,
            "fee": each.yuan,
        }
        for each in fee.bands
    ]
    return {"fee": fee.yuan, "basis": fee.basis.value, "bands": bands}


def as_text(fee: Fee) -> str:
    unit = "件" if fee.basis is Basis.ITEMS else "页"
    lines = [f"信息处理费：{fee.yuan} 元（{fee.basis.chinese}，{fee.basis.source}）"]
    for each in fee.bands:
        span = f"–{each.band.last}{unit}" if each.band.last else f"{unit}以上"
        lines.append(
            f"  第{each.band.first}{span}：{each.units} {unit} × {each.band.rate} 元"
            f" = {each.yuan} 元"
        )
    return "\n".join(lines)


def list_as_record(found: Sequence[Charge]) -> dict[str, Any]:
    applications = [
        {
            "applicant": each.application.applicant,
            "received": str(each.application.received),
            "items": each.application.items,
            "pages": each.application.pages,
            "earlier_items": each.earlier,
            **as_record(each.fee),
        }
        for each in found
    ]
    return {"fee": sum(each.fee.yuan for each in found), "applications": applications}


def list_as_text(found: Sequence[Charge]) -> str:
    lines = [
        f"{each.application.received}  {each.application.applicant}  {each.fee.basis.chinese}"
        f"  当月此前 {each.earlier} 件  {each.fee.yuan} 元"
        for each in found
    ]
    return "\n".join([*lines, f"合计：{sum(each.fee.yuan for each in found)} 元"])


@click.command("fee")
@click.argument(
    "applications", type=click.Path(path_type=Path), required=False, metavar="[申请清单.csv]"
)
@click.option("--items", type=click.IntRange(0, MOST), help="同一申请人当月累计件数")
@click.option("--pages", type=click.IntRange(0, MOST), help="一件申请提供的页数")
@click.option("--on", "day", type=DAY, help="收到申请的日期，按当日的标准；不写的按今天")
@output_format("text", "json")
def command(
    *,
    applications: Path | None,
    items: int | None,
    pages: int | None,
    day: date | None,
    output: str,
) -> None:
    """信息处理费：按件、按量，或者按一份申请清单（CSV）逐件计算。"""
    if sum(each is not None for each in (applications, items, pages)) != 1:
        raise click.UsageError("请在 --items、--pages 和申请清单文件中给出一种，而且只给一种")
    try:
        if applications is not None:
            found = charges(read_applications(applications))
            said, text = list_as_record(found), list_as_text(found)
        else:
            on = day or today()
            fee = fee_for_pages(pages, on) if pages is not None else fee_for_items(items or 0, on)
            said, text = as_record(fee), as_text(fee)
    except UnknownParameterError as error:
        raise click.UsageError(str(error)) from None
    click.echo(json.dumps(said, ensure_ascii=False, indent=2) if output == "json" else text)
