import re
from collections.abc import Iterator

from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.rule import rule
from gongkai.reports.model.report import Report
from gongkai.statute.provisions import REGULATION

ENFORCEMENT = re.compile(
    r"执法|城管|城市管理局|市场监[管督]|公安|生态环境|环境保护局|交通运输|应急管理局|卫生健康|卫健|"
    r"税务|自然资源|规划和自然|水务局|水利局|农业农村局|文化和旅游局|文化市场|消防|海关|住房和城乡建设|住建|"
    r"人力资源和社会保障局|药品监督|烟草专卖"
)
NOT_ITSELF = re.compile(r"中心|学校|研究|学院|协会|院$|所$|站$")
PENALTIES = "proactive.penalties"


@rule(
    id="J02",
    severity=Severity.NOTE,
    source=REGULATION.article("20(6)"),
    english="An enforcement body counts no penalties",
    mend=Wording(
        "核对全年的行政处罚决定是否漏填。",
        "Check whether the year's decisions on penalties were left out.",
    ),
    passes=(
        ReportExample(),
        ReportExample(body="青禾区市场监督管理局", figures={PENALTIES: 120}),
        ReportExample(body="青禾区公安服务中心", body_kind="institution"),
    ),
    fails=ReportExample(body="青禾区城市管理执法局"),
    since="2021",
)
def penalties_counted(report: Report) -> Iterator[Found]:
    """执法机关一般有行政处罚

    执法机关全年没有一件行政处罚，少见；也可能由下属大队单独统计，请核实口径。
    """
    statement = report.statement
    body = re.sub(r"\s", "", statement.body or "")
    enforces = ENFORCEMENT.search(body) and not NOT_ITSELF.search(body)
    if enforces and statement.figure(PENALTIES) == 0:
        yield Found(
            PENALTIES,
            f"{body}是执法机关，“行政处罚”填 0",
            f"{body} is an enforcement body and counts no penalties",
        )
