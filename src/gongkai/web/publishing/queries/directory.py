"""The standard directory of a body: each duty, and what fulfils it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from gongkai.law.calendar.periods import month_day
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.directory import DirectoryEntry, Fulfilment
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import published


@dataclass(frozen=True)
class Shown:
    """An entry on a day: the items before the public that fulfil it, and until when they do."""

    entry: DirectoryEntry
    items: list[Item]
    until: date | None
    state: str

    @property
    def fulfilled(self) -> bool:
        return self.state == "已公开"


def subject_of(body: Body) -> str:
    return f"publishing.directory:{body.pk}"


def shown(body: Body, on: date) -> list[Shown]:
    """Every entry; three queries."""
    seen = Fulfilment.objects.filter(item__in=published(body)).select_related("item__body")
    entries = DirectoryEntry.objects.filter(body=body, ended_on=None)
    found = entries.prefetch_related(Prefetch("fulfilments", queryset=seen, to_attr="seen"))
    return [_shown(each, on) for each in found]


def _shown(entry: DirectoryEntry, on: date) -> Shown:
    items = sorted((each.item for each in entry.seen), key=lambda item: item.published_on)
    if not items:
        return Shown(entry, [], None, "未公开")
    until = month_day(items[-1].published_on, entry.every_months) if entry.every_months else None
    return Shown(entry, items, until, "超期未更新" if until and on > until else "已公开")


def by_area(found: list[Shown]) -> list[tuple[str, list[Shown]]]:
    """In the order of the table."""
    areas: dict[str, list[Shown]] = {}
    for each in found:
        areas.setdefault(each.entry.area, []).append(each)
    return list(areas.items())


def item_numbered(body: Body, number: str) -> Item | None:
    """The body's published item with this index number."""
    return published(body).filter(index_number=number.strip()).first()
