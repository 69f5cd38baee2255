"""What is done once a day. Each task takes effect once however often it is put into the queue."""

from django.db import connections

from gongkai.web.ui.queue import later

TASKS = (
    "gongkai.web.vault.tasks.purge",
    "gongkai.web.reporting.tasks.go_on_with_stopped",
    "gongkai.web.requests.tasks.recompute",
    "gongkai.web.publishing.tasks.channels.gather",
)
DAY = 24 * 3600


def enqueue() -> None:
    """Put today's tasks into the queue; leaves no connection open in the calling thread."""
    try:
        for path in TASKS:
            later(path)
    finally:
        connections.close_all()
