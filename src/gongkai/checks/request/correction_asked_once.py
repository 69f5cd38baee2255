from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, corrected, correction_asked, day
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q03",
    severity=Severity.ERROR,
    source=REGULATION.article(30),
    english="A correction was asked for more than once",
    mend=Wording(
        "需要补正的内容应当一次告知；补正以后仍不明确的，答复无法提供。",
        "List everything in one notice; answer if it stays unclear.",
    ),
    passes=CaseExample((correction_asked("01-28", "02-10"),), today=day("02-02")),
    fails=CaseExample(
        (
            correction_asked("01-28", "02-10"),
            corrected("02-02"),
            correction_asked("02-04", "02-13"),
        ),
        today=day("02-05"),
    ),
)
def correction_asked_once(case: CaseFile) -> Iterator[Found]:
    """只告知补正一次

    条例要求一次性告知。再次要求补正，等于把期限一再推后。
    """
    for step in case.steps(Act.ASK_CORRECTION):
        if case.did(Act.ASK_CORRECTION, step):
            on = step.entry.on
            yield Found(step.at, f"{said(on)}再次要求补正", f"asked again on {on}")
