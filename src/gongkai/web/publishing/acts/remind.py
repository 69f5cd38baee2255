"""Tell a body's officers which columns stand overdue, and what did not go out at its time.

A column past its days counts against the site (indicators of 2019); each time is told once.
"""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import bodies, holders
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.columns import Shown, shown, subject_of
from gongkai.web.publishing.queries.items import subject_of as subject_of_item
from gongkai.web.ui.templatetags.gongkai import moment


def remind_of_columns(today: date) -> int:
    """Tell of each column that is overdue by a day, once for each time; returns how many heard."""
    count = 0
    by_body: dict[int, list[Shown]] = {}
    for each in shown(bodies(today), today):
        if each.overdue_days:
            by_body.setdefault(each.column.body_id, []).append(each)
    for overdue in by_body.values():
        body = overdue[0].column.body
        people = _officers(body, today)
        for each in overdue:
            count += tell(_overdue(each), people=people, scopes=[_scope(body)])
    return count


def _overdue(shown: Shown) -> News:
    column, until = shown.column, shown.fresh.fresh_until
    facts = {
        "column": column.name,
        "days": shown.overdue_days,
        "responsible": column.responsible,
        "until": until.isoformat() if until else "",
    }
    return News(
        kind="column_overdue",
        key=f"column_overdue:{column.pk}:{until}",
        subject=subject_of(column),
        address=reverse("publishing:columns", args=[column.body.code]),
        facts=facts,
        due=until,
    )


def tell_missed(item: Item, at: datetime, reason: str, today: date) -> None:
    """A scheduled publication did not take place."""
    at = timezone.localtime(at)
    news = News(
        kind="publication_missed",
        key=f"publication_missed:{item.pk}:{at.isoformat()}",
        subject=subject_of_item(item),
        address=reverse("publishing:desk_item", args=[item.pk]),
        facts={"title": item.title, "at": moment(at), "reason": reason},
    )
    tell(news, people=_officers(item.body, today), scopes=[_scope(item.body)])


def _officers(body: Body, today: date) -> set[int]:
    return {person.pk for person in holders(body, Role.OFFICER, today)}


def _scope(body: Body) -> str:
    return f"agencies.body:{body.pk}"
