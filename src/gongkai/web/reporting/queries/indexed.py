"""Published reports as the search is handed them, when its index is made anew."""

from collections.abc import Iterator, Sequence

from django.db.models import QuerySet

from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries.report import published, to_find
from gongkai.web.search.entry import Entry


def findable(pks: Sequence[int]) -> Iterator[Entry]:
    """What the search was handed of these reports; held until the end of the transaction."""
    return map(to_find, published().filter(pk__in=pks).select_for_update(of=("self",)))


def findable_ids() -> QuerySet[Report]:
    return published().values_list("pk", flat=True)
