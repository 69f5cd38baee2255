from collections.abc import Iterator

from gongkai.checks.examples import TITLES, ReportExample, clean_sections, section
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.numbering import ordinal
from gongkai.checks.rule import rule
from gongkai.checks.source import is_extracted
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
    before: Section | None = None
    following = {1}
    for index, one in enumerate(report.statement.sections):
        number = ordinal(one.number) if one.number else None
        if number is None:
            following |= {one + 1 for one in following}
        elif number in following or _lost_in_conversion(report, before, one, following):
            before, following = one, {number + 1}
        else:
            yield _found(report, index, before)
            before, following = one, {number + 1, max(following) + 1}


def _found(report: Report, index: int, before: Section | None) -> Found:
    one = report.statement.sections[index]
    shown = f"{one.number}、{one.title}"
    at = section_path(report.statement, index)
    if before is None:
        return Found(at, f"章号不从一开始：“{shown}”", f"the first section is “{shown}”")
    last = f"{before.number}、{before.title}"
    return Found(at, f"章号不连续：“{last}”之后是“{shown}”", f"“{shown}” follows “{last}”")


def _lost_in_conversion(
    report: Report, before: Section | None, one: Section, following: set[int]
) -> bool:
    """Whether extracted text skips exactly as many numbers as sections that C01 misses there."""
    if not is_extracted(report) or one.key is None or (before and not before.key):
        return False
    number = ordinal(one.number or "") or 0
    first = SECTION_KEYS.index(before.key) + 1 if before and before.key else 0
    between = SECTION_KEYS[first : SECTION_KEYS.index(one.key)]
    missing = [key for key in between if report.statement.section(key) is None]
    return bool(missing) and number - len(missing) in following
