import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from gongkai.checks.examples import CLEAN, ReportExample, YearsExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.pair import Years
from gongkai.checks.rule import rule
from gongkai.reports.model.statement import SectionKey
from gongkai.statute.provisions import REGULATION

SECTIONS: tuple[SectionKey, ...] = ("overview", "problems")
LONG_ENOUGH = 100
"""Shorter sections are alike every year without blame."""
NEARLY_THE_SAME = 90.0
"""Similarity from 0 to 100 once figures and years are taken out."""


@rule(
    id="Y03",
    severity=Severity.WARNING,
    source=REGULATION.article("50"),
    english="A section is nearly the same text as last year's",
    mend=Wording(
        "按本年度的实际工作重写，不要沿用上一年的文字。",
        "Write the section anew from this year's work.",
    ),
    passes=YearsExample(
        ReportExample(prose={"overview": CLEAN["overview"] + "全年举办开放日三次。" * 8}),
        ReportExample(),
    ),
    fails=YearsExample(ReportExample(), ReportExample()),
)
def written_anew(years: Years) -> Iterator[Found]:
    """不照抄上一年的文字

    只换年份和数字的报告没有报告本年的情况。篇幅很短的段落不比较。
    """
    for key in SECTIONS:
        before, now = (r.statement.section(key) for r in (years.before, years.report))
        if before is None or now is None:
            continue
        old, new = _bare(before.text), _bare(now.text)
        alike = ratio(old, new, score_cutoff=NEARLY_THE_SAME)
        if min(len(old), len(new)) >= LONG_ENOUGH and alike:
            yield Found(
                f"sections.{key}",
                f"与 {years.before.statement.year} 年度报告同一部分的文字有 {alike:.0f}% 相同",
                f"{alike:.0f}% the same text as in the report for {years.before.statement.year}",
            )


def _bare(text: str) -> str:
    return re.sub(r"[\s\d]", "", text)
