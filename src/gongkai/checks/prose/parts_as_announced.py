from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.outline import outlines
from gongkai.reports.prose.reading import Prose
from gongkai.statute.provisions import REPORT_FORM_2021

FIVE = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、"
    "存在的主要问题及改进情况、其他需要报告的事项"
)
ALL = FIVE.replace("存在的", "政府信息公开行政复议和行政诉讼情况、存在的")


@rule(
    id="N06",
    severity=Severity.NOTE,
    source=REPORT_FORM_2021.whole,
    english="The report announces another number of parts than it has",
    mend=Wording("核对开头所说的部分数和所列名称。", "Correct the number or the list of parts."),
    passes=(
        told(f"{ALL}等六个部分组成。", section="preamble"),
        told("全文共分六个部分。", section="preamble"),
    ),
    fails=(
        told(f"{FIVE}等六个部分组成。", section="preamble"),
        told("全文共分五个部分。", section="preamble"),
    ),
)
def parts_as_announced(prose: Prose) -> Iterator[Found]:
    """开头说有几部分，就有几部分

    “六个部分”只列出五个，或者正文只有五个，都是改稿时漏改的痕迹。
    """
    count = len(prose.statement.sections)
    for outline in outlines(prose.sentences):
        has = outline.named or count
        if has and has != outline.said:
            named = "列出" if outline.named else "实有"
            yield Found(
                outline.sentence.at,
                f"报告说有“{outline.quote}”，{named} {has} 个部分",
                f"the report announces {outline.said} parts and has {has}",
                place=outline.sentence.passage.place,
            )
