from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import TABLES
from gongkai.checks.rule import rule
from gongkai.checks.tables import missing_tables
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="C02",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="One of the three tables is missing",
    mend=Wording(
        "补上统一格式的表格；没有发生的填 0，不能用文字或者图片代替。",
        "Add the table; enter 0 where nothing happened. Words or pictures do not replace it.",
    ),
    passes=ReportExample(),
    fails=(ReportExample(states={"remedies": State.MISSING_ROW}), ReportExample(form_id=None)),
)
def three_tables(report: Report) -> Iterator[Found]:
    """三张表齐全

    主动公开、申请办理、复议诉讼三张表是年度报告的法定数据，全为零也要列表。
    """
    for table in missing_tables(report):
        yield Found(table, f"缺少{TABLES[table].zh}", f"{TABLES[table].en} is missing")
