"""What Prometheus reads: counted in every process of the server, told as one."""

import os

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

SHARED = "PROMETHEUS_MULTIPROC_DIR"
"""The library's own variable: a folder in which the processes of one server leave their counts."""
FORMAT = CONTENT_TYPE_LATEST
REGISTRY = CollectorRegistry()
SECONDS = Histogram(
    "gongkai_request_seconds",
    "Time of answers by page",
    ["method", "page", "status"],
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)


def told(*more: Collector) -> bytes:
    """Everything in Prometheus' text format, with the figures that the collectors read now."""
    registry = CollectorRegistry()
    if SHARED in os.environ:
        MultiProcessCollector(registry)
    else:
        registry.register(REGISTRY)
    for collector in more:
        registry.register(collector)
    return generate_latest(registry)
