from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import TABLES, column_name
from gongkai.checks.rule import rule
from gongkai.checks.tables import missing_columns, missing_tables
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import State
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="C04",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="A column of a table is missing",
    mend=Wording("对照统一格式补上这一列。", "Add the column after the form."),
    passes=ReportExample(),
    fails=ReportExample(states={"requests.*.total": State.MISSING_COLUMN}),
)
def columns_complete(report: Report) -> Iterator[Found]:
    """表格的列齐全

    最常见的是漏掉“总计”列：没有总计，各类申请人的件数就无法核对和汇总。
    """
    form, statement = report.statement.form, report.statement
    absent = missing_tables(report)
    for path in missing_columns(statement):
        table = path.partition(".")[0]
        if form and table not in absent:
            column, named = column_name(form, path), TABLES[table]
            yield Found(
                path, f"{named.zh}缺少{column.zh}列", f"{named.en} has no column {column.en}"
            )
