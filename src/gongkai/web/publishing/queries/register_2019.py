"""What the form of 2019 asks beside that of 2021, as far as published items tell it.

Not told by any item, and therefore added by hand with their source: rules of the government,
other outward services, how many fees there were.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from gongkai.reports.model.statement import Number
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.kinds import NORMATIVE, POWERS, PROCUREMENT
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import published
from gongkai.web.publishing.queries.register import amount

TABLE = "proactive_2019"
NEWLY = f"{TABLE}.normative_documents.newly_published"
PROJECTS, AMOUNT = f"{TABLE}.procurement.projects", f"{TABLE}.procurement.amount"
AWARDED = "中标结果"
"""Of what is published on a procurement, what stands for it once."""
LISTED = {"permits": "行政许可", "penalties": "行政处罚", "coercive_measures": "行政强制"}
"""Row → the kind of power in the list of powers."""
BEFORE, CHANGE = "previous_items", "change"


def cells() -> list[str]:
    """The cells that are counted here."""
    powers = [f"{TABLE}.{row}.{column}" for row in LISTED for column in (BEFORE, CHANGE)]
    return [NEWLY, PROJECTS, AMOUNT, *powers]


def table(bodies: QuerySet[Body], year: int) -> Mapping[int, Mapping[str, Number]]:
    """Body id → cell → figure, for every body in one query."""
    found: dict[int, list[Item]] = {pk: [] for pk in bodies.values_list("pk", flat=True)}
    for item in _told(year).filter(body__in=list(found)):
        found[item.body_id].append(item)
    return {pk: _figures(items, year) for pk, items in found.items()}


def cell_items(body: Body, year: int, cell: str) -> QuerySet[Item]:
    """The items behind one cell, by its path."""
    told = list(_told(year).filter(body=body))
    chosen = [item.pk for item in _behind(cell)(told, year)]
    found = Item.objects.filter(pk__in=chosen).select_related("body")
    return found.order_by("-made_on", "-pk")


def _told(year: int) -> QuerySet[Item]:
    """What may tell something of that year."""
    found = published().filter(kind__in=(NORMATIVE, PROCUREMENT, POWERS))
    found = found.filter(made_on__lte=date(year, 12, 31)).order_by("made_on", "pk")
    return found.only("body_id", "kind", "made_on", "published_on", "details")


def _figures(items: list[Item], year: int) -> dict[str, Number]:
    awarded = _awarded(items, year)
    found: dict[str, Number] = {
        NEWLY: len(_new(items, year)),
        PROJECTS: len(awarded),
        AMOUNT: amount(sum(float(item.details.get("amount") or 0) for item in awarded)),
    }
    for row in LISTED:
        before, now = _list_of(items, row, year - 1), _list_of(items, row, year)
        if before and now:
            found[f"{TABLE}.{row}.{BEFORE}"] = _powers(before)
            found[f"{TABLE}.{row}.{CHANGE}"] = _powers(now) - _powers(before)
    return found


def _behind(cell: str) -> Callable[[list[Item], int], Iterable[Item]]:
    if cell == NEWLY:
        return _new
    if cell in (PROJECTS, AMOUNT):
        return _awarded
    _, row, column = cell.split(".")
    return lambda items, year: _lists(items, row, year, column)


def _new(items: list[Item], year: int) -> list[Item]:
    """Normative documents that were put before the public in the year."""
    return [
        item
        for item in items
        if item.kind == NORMATIVE and item.published_on and item.published_on.year == year
    ]


def _awarded(items: list[Item], year: int) -> list[Item]:
    told = [item for item in items if item.kind == PROCUREMENT and item.made_on.year == year]
    return [item for item in told if item.details.get("matter") == AWARDED]


def _lists(items: list[Item], row: str, year: int, column: str) -> list[Item]:
    """The lists of powers that a figure was read from: last year's, and for a change this one's."""
    before, now = _list_of(items, row, year - 1), _list_of(items, row, year)
    if not (before and now):
        return []
    return [before] if column == BEFORE or before == now else [before, now]


def _list_of(items: list[Item], row: str, year: int) -> Item | None:
    """The list of powers of a kind that stood at the end of a year."""
    lists = [
        item
        for item in items
        if item.kind == POWERS
        and item.made_on.year <= year
        and item.details.get("power_kind") == LISTED[row]
        and item.details.get("powers") is not None
    ]
    return lists[-1] if lists else None


def _powers(item: Item) -> int:
    return int(item.details["powers"])
