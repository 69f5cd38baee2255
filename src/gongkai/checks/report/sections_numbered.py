from collections.abc import Iterator

from gongkai.checks.examples import TITLES, ReportExample, clean_sections, section
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.numbering import ordinal
from gongkai.checks.rule import rule
from gongkai.reports.model.document import SourceKind
from gongkai.reports.model.report import Report, section_path
from gongkai.reports.model.statement import SECTION_KEYS, Section
from gongkai.statute.provisions import REPORT_FORM_2021

REMEDIES = TITLES["remedies"]


@rule(
    id="L01",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.whole,
    english="Section numbers are repeated, skipped or out of order",
    mend=Wording("各部分按一至六依次编号。", "Number the sections one to six in order."),
    passes=(
        ReportExample(),
        ReportExample(
            sections=clean_sections(remedies=section("remedies", None, REMEDIES)),
        ),
        ReportExample(sections=clean_sections("problems"), source=SourceKind.PDF),
    ),
    fails=(
        ReportExample(sections=clean_sections(remedies=section("remedies", "三", REMEDIES))),
        ReportExample(sections=clean_sections(remedies=section("remedies", "五", REMEDIES))),
        ReportExample(sections=clean_sections("problems")),
        ReportExample(
            sections=clean_sections(overview=section("overview", "二", TITLES["overview"]))
        ),
    ),
)
def sections_numbered(report: Report) -> Iterator[Found]:
    """各部分依次编号

    章号重复、跳号或者颠倒，读者无法判断是编号错了还是缺了一部分。
    """
    sections = report.statement.sections
    last, since = 0, 0
    for index, one in enumerate(sections):
        number = ordinal(one.number) if one.number else None
        since += 1
        if number is None:
            continue
        steps = range(1, since + 1)
        if number - last not in steps and not _lost_in_conversion(report, last, number):
            shown, before = f"{one.number}、{one.title}", _numeral(sections, index)
            yield Found(
                section_path(report.statement, index),
                f"章号不连续：“{shown}”，前一部分是“{before}”"
                if before
                else f"章号不从一开始：“{shown}”",
                f"section number out of order: “{shown}” after “{before}”",
            )
        last, since = number, 0


def _numeral(sections: tuple[Section, ...], index: int) -> str:
    before = [f"{s.number}、{s.title}" for s in sections[:index] if s.number]
    return before[-1] if before else ""


def _lost_in_conversion(report: Report, last: int, number: int) -> bool:
    """Whether exactly the numbers of sections that C01 misses are skipped in extracted text."""
    skipped = range(last + 1, number)
    return (
        report.document.kind.extracted
        and 0 < len(skipped) < len(SECTION_KEYS)
        and number <= len(SECTION_KEYS)
        and all(report.statement.section(SECTION_KEYS[n - 1]) is None for n in skipped)
    )
