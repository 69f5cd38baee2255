"""Published reports as the search is handed them, when its index is made anew."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet

from gongkai.web.reporting.models.report import Entry, Report
from gongkai.web.reporting.queries.report import published, to_find
from gongkai.web.search.entry import Entry as SearchEntry


def findable(pks: Sequence[int]) -> Iterator[SearchEntry]:
    """What the search was handed of these reports; held until the end of the transaction."""
    return map(to_find, published().filter(pk__in=pks).select_for_update(of=("self",)))


def standing_for_reports() -> set[int]:
    """The items of the catalogue that stand for reports: the report itself is found instead."""
    listed = Entry.objects.filter(facts__item__isnull=False).values_list("facts__item", flat=True)
    return set(listed)


def findable_ids() -> QuerySet[Report]:
    return published().values_list("pk", flat=True)
