from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, YearsExample, applications
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import column_name
from gongkai.checks.pair import Years
from gongkai.checks.rule import rule
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="Y01",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(3),
    english="Applications carried in are not those that last year's report carried out",
    mend=Wording(
        "核对两年的台账，“上年结转”应等于上一年度报告的“结转下年度继续办理”。",
        "Check both years' registers: 上年结转 must equal last year's 结转下年度继续办理.",
    ),
    passes=YearsExample(
        ReportExample(figures=applications(received=5, granted=3, carried_out=2)),
        ReportExample(figures=applications(carried_in=2, granted=2)),
    ),
    fails=YearsExample(
        ReportExample(figures=applications(received=5, granted=3, carried_out=2)),
        ReportExample(figures=applications(carried_in=1, granted=1)),
    ),
)
def carried_over(years: Years) -> Iterator[Found]:
    """上年结转与上一年度报告一致

    上一年结转下来的申请，就是本年的“上年结转”，各类申请人逐列相等。不等，说明两年的报告至少有一份错了。
    """
    before, now = years.before.statement, years.report.statement
    form = now.form
    for column in form.columns_of("requests") if form else ():
        left = before.figure(f"requests.carried_out.{column.key}")
        taken = now.figure(f"requests.carried_in.{column.key}")
        if form and left is not None and taken is not None and left != taken:
            at = f"requests.carried_in.{column.key}"
            name = column_name(form, at)
            yield Found(
                at,
                f"{name.zh}列“上年结转”为 {taken} 件，"
                f"{before.year} 年度报告“结转下年度”为 {left} 件",
                f"column {name.en}: {taken} carried in, {left} carried out of {before.year}",
            )
