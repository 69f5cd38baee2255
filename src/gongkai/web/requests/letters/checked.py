"""A letter's file beside what its record says, for the rules about letters."""

from datetime import date

from gongkai.checks.finding import Finding
from gongkai.checks.paper import CheckedLetter, paper_of
from gongkai.checks.run import check_letter
from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.clock import reply_due
from gongkai.law.request.details import CorrectionAsked, Delayed, Extended, ReasonsAsked
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry, standing_after
from gongkai.reports.model.document import Document
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.registry import document_of
from gongkai.statute.parameters import UnknownParameterError, parameter
from gongkai.statute.provisions import chinese_number
from gongkai.web.requests.letters.blanks import TO_THE_THIRD_PARTY, Case, Said

LIMITS = Limits()
PERIODS = {
    "L5": "request.third_party_days",
    "L9": "request.joint_maker_days",
    "L10": "request.fee_payment_days",
}
"""Letters that tell a period in working days."""


def faults(data: bytes, case: Case, said: Said, number: str = "") -> list[Finding]:
    """What the rules find in the letter's file."""
    return check_letter(checked(document_of(data, LIMITS), case, said, number))


def checked(document: Document, case: Case, said: Said, number: str = "") -> CheckedLetter:
    lines = [(line.text, line.place) for line in document.lines()]
    return CheckedLetter(
        paper=paper_of(lines),
        code=said.code,
        on=said.on,
        body=case.body,
        addressee=said.addressee or ("" if said.code in TO_THE_THIRD_PARTY else case.applicant),
        kind=said.kind,
        withheld=said.withheld,
        received_on=standing_after(case.record).received_on,
        number=number,
        where=case.where,
        terms=_terms(case, said),
        days=_periods(said.code, said.on),
        online=said.online,
        hidden_applicant=case.applicant if said.code in TO_THE_THIRD_PARTY else "",
    )


def _terms(case: Case, said: Said) -> tuple[date, ...]:
    """The last days that the letter must tell."""
    found = None
    match said.details:
        case CorrectionAsked(until=until) | ReasonsAsked(until=until) | Delayed(until=until):
            found = until
        case Extended():
            extended = (*case.record, Entry(Act.EXTEND, said.on, said.details))
            found = reply_due(extended, default_calendar()).date
    if said.code == "L1":
        found = reply_due(case.record, default_calendar()).date
    return (found,) if found else ()


def _periods(code: str, on: date) -> tuple[str, ...]:
    try:
        days = parameter(PERIODS[code]).on(on)
    except (KeyError, UnknownParameterError):
        return ()
    return (f"{chinese_number(days)}个工作日",)
