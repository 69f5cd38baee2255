from collections.abc import Iterator
from datetime import date

from gongkai.checks.casefile import CaseFile, said
from gongkai.checks.finding import Found, Severity, Wording
from gongkai.checks.request_examples import CaseExample, charged, correction_asked, day
from gongkai.checks.rule import rule
from gongkai.law.calendar.workdays import WorkCalendar
from gongkai.law.request.details import CorrectionAsked, FeeCharged, NoticeReached
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry, Record
from gongkai.law.request.terms import payment_due
from gongkai.statute.provisions import REGULATION


@rule(
    id="Q14",
    severity=Severity.ERROR,
    source=REGULATION.article(30),
    english="Dropped before the applicant's time was over",
    mend=Wording(
        "期限没有届满的，恢复办理。",
        "Take the case up again.",
    ),
    passes=CaseExample(
        (correction_asked("01-28", "02-10"), Entry(Act.LAPSE_UNCORRECTED, day("02-11"))),
    ),
    fails=(
        CaseExample(
            (correction_asked("01-28", "02-10"), Entry(Act.LAPSE_UNCORRECTED, day("02-10"))),
        ),
        CaseExample(
            (
                charged("01-28"),
                Entry(Act.LAPSE_UNPAID, day("02-10")),
            )
        ),
        CaseExample(
            (
                charged("01-28"),
                Entry(Act.NOTICE_RECEIVED, day("02-26"), NoticeReached(reached_on=day("02-10"))),
                Entry(Act.LAPSE_UNPAID, day("03-09")),
            )
        ),
    ),
)
def lapse_not_early(case: CaseFile) -> Iterator[Found]:
    """期限届满后才不再处理

    补正、缴费的期限届满，申请人没有补正或者缴费的，才可以不再处理。
    """
    for step in case.steps(Act.LAPSE_UNCORRECTED, Act.LAPSE_UNPAID):
        last = _last_day(step.before, case.days)
        if last and step.entry.on <= last:
            yield Found(
                step.at,
                f"期限到{said(last)}届满，{said(step.entry.on)}就不再处理",
                f"the period ended {last}, dropped {step.entry.on}",
            )


def _last_day(record: Record, calendar: WorkCalendar) -> date | None:
    """Until when the applicant could correct or pay, by the last letter; None: none was told."""
    reached = None
    for entry in reversed(record):
        match entry.details:
            case CorrectionAsked(until=until):
                return until
            case NoticeReached(reached_on=signed):
                reached = reached or signed
            case FeeCharged():
                due = payment_due(entry, calendar, reached_on=reached)
                return due.date if due else None
    return None
