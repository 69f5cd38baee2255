"""Entries of the law as plain data for the database, and back. Pure."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from gongkai.law.request.details import DETAILS, Details
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry


def to_plain(details: Details) -> dict[str, Any]:
    """The fields of the details: dates as ISO text, enumerations by name."""
    if details is None:
        return {}
    return {field.name: _plain(getattr(details, field.name)) for field in fields(details)}


def entry_of(act: str, on: date, plain: Mapping[str, Any]) -> Entry:
    """The entry of the law that a row stands for."""
    kind = DETAILS.get(Act[act])
    if kind is None:
        return Entry(Act[act], on)
    hints = get_type_hints(kind)
    return Entry(
        Act[act], on, kind(**{name: _typed(value, hints[name]) for name, value in plain.items()})
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value


def _typed(value: Any, hint: Any) -> Any:
    if get_origin(hint) is UnionType:
        hint = next(each for each in get_args(hint) if each is not type(None))
    if value is None:
        return None
    if get_origin(hint) is tuple:
        return tuple(_typed(each, get_args(hint)[0]) for each in value)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint[value]
    return date.fromisoformat(value) if hint is date else value
