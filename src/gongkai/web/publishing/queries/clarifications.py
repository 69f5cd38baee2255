from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.clarifications import Clarification
from gongkai.web.publishing.models.items import Item
from gongkai.web.search.entry import Entry

SUBJECT = "publishing.clarification"


def of_body(body: Body) -> QuerySet[Clarification]:
    """Those that stand."""
    return Clarification.objects.filter(body=body, withdrawn_why="").select_related("body", "item")


def of_item(item: Item) -> QuerySet[Clarification]:
    """What the page of an item has to tell besides."""
    found = Clarification.objects.filter(item=item, withdrawn_why="")
    return found.select_related("body")


def to_find(clarification: Clarification) -> Entry:
    """What the search is handed."""
    body = clarification.body
    return Entry(
        subject=f"{SUBJECT}:{clarification.pk}",
        kind="clarification",
        title=clarification.title,
        text=f"{clarification.said}\n{clarification.facts}",
        address=reverse("publishing:clarification", args=[body.code, clarification.pk]),
        day=clarification.told_on,
        body=body.pk,
        body_name=body.name,
    )


def findable_ids() -> QuerySet[Clarification]:
    return Clarification.objects.filter(withdrawn_why="").values_list("pk", flat=True)


def findable(ids: Sequence[int]) -> list[Entry]:
    """What the search is handed of some of them, read anew."""
    rows = Clarification.objects.select_for_update(of=("self",)).filter(pk__in=ids)
    return [to_find(each) for each in rows.filter(withdrawn_why="").select_related("body")]
