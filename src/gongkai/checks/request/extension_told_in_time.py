from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, day, extended
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.terms import extension_due
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q06",
    severity=Severity.ERROR,
    source=REGULATION.article("33(2)"),
    english="The extension was told after the period had run out",
    mend=Wording(
        "延期应当在原期限届满前告知；届满以后的延期不起作用。",
        "Tell an extension before the period runs out.",
    ),
    passes=CaseExample((extended("02-28"),), today=day("03-02")),
    fails=CaseExample((extended("03-02"),), today=day("03-02")),
)
def extension_told_in_time(case: CaseFile) -> Iterator[Found]:
    """期限届满前告知延期

    期限已经届满，就没有可以延长的期限了。
    """
    for step in case.steps(Act.EXTEND):
        due = extension_due(step.before, case.days)
        if due and step.entry.on > due.date:
            yield Found(
                step.at,
                f"应当在{said(due.date)}前告知延期，{said(step.entry.on)}才告知",
                f"due {due.date}, told {step.entry.on}",
            )
