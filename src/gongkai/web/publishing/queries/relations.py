"""What items have to do with one another, seen from both sides."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import Q

from gongkai.web.publishing.models.items import Audience, Item, Relation
from gongkai.web.publishing.ways import Way


def told(facts: Mapping[str, Any]) -> list[tuple[Way, int]]:
    """Every relation that a version names."""
    said = [(Way.EXPLAINS, facts["about"])] if facts.get("about") else []
    return said + [(Way(way), pk) for way, ids in facts.get("relations", {}).items() for pk in ids]


def names(facts: Mapping[str, Any]) -> dict[str, list[str]]:
    """Way → what the items a draft names are called: document number, else title."""
    said = facts.get("relations", {})
    found = Item.objects.in_bulk([pk for ids in said.values() for pk in ids])
    return {
        way: [found[pk].document_number or found[pk].title for pk in ids if pk in found]
        for way, ids in said.items()
    }


def of_item(item: Item) -> list[Relation]:
    """Every relation in which the item stands, on either side, public or not."""
    found = Relation.objects.filter(Q(item=item) | Q(to=item))
    return list(found.select_related("item__body", "to__body").order_by("pk"))


def neighbours(item: Item, relations: Sequence[Relation]) -> list[Item]:
    return [each.to if each.item_id == item.pk else each.item for each in relations]


def shown(item: Item, relations: Sequence[Relation]) -> list[tuple[str, list[Item]]]:
    """Label → the items that stand before the public, as the item's page lists them."""
    found: dict[str, list[Item]] = {}
    for each, other in zip(relations, neighbours(item, relations), strict=True):
        if other.public and other.audience == Audience.PUBLIC:
            way = Way(each.way)
            found.setdefault(way.zh if each.item_id == item.pk else way.back, []).append(other)
    return list(found.items())
