from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, day
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import ReasonsAsked
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q15",
    severity=Severity.ERROR,
    source=REGULATION.article(35),
    english="Not processed as excessive without asking for reasons",
    mend=Wording(
        "先要求申请人说明理由，理由不合理的才告知不予处理。",
        "Ask for reasons first.",
    ),
    passes=CaseExample(
        (
            Entry(Act.ASK_REASONS, day("01-28"), ReasonsAsked(until=day("02-06"))),
            answered("02-10", AnswerKind.EXCESSIVE),
        )
    ),
    fails=CaseExample((answered("02-10", AnswerKind.EXCESSIVE),)),
)
def reasons_asked_first(case: CaseFile) -> Iterator[Found]:
    """先要求说明理由，再决定不予处理

    数量、频次明显超过合理范围的，可以要求申请人说明理由；认为理由不合理的，才告知不予处理。
    """
    for step in case.answers(AnswerKind.EXCESSIVE):
        if not case.did(Act.ASK_REASONS, step):
            yield Found(
                step.at, "没有要求申请人说明理由，就不予处理", "reasons were never asked for"
            )
