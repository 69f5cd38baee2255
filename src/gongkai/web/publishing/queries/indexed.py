"""Items as the search is handed them, when its index is made anew."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import QuerySet

from gongkai.web.files.models import Upload
from gongkai.web.publishing.kinds import ANNUAL_REPORT
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import state_of, to_find
from gongkai.web.search.entry import Entry


def findable(pks: Sequence[int]) -> Iterator[Entry]:
    """What the search was handed of these items; held until the end of the transaction."""
    held = _found().filter(pk__in=pks).select_for_update(of=("self",))
    for item in held.select_related("body"):
        shown = state_of(item).versions[-1]
        files = Upload.objects.in_bulk([each.upload for each in shown.attachments])
        yield to_find(item, [files[UUID(each.upload)] for each in shown.attachments])


def findable_ids() -> QuerySet[Item]:
    return _found().values_list("pk", flat=True)


def _found() -> QuerySet[Item]:
    return Item.objects.filter(public=True).exclude(kind=ANNUAL_REPORT)
