"""Until when something must be published, withdrawn or looked at again.

Every period is a dated parameter; where another law sets a period it prevails over article 26.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.law.calendar.periods import days_after, month_day
from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import Provision


@dataclass(frozen=True)
class PublicationDuty:
    """A duty with a period: what, the parameter that holds it, and from what it runs."""

    key: str
    label: str
    parameter: str
    runs_from: str


DUTIES: Mapping[str, PublicationDuty] = {
    duty.key: duty
    for duty in (
        PublicationDuty(
            "information", "主动公开的政府信息", "publication.publish_days", "形成或者变更"
        ),
        PublicationDuty("penalty", "行政处罚决定", "publication.penalty_days", "作出决定"),
        PublicationDuty("permit", "行政许可决定", "publication.permit_days", "作出决定"),
        PublicationDuty(
            "enforcement", "其他行政执法决定", "publication.enforcement_days", "作出决定"
        ),
        PublicationDuty("budget", "部门预算、决算", "publication.budget_days", "批复"),
        PublicationDuty(
            "interpretation", "政策解读", "publication.interpretation_days", "文件公布"
        ),
        PublicationDuty("comment", "公开征求意见", "publication.comment_days", "公布草案"),
        PublicationDuty(
            "withdrawal", "撤回行政处罚决定", "publication.penalty_withdrawal_days", "被撤销等"
        ),
    )
}


@dataclass(frozen=True)
class Deadline:
    """The last day of a duty and its source.

    `note` is not empty where the length of the period itself could not be checked in a text.
    """

    duty: PublicationDuty
    due: Due
    source: Provision
    note: str = ""


def due(duty: str, since: date, calendar: WorkCalendar) -> Deadline:
    """The last day of that duty; for `comment` the first on which the consultation may close."""
    found = DUTIES[duty]
    period = parameter(found.parameter)
    value = period.value_on(since)
    if period.unit == "工作日":
        day = calendar.add(since, value.value)
    else:
        day = days_after(since, value.value, calendar)
    return Deadline(found, day, value.source, value.note if value.provisional else "")


def enforcement_statistics_due(year: int) -> date:
    """The last day to publish the enforcement figures of that year."""
    by = parameter("publication.enforcement_statistics_by").record_on(date(year + 1, 1, 1))
    return date(year + 1, by["month"], by["day"])


def next_review(withheld_on: date) -> date:
    """When withheld information is to be looked at again (article 18); the interval is ours."""
    return month_day(withheld_on, parameter("publication.review_months").on(withheld_on))
