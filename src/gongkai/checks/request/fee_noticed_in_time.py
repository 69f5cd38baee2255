from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, charged, day
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import FEE_MEASURES


@rule(
    id="Q17",
    severity=Severity.ERROR,
    source=FEE_MEASURES.article(6),
    english="The fee notice was sent after the period had run out",
    mend=Wording(
        "收费通知应当在办理期限内发出；逾期的不应再收费。",
        "Send a fee notice within the handling period.",
    ),
    passes=CaseExample((charged("02-28"),), today=day("03-02")),
    fails=CaseExample((charged("03-02"),), today=day("03-02")),
)
def fee_noticed_in_time(case: CaseFile) -> Iterator[Found]:
    """在办理期限内发出收费通知

    决定收费的，应当在申请处理期限内通知申请人。
    """
    for step in case.steps(Act.CHARGE_FEE):
        due = case.due(step.before).date
        if due and step.entry.on > due:
            yield Found(
                step.at,
                f"应当在{said(due)}前通知收费，{said(step.entry.on)}才通知",
                f"due {due}, noticed {step.entry.on}",
            )
