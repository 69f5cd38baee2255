"""Lines of JSON in production, lines for people in trials; never what people have typed.

Of an exception its class and its places are told, not its message: messages quote values.
"""

import traceback
from types import TracebackType
from typing import Any

import structlog

from gongkai.web.ui.config import Config

Event = dict[str, Any]


def logging(config: Config) -> dict[str, object]:
    """Django's LOGGING."""
    last = structlog.processors.JSONRenderer(ensure_ascii=False)
    shown = last if config.production else structlog.dev.ConsoleRenderer(colors=False)
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "foreign_pre_chain": [
            structlog.contextvars.merge_contextvars,
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=("method", "page", "status", "ms")),
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            without_message,
        ],
        "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, shown],
    }
    access = config.log_level if config.production else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": formatter},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": config.log_level},
        "loggers": {"django.request": {"level": "ERROR"}, "gongkai.access": {"level": access}},
    }


def without_message(_logger: object, _method: str, event: Event) -> Event:
    """Put class and places of an exception in the place of its whole text."""
    info = event.pop("exc_info", None)
    if isinstance(info, tuple) and info[0] is not None:
        event["error"] = info[0].__qualname__
        event["places"] = _places(info[2])
    return event


def _places(found: TracebackType | None) -> list[str]:
    return [f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(found)]
