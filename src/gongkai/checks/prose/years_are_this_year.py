from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.reading import Prose
from gongkai.reports.prose.years import other_years
from gongkai.statute.provisions import REPORT_FORM_2021

STRICT = frozenset({"sections.problems", "sections.other"})


@rule(
    id="N04",
    severity=Severity.ERROR,
    source=REPORT_FORM_2021.article(5),
    english="A statement about this year names another year",
    mend=Wording(
        "核对年份；是照抄往年报告的，按本年情况重写这一句。",
        "Check the year; if the sentence was taken from another year's report, write it anew.",
    ),
    passes=(
        told("2025年，我局将进一步加强业务培训。", section="problems"),
        told("2024年，我局公开了2023年度部门决算和2025年部门预算。", section="other"),
    ),
    fails=(
        told("2023年我局未收取政府信息处理费。", section="other"),
        told("2025年度我局按要求落实了政务公开工作要点。", section="other"),
    ),
)
def years_are_this_year(prose: Prose) -> Iterator[Found]:
    """写本年情况的句子，年份是报告年度

    年份写成上年或者下年，多半是照抄旧稿或者笔误。第五、六部分最常见。
    """
    own = prose.statement.year
    for other in other_years(prose.sentences, own) if own else ():
        yield Found(
            other.sentence.at,
            f"报告年度是 {own} 年，这里写的是 {other.year} 年：“{other.quote}”",
            f"the report is for {own}, this sentence names {other.year}: “{other.quote}”",
            None if other.sentence.at in STRICT else Severity.WARNING,
            other.sentence.passage.place,
        )
