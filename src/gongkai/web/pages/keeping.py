"""What the operator's instruments are told: whether the platform can work, and its figures."""

import shutil
from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare
from django_tasks_db.models import DBTaskResult
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from gongkai.web.accounts.queries import address_of
from gongkai.web.audit.models import Chain
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.queries import OPEN
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

LEAST = 100 * 1024**2
"""Bytes that must be free where uploads go."""
LOOPBACK = ("127.0.0.1", "::1")


def hindrances() -> list[str]:
    """Why the platform cannot work now; nothing when it can."""
    try:
        plan = MigrationExecutor(connection)
        behind = plan.migration_plan(plan.loader.graph.leaf_nodes())
    except DatabaseError:
        return ["database"]
    found = ["migrations"] if behind else []
    if shutil.disk_usage(config().data).free < LEAST:
        found.append("disk")
    if not config().keys.is_dir():
        found.append("keys")
    return found


def may_measure(request: HttpRequest) -> bool:
    """From this machine itself, not through a proxy; from elsewhere with the token."""
    token = config().metrics_token
    given = request.headers.get("Authorization", "")
    if token and constant_time_compare(given, f"Bearer {token}"):
        return True
    return not token and request.direct and address_of(request) in LOOPBACK


class Figures(Collector):
    """Figures that are read when they are asked for. None tells of a person."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        yield from _queue()
        today = clock.today()
        late = Request.objects.filter(stage__in=OPEN, due__lt=today)
        yield _one("gongkai_requests_open", "Open", Request.objects.filter(stage__in=OPEN).count())
        yield _one("gongkai_requests_late", "Open and past their day", late.count())
        entries = sum(Chain.objects.values_list("length", flat=True))
        yield _one("gongkai_audit_entries", "Entries of the trail", entries)
        free = shutil.disk_usage(config().data).free
        yield _one("gongkai_disk_free_bytes", "Free where the data lies", free)


def _queue() -> Iterator[GaugeMetricFamily]:
    counts = GaugeMetricFamily("gongkai_tasks", "Tasks in the queue", labels=["status"])
    waiting = DBTaskResult.objects.ready()
    for status, found in (
        ("ready", waiting),
        ("running", DBTaskResult.objects.running()),
        ("failed", DBTaskResult.objects.failed()),
    ):
        counts.add_metric([status], found.count())
    yield counts
    oldest = waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
    age = (clock.now() - oldest).total_seconds() if oldest else 0
    yield _one("gongkai_tasks_oldest_seconds", "How long the first one has waited", age)


def _one(name: str, about: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, about, value=value)
