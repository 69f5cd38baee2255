import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021

FEE = re.compile(
    r"处理费|信息公开.{0,12}(?:收费|费用)|(?:收取|收缴|征收).{0,12}费|收费(?:事项|情况)"
)


@rule(
    id="C09",
    severity=Severity.NOTE,
    source=REPORT_FORM_2021.article(6),
    english="Section six does not state the information processing fee",
    mend=Wording(
        "在第六部分写明收取信息处理费的情况，没有收取的写明未收取。",
        "State the income from processing fees in section six, also where there was none.",
    ),
    passes=(
        ReportExample(),
        ReportExample(prose={"other": "全年未发生政府信息公开收费事项。"}),
    ),
    fails=(ReportExample(prose={"other": "无。"}), ReportExample(prose={"other": ""})),
)
def fee_income_told(report: Report) -> Iterator[Found]:
    """第六部分说明信息处理费

    信息处理费的收取情况统一在第六部分报告，没有收取也要说明。
    """
    section = report.statement.section("other")
    if section and not FEE.search(re.sub(r"\s", "", section.text)):
        yield Found(
            "sections.other",
            "第六部分没有说明收取信息处理费的情况",
            "section 6 does not tell whether processing fees were charged",
        )
