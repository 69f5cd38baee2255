import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import CellState, State
from gongkai.statute.provisions import REPORT_FORM_2021

FEES = "proactive.fees"
OTHER_UNITS = re.compile(r"(?:[千百亿]|十万|百万|千万)?元|角|分|美元|件|条|项|次|个")


@rule(
    id="L04",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(2),
    english="The unit of a column is another one than the form's",
    mend=Wording(
        "收费金额以万元为单位：改正单位，并核对数字是否按万元填写。",
        "Fees are in 万元: correct the unit and check that the figure follows it.",
    ),
    passes=(
        ReportExample(),
        ReportExample(fees_unit="人民币万元"),
        ReportExample(fees_unit=None),
    ),
    fails=(
        ReportExample(fees_unit="元", figures={FEES: 251000}),
        ReportExample(fees_unit="0万元"),
        ReportExample(figures={FEES: 251000}, states={FEES: CellState(State.WORDS, "251000元")}),
    ),
    since="2021",
)
def units_as_printed(report: Report) -> Iterator[Found]:
    """金额单位与统一格式一致

    收费金额统一以万元为单位，写成元，汇总时会差一万倍。单位写成“0万元”之类的笔误不影响理解。
    """
    statement = report.statement
    unit = re.sub(r"\s|单位|[:：（）()]", "", statement.fees_unit or "").removeprefix("人民币")
    cell = statement.cells.get(FEES)
    beside = re.sub(r"[\s\d.,，]", "", (cell.printed if cell else None) or "")
    shown = beside if OTHER_UNITS.fullmatch(beside) else unit
    if shown in {"", "万元"}:
        return
    plain = shown.endswith("万元") and not OTHER_UNITS.fullmatch(shown)
    yield Found(
        FEES,
        f"“行政事业性收费”的单位印成“{shown}”，应为“万元”",
        f"the fees are in “{shown}”; the form says 万元",
        severity=Severity.WARNING if plain else None,
    )
