"""What is done by the clock. Each task takes effect once however often it is put into the queue."""

import time
from collections.abc import Callable, Iterable

from django.db import connections

from gongkai.web.ledgers import queries as ledgers
from gongkai.web.notices import queries as notices
from gongkai.web.publishing.queries import exchange, items
from gongkai.web.requests import incoming, orders
from gongkai.web.ui.queue import later

DAILY = (
    "gongkai.web.vault.tasks.purge",
    "gongkai.web.files.tasks.sweep",
    "gongkai.web.project.tasks.tidy",
    "gongkai.web.reporting.tasks.go_on_with_stopped",
    "gongkai.web.reporting.tasks.remind",
    "gongkai.web.requests.tasks.forget",
    "gongkai.web.requests.tasks.recompute",
    "gongkai.web.requests.tasks.remind",
    "gongkai.web.remedies.tasks.remind",
    "gongkai.web.publishing.tasks.channels.gather",
    "gongkai.web.publishing.tasks.columns.remind",
    "gongkai.web.publishing.tasks.page_links.start_monthly",
    "gongkai.web.publishing.tasks.exchange.read_replies",
)
MINUTELY: dict[str, Callable[[], bool]] = {
    "gongkai.web.publishing.tasks.items.at_their_time": items.anything_due,
    "gongkai.web.notices.tasks.deliver": notices.anything_due,
    "gongkai.web.ledgers.tasks.resume": ledgers.anything_stalled,
    "gongkai.web.publishing.tasks.exchange.exchange": exchange.anything_due,
    "gongkai.web.requests.tasks.collect_mail": incoming.anything_due,
    "gongkai.web.requests.tasks.check_payments": orders.anything_due,
}
"""Tasks looked at every minute, each with what says whether there is anything for it to do."""
DAY, MINUTE = 24 * 3600, 60


def enqueue_daily() -> None:
    """Put today's tasks into the queue; leaves no connection open in the calling thread."""
    _enqueue(DAILY)


def enqueue_due() -> None:
    """Put the tasks of the minute that have something to do into the queue."""
    _enqueue(path for path, due in MINUTELY.items() if due())


def _enqueue(paths: Iterable[str]) -> None:
    try:
        for path in paths:
            later(path)
    finally:
        connections.close_all()


class Rounds:
    """Calls both when their time has come; asked again and again by what keeps the worker."""

    def __init__(self) -> None:
        self.next_day = self.next_minute = 0.0

    def look(self) -> None:
        now = time.monotonic()
        if now >= self.next_day:
            enqueue_daily()
            self.next_day = now + DAY
        if now >= self.next_minute:
            enqueue_due()
            self.next_minute = now + MINUTE
