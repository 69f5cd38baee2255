import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION

NO_SUBSTANCE = re.compile(
    r"(?:(?:本年度|今年|目前|我[局委街镇乡区市县办院中]心?|本[机单][关位])*(?:暂|均|尚)?"
    r"(?:无|没有|不存在|未发现)(?:存在)?(?:的|任何|明显|突出|主要)*(?:问题|情况|事项)?"
    r"(?:及改进情况|和改进措施)?|略|同上|待补充|/|-+|—+)[。.]?"
)
SHORTEST = 24
"""Characters below which a section holds neither a problem nor what is done about it."""

LAST_YEAR = r"上一?年|去年|上一?年度|前一年|往年|上期|历年|此前存在|原有问题|整改(?:情况|完成|到位)"


@rule(
    id="C08",
    severity=Severity.WARNING,
    source=REGULATION.article("50"),
    english="Section five is empty in substance",
    mend=Wording(
        "写明上一年度问题的改进情况、本年度的主要问题和下一步措施。",
        "Tell what became of last year's problems, this year's problems and what is planned.",
    ),
    passes=ReportExample(),
    fails=(
        ReportExample(prose={"problems": "无。"}),
        ReportExample(prose={"problems": "本年度暂无存在的主要问题。"}),
        ReportExample(
            prose={"problems": "主要问题是更新不够及时。下一步将建立提醒机制，及时更新各栏目内容。"}
        ),
    ),
)
def problems_told(report: Report) -> Iterator[Found]:
    """第五部分写明问题和改进情况

    条例要求报告存在的主要问题及改进情况。只写“无”等于没有报告；上一年度问题的改进情况也应有交代。
    """
    section = report.statement.section("problems")
    if section is None:
        return
    text = re.sub(r"\s", "", section.text)
    year = report.statement.year
    earlier = LAST_YEAR + (f"|{year - 1}年" if year else "")
    if len(text) < SHORTEST or NO_SUBSTANCE.fullmatch(text):
        yield Found(
            "sections.problems",
            f"第五部分没有实际内容（“{text[:20]}”）" if text else "第五部分没有内容",
            f"section 5 has no substance (“{text[:20]}”)" if text else "section 5 is empty",
        )
    elif not re.search(earlier, text):
        yield Found(
            "sections.problems",
            "第五部分没有交代上一年度问题的改进情况",
            "section 5 does not tell what became of last year's problems",
            severity=Severity.NOTE,
        )
