from collections.abc import Iterator

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, correction_asked, day
from gongkai.checks.rule import rule
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.terms import correction_notice_due
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q02",
    severity=Severity.ERROR,
    source=REGULATION.article(30),
    english="The correction was asked for late",
    mend=Wording(
        "补正应当在收到申请之日起七个工作日内告知；已经逾期的，不能以逾期不补正为由不再处理。",
        "Ask for corrections within seven working days of receipt.",
    ),
    passes=CaseExample((correction_asked("02-04", "02-25"),), today=day("02-10")),
    fails=CaseExample((correction_asked("02-05", "02-25"),), today=day("02-10")),
)
def correction_asked_in_time(case: CaseFile) -> Iterator[Found]:
    """七个工作日内告知补正

    申请内容不明确的，自收到之日起七个工作日内一次性告知补正。
    """
    for step in case.steps(Act.ASK_CORRECTION):
        due = correction_notice_due(step.before, case.days)
        first = not case.did(Act.ASK_CORRECTION, step)
        if due and first and step.entry.on > due.date:
            yield Found(
                step.at,
                f"应当在{said(due.date)}前告知补正，{said(step.entry.on)}才告知",
                f"due {due.date}, asked {step.entry.on}",
            )
