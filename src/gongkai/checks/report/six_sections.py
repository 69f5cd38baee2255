from collections.abc import Iterator

from gongkai.checks.examples import ReportExample, clean_sections
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming import PARTS
from gongkai.checks.rule import rule
from gongkai.checks.source import is_extracted
from gongkai.checks.tables import missing_tables
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.report import Report
from gongkai.reports.model.statement import SECTION_KEYS
from gongkai.statute.provisions import REPORT_FORM_2021

WITHOUT_FIVE = clean_sections("problems")


@rule(
    id="C01",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="One of the six sections is missing",
    mend=Wording(
        "按统一格式补上这一部分；没有内容的写明“无”。",
        "Add the section; where there is nothing to tell, say so.",
    ),
    passes=ReportExample(),
    fails=(
        ReportExample(sections=WITHOUT_FIVE),
        ReportExample(sections=WITHOUT_FIVE, source=SourceKind.PDF),
    ),
)
def six_sections(report: Report) -> Iterator[Found]:
    """六个部分齐全

    年度报告的六个部分由统一格式固定，缺一部分，公众和上级就看不到那方面的情况。文本是从别的
    格式转换来的，标题可能在转换时丢失，三张表都在时只作为疑问。
    """
    lost = is_extracted(report) and not missing_tables(report)
    for key in SECTION_KEYS:
        if report.statement.section(key) is None:
            yield Found(
                f"sections.{key}",
                f"缺少{PARTS[key].zh}",
                f"{PARTS[key].en} is missing",
                severity=Severity.WARNING if lost else None,
            )
