from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import TABLES, row_name
from gongkai.checks.rule import rule
from gongkai.checks.tables import cells_missing, has_too_many_cells, missing_tables
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State, Statement
from gongkai.statute.forms import Form, Row
from gongkai.statute.provisions import REPORT_FORM_2021

NAMED = 3


@rule(
    id="C03",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="Rows of a table are missing, or have too many or too few cells",
    mend=Wording(
        "对照统一格式补齐行和格，没有的填 0。",
        "Complete the rows and cells after the form; enter 0 where there is none.",
    ),
    passes=(
        ReportExample(),
        ReportExample(states={"requests.*.total": State.MISSING_COLUMN}),
        ReportExample(states={"remedies": State.MISSING_ROW}),
    ),
    fails=(
        ReportExample(states={"requests.not_processed_repeated": State.MISSING_ROW}),
        ReportExample(states={"requests.granted.total": State.MISSING_CELL}),
        ReportExample(states={"requests.granted": State.AMBIGUOUS}),
        ReportExample(
            states={
                "requests.other_not_corrected": State.NOT_IN_FORM,
                "requests.other_fee_unpaid": State.NOT_IN_FORM,
            }
        ),
    ),
)
def rows_complete(report: Report) -> Iterator[Found]:
    """表格的行和格齐全

    少一行或者少一格，该行的数字就不知道属于哪一列。2021 年格式的“（六）其他处理”分三行填写。
    """
    form, statement = report.statement.form, report.statement
    absent = missing_tables(report)
    for table in form.tables if form else ():
        faults = [
            (row, fault)
            for row in (form.rows_of(table.key) if form and table.key not in absent else ())
            if (fault := _fault(statement, row))
        ]
        if form and faults:
            yield _found(form, table.key, faults)


def _fault(statement: Statement, row: Row) -> Wording | None:
    state = statement.cells.get(row.path)
    if state and state.state is State.MISSING_ROW:
        return Wording("缺行", "row missing")
    if state and state.state is State.NOT_IN_FORM:
        return Wording("没有单列一行", "not a row of its own")
    lacking = len(cells_missing(statement, row))
    if lacking:
        return Wording(f"少 {lacking} 格", f"{lacking} cells too few")
    if has_too_many_cells(statement, row):
        return Wording("格数与表头不符", "cells do not match the head")
    return None


def _found(form: Form, table: str, faults: list[tuple[Row, Wording]]) -> Found:
    """One finding for a table: its faults, each with the rows that have it."""
    by_fault: dict[Wording, list[Row]] = {}
    for row, fault in faults:
        by_fault.setdefault(fault, []).append(row)
    name = TABLES[table]
    return Found(
        faults[0][0].path if len(faults) == 1 else table,
        f"{name.zh}" + "；".join(_zh(form, rows, fault.zh) for fault, rows in by_fault.items()),
        f"{name.en}: " + "; ".join(_en(form, rows, fault.en) for fault, rows in by_fault.items()),
    )


def _zh(form: Form, rows: list[Row], fault: str) -> str:
    names = "、".join(row_name(form, row.path).zh for row in rows[:NAMED])
    return f"{names}{f'等 {len(rows)} 行' if len(rows) > NAMED else ''}{fault}"


def _en(form: Form, rows: list[Row], fault: str) -> str:
    names = ", ".join(row_name(form, row.path).en for row in rows[:NAMED])
    return f"{names}{f' … ({len(rows)} rows)' if len(rows) > NAMED else ''}: {fault}"
