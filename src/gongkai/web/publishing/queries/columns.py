"""How fresh the columns are, who answers for each, what would fail the site (2019 indicators)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db.models import Max, QuerySet

from gongkai.law.publication.columns import Freshness, Site, Veto, freshness, vetoes
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.channels import Dissemination
from gongkai.web.publishing.models.columns import Column, ColumnUpdate
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import published

SOON = timedelta(days=3)
"""How long before its end a column is pointed out."""
NEWS, NOTICES, HOMEPAGE = "news", "notices", "homepage"


@dataclass(frozen=True)
class Shown:
    """A column on a day."""

    column: Column
    fresh: Freshness
    on: date

    @property
    def overdue_days(self) -> int:
        """Days since it stopped being fresh; 0 where it is, or was never filled."""
        until = self.fresh.fresh_until
        return (self.on - until).days if self.fresh.stale and until else 0

    @property
    def empty(self) -> bool:
        return self.fresh.updated is None

    @property
    def soon(self) -> bool:
        until = self.fresh.fresh_until
        return not self.fresh.stale and until is not None and until - self.on <= SOON

    @property
    def state(self) -> str:
        """In a word or two, as lists and the self-check print it."""
        if self.empty:
            return "没有内容"
        if self.fresh.stale:
            return f"超期 {self.overdue_days} 天"
        return "即将到期" if self.soon else "正常"

    @property
    def answers(self) -> str:
        """Who is responsible, with the telephone."""
        said = [self.column.responsible, self.column.keeper, self.column.telephone]
        return " ".join(each for each in said if each)


def subject_of(column: Column) -> str:
    return f"publishing.column:{column.pk}"


def kind_choices() -> list[tuple[str, str]]:
    """The kinds of items as a form offers them."""
    return list(Item._meta.get_field("kind").flatchoices)


def columns_of(bodies: Iterable[Body]) -> QuerySet[Column]:
    found = Column.objects.filter(body__in=list(bodies), ended_on=None)
    return found.select_related("body").order_by("body__path", "order", "pk")


def shown(bodies: Iterable[Body], on: date) -> list[Shown]:
    """Every column of these bodies as of a day; four queries whatever their number."""
    columns = list(columns_of(bodies))
    last = _LastUpdates(columns, on)
    return [Shown(each, _fresh(each, last.of(each), on), on) for each in columns]


def _fresh(column: Column, updated: date | None, on: date) -> Freshness:
    """By the indicators; the body's own days count where they end sooner."""
    found = freshness(column.kind, updated, on)
    if column.own_days is None or updated is None:
        return replace(found, stale=True) if updated is None else found
    own = updated + timedelta(days=column.own_days)
    until = min(own, found.fresh_until or own)
    return Freshness(column.kind, updated, until, stale=on > until)


class _LastUpdates:
    """When each column was updated last: by an item, through its channel, by somebody's word."""

    def __init__(self, columns: list[Column], on: date):
        bodies = {each.body_id for each in columns}
        kinds = {kind for each in columns for kind in each.item_kinds}
        items = published().filter(body__in=bodies, kind__in=kinds, published_on__lte=on)
        rows = items.order_by().values_list("body", "kind").annotate(Max("published_on"))
        self.items = {(body, kind): last for body, kind, last in rows}
        channels = [each.channel_id for each in columns if each.channel_id]
        sent = Dissemination.objects.filter(channel__in=channels, void="", on__lte=on)
        self.sent = dict(sent.order_by().values_list("channel").annotate(Max("on")))
        said = ColumnUpdate.objects.filter(column__in=columns, on__lte=on)
        self.said = dict(said.order_by().values_list("column").annotate(Max("on")))

    def of(self, column: Column) -> date | None:
        found = [self.items.get((column.body_id, kind)) for kind in column.item_kinds]
        found += [self.sent.get(column.channel_id), self.said.get(column.pk)]
        return max((each for each in found if each), default=None)


def site_of(columns: Iterable[Shown], unanswered: Iterable[date] = ()) -> Site:
    """What an inspection would find of these columns of one body."""
    columns = list(columns)
    by_kind: Mapping[str, list[date | None]] = {
        kind: [each.fresh.updated for each in columns if each.column.kind == kind]
        for kind in (NEWS, NOTICES, HOMEPAGE)
    }
    others = [each for each in columns if each.column.kind not in by_kind]
    newest = max((each.fresh.updated for each in columns if each.fresh.updated), default=None)
    return Site(
        homepage_updated=max(filter(None, [*by_kind[HOMEPAGE], newest]), default=None),
        news=by_kind[NEWS],
        notices=by_kind[NOTICES],
        idle=sum(each.fresh.stale and not each.empty for each in others),
        empty=sum(each.empty for each in columns),
        unanswered=tuple(unanswered),
    )


def failing(columns: list[Shown], on: date) -> list[Veto]:
    """What would fail the site of this body outright; nothing where there are no columns."""
    return list(vetoes(site_of(columns), on)) if columns else []


def items_in(column: Column) -> QuerySet[Item]:
    """What the public finds in a column, the newest first."""
    found = published(column.body).filter(kind__in=column.item_kinds)
    return found.order_by("-published_on", "-pk")
