from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, day, extended
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.statute.provisions import COUNTING_PRACTICE


@rule(
    id="Q05",
    severity=Severity.ERROR,
    source=COUNTING_PRACTICE.article(6),
    english="The period was extended more than once",
    mend=Wording(
        "一件申请只能延长一次；第二次延长不起作用，以第一次延长后的期限为准。",
        "One extension an application; the first one counts.",
    ),
    passes=CaseExample((extended("02-10"),), today=day("03-02")),
    fails=CaseExample((extended("02-10"), extended("03-02")), today=day("03-03")),
)
def extended_once(case: CaseFile) -> Iterator[Found]:
    """只延长一次

    延长期限最长二十个工作日，一件申请一次。
    """
    for step in case.steps(Act.EXTEND):
        if case.did(Act.EXTEND, step):
            on = step.entry.on
            yield Found(step.at, f"{said(on)}再次延长答复期限", f"extended again on {on}")
