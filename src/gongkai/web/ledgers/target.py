"""What can be imported. Apps above declare it, the project registers it, the engine knows none."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from rules import Predicate

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor

Facts = Mapping[str, Any]
"""Key of a field → what the cell said, of the field's kind; empty cells are left out."""
Faults = Mapping[str, str]
"""Key of a field, or "" for the row → a sentence that says how to put it right. Never quotes the
cell: it may hold personal data."""


class Kind(Enum):
    """What a column holds; the value is how the page names it."""

    TEXT = "文字"
    CODE = "编号"
    PROSE = "长文字"
    DAY = "日期"
    AMOUNT = "数字"
    WHOLE = "整数"
    YES = "是或否"


@dataclass(frozen=True)
class Field:
    """One thing a row may say. `aliases`: what offices call the column, besides the label."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    required: bool = False
    hint: str = ""
    longest: int = 200


@dataclass(frozen=True)
class Setting:
    """Of which body and year the rows are, and which day it is."""

    body: Body
    year: int
    today: date


@dataclass(frozen=True)
class Sample:
    """Rows of the file that shows how it may look; the first is the head."""

    title: str
    rows: tuple[tuple[object, ...], ...]


@dataclass(frozen=True)
class Target:
    """One kind of records that a spreadsheet can hold.

    `judge` looks at many rows at once and says what is wrong with each. `write` enters rows that
    have no faults, in the transaction that is open, without an audit entry of its own, and returns
    the ids of what it made, row by row. `built_on` names, of these ids, those on which something
    was built since. `take_back` undoes them.
    """

    key: str
    name: str
    lead: str
    allowed: Predicate
    fields: Callable[[Body], Sequence[Field]]
    judge: Callable[[Setting, Sequence[Facts]], Sequence[Faults]]
    write: Callable[[Actor, Setting, Sequence[Facts]], Sequence[Sequence[int]]]
    built_on: Callable[[Sequence[int]], Mapping[int, str]]
    take_back: Callable[[Actor, Setting, Sequence[int]], None]
    listed: Callable[[Body, int], str]
    """The address of the page on which the records of a body and year stand."""
    sample: Callable[[Body, int], Sample]
    private: bool = False
    """Whether rows hold personal data."""
    endings: tuple[str, ...] = ("xlsx", "xls", "et", "csv")


targets: dict[str, Target] = {}
"""Key → target, in the order in which pages list them."""
