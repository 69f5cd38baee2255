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

NAMED = 6


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


def _fault(statement: Statement, row: Row) -> tuple[str, str] | None:
    state = statement.cells.get(row.path)
    if state and state.state is State.MISSING_ROW:
        return "缺行", "row missing"
    if state and state.state is State.NOT_IN_FORM:
        return "未单列", "not a row of its own"
    lacking = len(cells_missing(statement, row))
    if lacking:
        return f"少 {lacking} 格", f"{lacking} cells too few"
    if has_too_many_cells(statement, row):
        return "格数与表头不符", "cells do not match the head"
    return None


def _found(form: Form, table: str, faults: list[tuple[Row, tuple[str, str]]]) -> Found:
    rest = len(faults) - NAMED
    names = [(row_name(form, row.path), fault) for row, fault in faults[:NAMED]]
    zh = "；".join(f"{name.zh}{fault[0]}" for name, fault in names)
    en = "; ".join(f"{name.en}: {fault[1]}" for name, fault in names)
    return Found(
        faults[0][0].path if len(faults) == 1 else table,
        f"{TABLES[table].zh}：{zh}" + (f"；另有 {rest} 行同样不齐" if rest > 0 else ""),
        f"{TABLES[table].en}: {en}" + (f"; {rest} more rows likewise" if rest > 0 else ""),
    )
