"""Where the applicant can go against an answer or against silence, and until which day."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.calendar.workdays import Due, default_calendar
from gongkai.law.remedy.authority import Respondent
from gongkai.law.remedy.limits import (
    reconsideration_of_silence_until,
    reconsideration_until,
    served,
    suit_for_silence_until,
    suit_until,
)
from gongkai.law.remedy.variant import (
    Variant,
    silence_goes_to_reconsideration_first,
    variant,
)
from gongkai.law.request.details import Answered
from gongkai.law.request.record import Record
from gongkai.statute.provisions import RECONSIDERATION, REGULATION, Provision
from gongkai.web.agencies.models import Body
from gongkai.web.requests.hearing import RESPONDENTS, addresses


@dataclass(frozen=True)
class WayOn:
    """One way on: what, where, until when; `first`: it must be gone before a suit."""

    name: str
    where: str
    source: Provision
    until: date | None = None
    provisional: bool = False
    first: bool = False

    @property
    def open_ended(self) -> bool:
        return self.until is None


def ways_on(body: Body, record: Record, *, due: date | None, today: date) -> list[WayOn]:
    """What can be done about the last answer, or about its absence once it is overdue."""
    answer = next((e for e in reversed(record) if isinstance(e.details, Answered)), None)
    if RESPONDENTS[Body.Kind(body.kind)] is Respondent.ENTERPRISE:
        return [WayOn("申诉", "有关主管部门", REGULATION.article("55(2)"))]
    found: list[WayOn] = []
    if answer is not None and isinstance(answer.details, Answered):
        said = answer.details
        chosen = variant(said.kind, said.withheld, decided_on=answer.on)
        knowledge, calendar = served(answer.on, answer.on), default_calendar()
        if chosen is not None:
            review = reconsideration_until(knowledge, calendar)
            suit = None if chosen is Variant.R1 else suit_until(knowledge, calendar)
            found = _both(body, review, suit)
    elif due and due < today:
        calendar = default_calendar()
        first = silence_goes_to_reconsideration_first(due)
        suit = None if first else suit_for_silence_until(due, calendar)
        found = _both(body, reconsideration_of_silence_until(due, calendar), suit)
    return [*found, _complaint(body)] if found else []


def _both(body: Body, review: Due, suit: Due | None) -> list[WayOn]:
    where = addresses(body)
    authority = "或者".join(where.authorities)
    source = RECONSIDERATION.article("20(1)")
    ways = [
        WayOn("行政复议", authority, source, review.date, review.provisional, first=suit is None)
    ]
    if suit:
        ways.append(WayOn("行政诉讼", where.court, source, suit.date, suit.provisional))
    return ways


def _complaint(body: Body) -> WayOn:
    codes = body.path.split("/")[:1]
    overseer = Body.objects.filter(supervises=True, path__startswith=f"{codes[0]}/").first()
    name = overseer.name if overseer else "上一级行政机关或者政府信息公开工作主管部门"
    phone = f"（{overseer.complaints}）" if overseer and overseer.complaints else ""
    return WayOn("投诉、举报", name + phone, REGULATION.article("47(2)"))
