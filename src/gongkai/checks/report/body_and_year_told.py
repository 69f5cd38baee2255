import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021

YEAR = re.compile(
    r"(?:19|20)\s*\d\s*\d|[二２][○〇零０Oo][一二][○〇零一二三四五六七八九]|[２]０\d\d"
)

PAGE = ("title", "published_on", "source", "publisher")
"""What a page tells about itself; when a file was made or saved tells nothing."""


@rule(
    id="C07",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.whole,
    english="Neither title, page nor signature tells the body or the year",
    mend=Wording(
        "标题写明机关名称和年份，文末署名并注明日期。",
        "Put body and year into the title; sign and date the report.",
    ),
    passes=(ReportExample(), ReportExample(title="政府信息公开工作年度报告（2024年度）")),
    fails=(
        ReportExample(title="政府信息公开工作年度报告", signature=None, issued_on=None),
        ReportExample(title=None, signature=None),
        ReportExample(signature=None),
        ReportExample(issued_on=None),
    ),
)
def body_and_year_told(report: Report) -> Iterator[Found]:
    """看得出是哪个机关哪一年的报告

    报告会被转载、下载、汇总，标题、页面信息和落款都看不出机关或者年份，就无法归档和核对。
    """
    statement = report.statement
    page = " ".join(report.document.meta.get(name, "") for name in PAGE)
    heads = f"{statement.title or ''} {page}"
    if not statement.body and not statement.signature:
        yield Found(
            "body",
            "标题、页面和落款都没有写明是哪个机关的报告",
            "neither title, page nor signature names the body",
        )
    if not (YEAR.search(heads) or statement.issued_on or statement.published_on):
        yield Found(
            "title",
            "标题、页面和落款都没有写明是哪一年的报告",
            "neither title, page nor signature tells the year",
        )
    if not statement.signature or not statement.issued_on:
        absent = [
            Wording("署名", "signature") if not statement.signature else None,
            Wording("日期", "date") if not statement.issued_on else None,
        ]
        yield Found(
            "signature",
            f"文末没有{'和'.join(word.zh for word in absent if word)}",
            f"no {' and '.join(word.en for word in absent if word)} at the end",
            severity=Severity.NOTE,
        )
