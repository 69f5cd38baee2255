from collections.abc import Iterator

from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.naming_measures import written
from gongkai.checks.prose_examples import told
from gongkai.checks.rule import rule
from gongkai.reports.prose.facts import Mode
from gongkai.reports.prose.measures import Measure, shown
from gongkai.reports.prose.reading import Prose
from gongkai.statute.provisions import REPORT_FORM_2021

RECEIVED = Measure("requests", "received")
TOTALS = frozenset({"received", "handled_total"})


@rule(
    id="N07",
    severity=Severity.NOTE,
    source=REPORT_FORM_2021.article(3),
    english="Applications handled for others are told in the prose and not in the table",
    mend=Wording(
        "不必改动；转办、代办的申请由承办单位计入自己的表。",
        "Nothing to change: the body that answers counts them in its own table.",
    ),
    passes=(
        told("及时转办依申请公开、城市留言板等网上诉求，督促责任单位办理。"),
        told("全年转办群众留言80件。"),
    ),
    fails=(
        told("2024年度共受理转派依申请公开类80件，办结率100%。", section="other"),
        told("全年向有关单位转办政府信息公开申请15件。"),
    ),
)
def forwarded_not_counted(prose: Prose) -> Iterator[Found]:
    """替别的单位转办的申请写在正文里，没有计入本单位的表

    转派、转办的申请不是本机关收到的申请，不计入表二是对的；提示一下，免得被当成漏填。
    """
    counted = shown(prose.statement, RECEIVED).values
    for fact in prose.facts:
        value = fact.quantity.value
        if fact.mode is not Mode.FORWARDED or not value or value in counted:
            continue
        if any(measure.key in TOTALS and not measure.part for measure in fact.measures):
            yield Found(
                fact.sentence.at,
                f"正文提到转办申请 {written(value)} 件，未计入表二，属于替其他单位办理的口径",
                f"{written(value)} applications passed on to others are rightly not in table two",
                place=fact.sentence.passage.place,
            )
