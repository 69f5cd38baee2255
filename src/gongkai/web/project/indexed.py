"""Whatever can be found, by app: the index is made anew from these."""

from collections.abc import Iterator, Sequence

from gongkai.web.publishing.queries import clarifications
from gongkai.web.publishing.queries import indexed as items
from gongkai.web.publishing.queries.items import SUBJECT as ITEM
from gongkai.web.reporting.queries import archive
from gongkai.web.reporting.queries import indexed as reports
from gongkai.web.reporting.queries.report import SUBJECT as REPORT
from gongkai.web.search.entry import Entry, Source


def found_items(pks: Sequence[int]) -> Iterator[Entry]:
    """Items but those that stand for reports."""
    reported = reports.standing_for_reports()
    return items.findable([pk for pk in pks if pk not in reported])


SOURCES = (
    Source(ITEM, items.findable_ids, found_items),
    Source(clarifications.SUBJECT, clarifications.findable_ids, clarifications.findable),
    Source(REPORT, reports.findable_ids, reports.findable),
    Source(archive.SHELVED, archive.findable_ids, archive.findable),
)
