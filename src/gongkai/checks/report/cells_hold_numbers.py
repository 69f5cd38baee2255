from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import cell_name
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import CellState, State
from gongkai.statute.provisions import REPORT_FORM_2021

PERMITS = "proactive.permits"


@rule(
    id="A05",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="A cell holds something that is no count",
    mend=Wording(
        "填写整数；没有的填 0；需要说明的写到正文里。",
        "Enter a whole number, 0 where there is none; put explanations into the prose.",
    ),
    passes=(
        ReportExample(figures={"proactive.fees": 12.5}),
        ReportExample(figures={PERMITS: 22}, states={PERMITS: CellState(State.WORDS, "22（件）")}),
        ReportExample(
            form_id="2019",
            figures={"proactive_2019.permits.change": -18},
            year=2020,
            fees_unit=None,
        ),
    ),
    fails=(
        ReportExample(states={PERMITS: CellState(State.INVALID, "若干")}),
        ReportExample(states={PERMITS: CellState(State.INVALID, "-3")}),
        ReportExample(figures={PERMITS: 2.5}),
    ),
)
def cells_hold_numbers(report: Report) -> Iterator[Found]:
    """表内数字是不小于零的整数

    件数不会是负数或者小数；只写文字没有数字的格子，无法汇总，也无法核对。收费金额可以有小数，
    2019 年格式中的增减数可以为负。
    """
    statement = report.statement
    form = statement.form
    for cell in form.cells if form else ():
        printed = _printed_wrongly(report, cell)
        if form and printed is not None:
            name = cell_name(form, cell)
            yield Found(
                cell,
                f"{name.zh}填的是“{printed}”，不是不小于零的整数",
                f"{name.en} holds “{printed}”, which is no whole number from 0",
            )


def _printed_wrongly(report: Report, cell: str) -> str | None:
    """What stands in a cell that may not hold it; None where all is well."""
    statement = report.statement
    form = statement.form
    value, kind = statement.figure(cell), form.kind(cell) if form else "count"
    state = statement.cells.get(cell)
    if state and state.state is State.INVALID:
        return state.printed or ""
    if value is None or kind == "amount":
        return str(value) if value is not None and value < 0 else None
    wrong = value != int(value) or (value < 0 and kind == "count")
    return str(value) if wrong else None
