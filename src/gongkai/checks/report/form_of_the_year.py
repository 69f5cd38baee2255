from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.forms import form_in_force
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="L05",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="The form is not the one in force for the year",
    mend=Wording(
        "2021 年度起使用国办公开办函〔2021〕30号的格式，2019、2020 年度使用〔2019〕60号的格式。",
        "Use the form of 2021 for 2021 and later, that of 2019 for 2019 and 2020.",
    ),
    passes=(
        ReportExample(),
        ReportExample(form_id="2019", year=2020),
        ReportExample(form_id="2019", year=None),
        ReportExample(form_id=None),
    ),
    fails=(ReportExample(form_id="2019", year=2022), ReportExample(year=2020)),
)
def form_of_the_year(report: Report) -> Iterator[Found]:
    """使用当年有效的统一格式

    2021 年 9 月格式修订：表一的栏目改了，“（六）其他处理”分为三行。用旧表填新年度，数字无法汇总。
    """
    statement = report.statement
    if statement.form is None or statement.year is None:
        return
    due = form_in_force(statement.year)
    if due.id != statement.form_id:
        yield Found(
            statement.form.proactive_table,
            f"{statement.year} 年度报告用的是 {statement.form_id} 年的格式，"
            f"应当用 {due.id} 年的格式",
            f"the report for {statement.year} uses the form of {statement.form_id}, "
            f"not that of {due.id}",
        )
