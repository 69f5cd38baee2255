from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, correction_asked, day
from gongkai.checks.rule import rule
from gongkai.law.request.details import CorrectionAsked
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q04",
    severity=Severity.WARNING,
    source=REGULATION.article(30),
    english="The notice gives no period for the correction",
    mend=Wording(
        "在补正告知书里写明合理的补正期限。",
        "Give a reasonable period in the notice.",
    ),
    passes=CaseExample((correction_asked("01-28", "02-10"),), today=day("02-02")),
    fails=CaseExample((correction_asked("01-28"),), today=day("02-02")),
)
def correction_period_told(case: CaseFile) -> Iterator[Found]:
    """补正告知写明期限

    告知补正要给出合理的期限；没有期限，就谈不上逾期不补正。
    """
    for step in case.steps(Act.ASK_CORRECTION):
        details = step.entry.details
        if isinstance(details, CorrectionAsked) and details.until is None:
            yield Found(step.at, "补正告知没有写明补正期限", "the notice gives no period")
