import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REPORT_FORM_2021

TOPICS = {
    Wording("主动公开", "proactive disclosure"): r"主动公开|公开(?:了|发布)?.{0,12}信息\d|双公开",
    Wording("依申请公开", "applications"): r"依申请|申请公开|公开申请|申请[^，。；：]{0,6}公开",
    Wording("政府信息管理", "information management"): (
        r"信息(?:公开|发布)?(?:动态化?|规范化?|源头|日常|资源|内容|安全)?管理|管理政府信息"
        r"|规范性文件[^，。；：]{0,10}(?:清理|管理|备案)|公开目录|动态(?:更新|调整)|保密审查"
        r"|三审三校|审核发布|信息[^，。；：]{0,6}审[查核批]"
    ),
    Wording("政府信息公开平台建设", "disclosure platforms"): (
        r"平台|门户网站|政府网站|网站.{0,8}建设|公众号|专栏|新媒体|栏目.{0,4}(?:建设|维护)"
    ),
    Wording("监督保障", "supervision and support"): (
        r"监督(?!权)|考核|评议|责任追究|培训|督[查促导]|问责"
    ),
}
"""Topic → words that show it is dealt with."""


@rule(
    id="C06",
    severity=Severity.NOTE,
    source=REPORT_FORM_2021.article(1),
    english="The overview lacks one of its five topics",
    mend=Wording(
        "在第一部分补写缺少的方面，没有开展的也如实说明。",
        "Add the topics to section one; say so where nothing was done.",
    ),
    passes=(
        ReportExample(),
        ReportExample(
            prose={
                "overview": "全年主动公开信息 20 条，收到公开申请 3 件。加强信息发布审核，"
                "办好政府网站，开展两次业务培训和年度考核。"
            }
        ),
    ),
    fails=ReportExample(prose={"overview": "全年主动公开政府信息 20 条，未收到公开申请。"}),
)
def overview_topics(report: Report) -> Iterator[Found]:
    """总体情况写到五个方面

    统一格式要求第一部分反映主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面。
    """
    section = report.statement.section("overview")
    if section is None or not section.text.strip():
        return
    text = re.sub(r"\s", "", section.text)
    absent = [topic for topic, words in TOPICS.items() if not re.search(words, text)]
    if absent:
        yield Found(
            "sections.overview",
            f"第一部分没有写到：{'、'.join(topic.zh for topic in absent)}",
            f"section 1 says nothing of: {', '.join(topic.en for topic in absent)}",
        )
