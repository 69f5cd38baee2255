"""What a body published in a year, as its report tells it; every count with the ids behind it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from gongkai.law.rates.rate import Rate, full_text_rate
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.kinds import KINDS
from gongkai.web.publishing.models.items import Audience, Categories, Item
from gongkai.web.publishing.record import Stage


@dataclass(frozen=True)
class Count:
    """A figure and the ids of the items that it counts."""

    name: str
    ids: tuple[int, ...]

    @property
    def value(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class Year:
    """Published to the public in the year; `full_text` are those whose full text is on line."""

    ids: tuple[int, ...]
    categories: tuple[Count, ...]
    full_text: Count
    full_text_rate: Rate


def of_year(body: Body, year: int) -> Year:
    """What was put out in the year. What was withdrawn does not count; what ended by itself does.

    The full-text rate is full texts on line by items published (platform practice, item 9).
    """
    found = Item.objects.filter(body=body, published_on__year=year, audience=Audience.PUBLIC)
    found = found.exclude(stage=Stage.WITHDRAWN).order_by("pk")
    rows = list(found.values_list("pk", "kind", "full_text"))
    ids = tuple(pk for pk, _kind, _full in rows)
    full = Count("全文上网", tuple(pk for pk, _kind, full in rows if full))
    return Year(ids, _grouped(rows, categories(body)), full, full_text_rate(full.value, len(ids)))


def _grouped(rows: Sequence[tuple], of_kind: Mapping[str, str]) -> tuple[Count, ...]:
    """By category, in the order of the kinds."""
    found: dict[str, list[int]] = defaultdict(list)
    order = list(dict.fromkeys(of_kind.values()))
    for pk, kind, _full in rows:
        found[of_kind[kind]].append(pk)
    return tuple(Count(name, tuple(found[name])) for name in order if name in found)


def categories(body: Body) -> dict[str, str]:
    """Kind → what the body counts it under."""
    own = Categories.objects.filter(body=body).first()
    said = own.of_kind if own else {}
    return {key: said.get(key) or kind.category for key, kind in KINDS.items()}


def items(ids: Sequence[int]) -> QuerySet[Item]:
    """The items behind a count, newest first."""
    found = Item.objects.filter(pk__in=ids).select_related("body")
    return found.order_by("-published_on", "-pk")
