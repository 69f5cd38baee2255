"""`gongkai deadline`: the last day for the answer, counted from the day of receipt."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from gongkai.cli.inputs import DAY, SPAN, output_format
from gongkai.law.calendar.workdays import (
    BeyondCalendarError,
    WorkCalendar,
    default_calendar,
)
from gongkai.law.request.clock import ReplyDue, conventions_on, reply_explained
from gongkai.law.request.details import Consulted, CorrectionAsked, Extended, Opinion
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry, Record, received
from gongkai.statute.holidays import HolidayTableError, read_year_file
from gongkai.statute.parameters import UnknownParameterError, parameter


def record_of(
    receipt: date,
    corrected: date | None,
    consultations: tuple[tuple[date, date], ...],
    extension: int | None,
) -> Record:
    """The record that these facts describe, in the order of their days."""
    entries = [received(Receipt(channel=Channel.IN_PERSON, arrived_on=receipt))]
    if extension:
        told = Extended(days=extension, approved_by_head=True, applicant_told=True)
        entries.append(Entry(Act.EXTEND, receipt, told))
    later = []
    if corrected:
        later.append(Entry(Act.ASK_CORRECTION, corrected, CorrectionAsked()))
        later.append(Entry(Act.CORRECT, corrected))
    for number, (sent, replied) in enumerate(consultations, 1):
        name = str(number)
        later.append(Entry(Act.CONSULT_THIRD_PARTY, sent, Consulted(consultation=name)))
        reply = Opinion(consultation=name, agrees=True)
        later.append(Entry(Act.THIRD_PARTY_REPLIES, replied, reply))
    return (*entries, *sorted(later, key=lambda entry: entry.on))


def calendar_with(files: tuple[Path, ...]) -> WorkCalendar:
    """The calendar that is shipped, with the user's tables in the place of others."""
    try:
        tables = [read_year_file(file) for file in files]
    except HolidayTableError as error:
        raise click.UsageError(str(error)) from None
    return default_calendar().with_tables(tables) if tables else default_calendar()


def check_order(receipt: date, later: Iterable[date]) -> None:
    for day in later:
        if day < receipt:
            raise click.UsageError(f"{day} 早于收到申请的日期 {receipt}")


def check_extension(receipt: date, extension: int | None) -> None:
    most = parameter("request.extension_days").on(receipt)
    if extension is not None and not 1 <= extension <= most:
        raise click.UsageError(f"延长答复期限为 1 至 {most} 个工作日，不能是 {extension}")


def as_json(due: ReplyDue) -> str:
    days = [
        {
            "date": str(day.date),
            "counted": day.number is not None,
            "number": day.number,
            "why": day.why,
            "provisional": day.provisional,
        }
        for day in due.days
    ]
    said = {"due": str(due.date), "provisional": due.provisional, "days": days}
    return json.dumps(said, ensure_ascii=False, indent=2)


def as_text(due: ReplyDue, explain: bool) -> str:
    lines = [f"答复期限：{due.date}"]
    if due.provisional:
        lines.append("（暂定：期间有的年份放假安排还没有公布，公布后请重新计算）")
    if explain:
        for day in due.days:
            number = f"第 {day.number:>2} 日" if day.number else "不计入"
            lines.append(f"{day.date}  {number}  {day.why}")
    return "\n".join(lines)


@click.command("deadline")
@click.argument("receipt", type=DAY, metavar="收到日期")
@click.option("--days", type=click.IntRange(1, 1000), help="答复期限（工作日），不写的按条例")
@click.option("--corrected", type=DAY, help="收到补正的日期，期限从这天重新起算")
@click.option("--consult", type=SPAN, multiple=True, help="征求意见的起止日期，可以写多次")
@click.option("--extend", type=int, help="延长的工作日数")
@click.option(
    "--calendar",
    "tables",
    type=click.Path(path_type=Path),
    multiple=True,
    help="一年的放假安排文件（TOML），可以写多次",
)
@click.option("--explain", is_flag=True, help="列出每一天是否计入和原因")
@output_format("text", "json")
def command(
    *,
    receipt: date,
    days: int | None,
    corrected: date | None,
    consult: tuple[tuple[date, date], ...],
    extend: int | None,
    tables: tuple[Path, ...],
    explain: bool,
    output: str,
) -> None:
    """答复期限的最后一天，自收到申请之日（条例第三十一条）起算。"""
    try:
        check_order(receipt, [sent for sent, _ in consult])
        check_order(receipt, [corrected] if corrected else [])
        check_extension(receipt, extend)
        record = record_of(receipt, corrected, consult, extend)
        due = reply_explained(record, calendar_with(tables), conventions_on(receipt, days))
    except (BeyondCalendarError, UnknownParameterError) as error:
        raise click.UsageError(str(error)) from None
    click.echo(as_json(due) if output == "json" else as_text(due, explain))
