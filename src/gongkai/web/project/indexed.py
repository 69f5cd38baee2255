"""Whatever can be found, by app: the index is made anew from these."""

from gongkai.web.publishing.queries import indexed as items
from gongkai.web.publishing.queries.items import SUBJECT as ITEM
from gongkai.web.reporting.queries import archive
from gongkai.web.reporting.queries import indexed as reports
from gongkai.web.reporting.queries.report import SUBJECT as REPORT
from gongkai.web.search.entry import Source

SOURCES = (
    Source(ITEM, items.findable_ids, items.findable),
    Source(REPORT, reports.findable_ids, reports.findable),
    Source(archive.SHELVED, archive.findable_ids, archive.findable),
)
