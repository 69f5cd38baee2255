from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, day
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act, Stage
from gongkai.law.request.record import stage_after
from gongkai.statute.provisions import REGULATION

OPEN = (
    Stage.SUBMITTED,
    Stage.IN_HAND,
    Stage.CONSULTING,
    Stage.AWAITING_CORRECTION,
    Stage.AWAITING_REASONS,
    Stage.AWAITING_PAYMENT,
)


@rule(
    id="Q01",
    severity=Severity.ERROR,
    source=REGULATION.article(33),
    english="Answered late, or not yet",
    mend=Wording(
        "尽快答复；期限是怎么算出来的见案件页面。今后在期限届满前告知延期。",
        "Answer now; extend before the period runs out.",
    ),
    passes=(
        CaseExample((answered("02-28"),)),
        CaseExample(today=day("02-28")),
    ),
    fails=(
        CaseExample((answered("03-02"),)),
        CaseExample(today=day("03-02")),
    ),
)
def answered_in_time(case: CaseFile) -> Iterator[Found]:
    """在期限内答复

    能当场答复的当场答复，不能的自收到申请之日起二十个工作日内答复。
    补正、征求意见、延长和缴费以后的期限依法计算。
    """
    for step in case.steps(Act.ANSWER):
        due = case.due(step.before).date
        if due and step.entry.on > due:
            yield Found(
                step.at,
                f"应当在{said(due)}前答复，{said(step.entry.on)}才答复",
                f"due {due}, answered {step.entry.on}",
            )
    due = case.due().date
    open_still = stage_after(case.record) in OPEN
    if open_still and due and case.today > due:
        yield Found("due", f"应当在{said(due)}前答复，已经逾期", f"due {due}, not answered yet")
