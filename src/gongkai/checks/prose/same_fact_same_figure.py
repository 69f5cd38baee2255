from collections.abc import Iterator

from gongkai.checks.figures_told import gaps
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.reading import Prose
from gongkai.statute.provisions import REPORT_FORM_2021


@rule(
    id="N08",
    severity=Severity.WARNING,
    source=REPORT_FORM_2021.article(1),
    english="The same fact is told twice with different figures",
    mend=Wording("以台账为准统一前后两处的数字。", "Use the figure of the records in both places."),
    passes=(
        told("全年共主动公开政府信息9条。\n2024年，我局主动公开政府信息9条。"),
        told("全年共主动公开政府信息90条。\n通过门户网站主动公开政府信息60条。"),
    ),
    fails=(
        told("全年共主动公开政府信息9条。\n2024年，我局主动公开政府信息8条。"),
        told("全年共发布政策解读20条。总体来看，工作平稳。全年共发布政策解读25条。"),
    ),
)
def same_fact_same_figure(prose: Prose) -> Iterator[Found]:
    """同一件事前后数字一致

    总体情况和后面各部分常常各写一遍，改了一处忘了另一处。
    """
    explained = {id(gap.fact) for gap in gaps(prose.statement, prose.facts) if gap.reason}
    for repeat in prose.repeats:
        if not explained & {id(repeat.first), id(repeat.second)}:
            first, second = repeat.first.quote, repeat.second.quote
            yield Found(
                repeat.second.sentence.at,
                f"前面写“{first}”，这里写“{second}”",
                f"“{first}” before, “{second}” here",
                place=repeat.second.sentence.passage.place,
            )
