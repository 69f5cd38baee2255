from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import TABLES, cell_name
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State
from gongkai.statute.provisions import REPORT_FORM_2021

NAMED = 3


@rule(
    id="C05",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.whole,
    english="Cells are blank where the form asks for a zero",
    mend=Wording("没有发生的填 0。", "Enter 0 where nothing happened."),
    passes=(
        ReportExample(),
        ReportExample(states={"requests.granted.total": State.MISSING_CELL}),
    ),
    fails=(
        ReportExample(states={"requests.granted.total": State.BLANK}),
        ReportExample(states={"proactive.permits": State.PLACEHOLDER}),
        ReportExample(states={"requests.granted": State.BLANK}),
    ),
)
def zeros_filled_in(report: Report) -> Iterator[Found]:
    """没有发生的填 0，不留空

    空白和“-”“/”分不清是没有发生还是漏填，汇总时也无法取数。
    """
    form, statement = report.statement.form, report.statement
    for table in form.tables if form else ():
        empty = [
            cell
            for row in (form.rows_of(table.key) if form else ())
            for cell in row.cells
            if statement.state(cell) in (State.BLANK, State.PLACEHOLDER)
        ]
        if form and empty:
            names = [cell_name(form, cell) for cell in empty[:NAMED]]
            more = "等" if len(empty) > NAMED else ""
            yield Found(
                empty[0] if len(empty) == 1 else table.key,
                f"{TABLES[table.key].zh}有 {len(empty)} 格没有填数："
                + "、".join(name.zh for name in names)
                + more,
                f"{TABLES[table.key].en} has {len(empty)} cells without a number: "
                + "; ".join(name.en for name in names)
                + (" …" if more else ""),
            )
