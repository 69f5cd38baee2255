"""Entries as plain data and back: how a record is kept in a database, a file or a message."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from gongkai.law.request.details import DETAILS, Details
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry


class EntryError(ValueError):
    """Data that is no entry; the message names what is wrong."""


def plain(value: Any) -> Any:
    """Dates as 2026-01-26, members of enumerations by name, tuples as lists."""
    match value:
        case date():
            return value.isoformat()
        case Enum():
            return value.name
        case tuple():
            return [plain(each) for each in value]
        case _:
            return value


def entry_as_data(entry: Entry) -> dict[str, Any]:
    """`{"act": "SET_DELAY", "on": "2026-02-02", "details": {"until": "2026-06-30"}}`."""
    said: dict[str, Any] = {"act": entry.act.name, "on": plain(entry.on)}
    if entry.details is not None:
        found = entry.details
        said["details"] = {each.name: plain(getattr(found, each.name)) for each in fields(found)}
    return said


def entry_from_data(said: Mapping[str, Any]) -> Entry:
    """The entry again; EntryError with a sentence where the data is none."""
    try:
        act = Act[said["act"]]
        return Entry(act, _day(said["on"]), _details(act, said.get("details")))
    except (KeyError, TypeError, AttributeError) as error:
        raise EntryError(f"登记内容不完整或者不认识：{error}") from None
    except ValueError as error:
        raise EntryError(str(error)) from error


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise EntryError(f"“{value}”不是日期") from None


def _details(act: Act, said: Mapping[str, Any] | None) -> Details:
    kind = DETAILS.get(act)
    if kind is None or said is None:
        return None
    hints = get_type_hints(kind)
    found: Details = kind(**{name: _typed(hints[name], value) for name, value in said.items()})
    return found


def _typed(hint: Any, value: Any) -> Any:
    """A value of the type a field of details has: `date | None`, an enumeration, a tuple, a str."""
    if get_origin(hint) is tuple:
        return tuple(_typed(get_args(hint)[0], each) for each in value)
    kinds = get_args(hint) or (hint,)
    if value is None and NoneType in kinds:
        return None
    kind = kinds[0]
    if issubclass(kind, Enum):
        return kind[value]
    if kind is date:
        return _day(value)
    if type(value) is not kind:
        raise TypeError(repr(value))
    return value
