from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, answered, corrected, correction_asked
from gongkai.checks.rule import rule
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q16",
    severity=Severity.ERROR,
    source=REGULATION.article(30),
    english="Answered that it stays unclear without asking for a correction",
    mend=Wording(
        "先告知补正；补正后仍不明确的，才答复无法提供。",
        "Ask for a correction first.",
    ),
    passes=CaseExample(
        (
            correction_asked("01-28", "02-10"),
            corrected("02-05"),
            answered("02-10", AnswerKind.STILL_UNCLEAR),
        )
    ),
    fails=CaseExample((answered("02-10", AnswerKind.STILL_UNCLEAR),)),
)
def unclear_after_correction(case: CaseFile) -> Iterator[Found]:
    """先告知补正，再答复仍不明确

    “补正后申请内容仍不明确”，以告知过补正、申请人补正过为前提。
    """
    for step in case.answers(AnswerKind.STILL_UNCLEAR):
        if not case.did(Act.CORRECT, step):
            yield Found(
                step.at, "没有补正的记录，就答复补正后仍不明确", "nothing was corrected before"
            )
