"""What a payment platform must be able to do, and what it says. Amounts are in fen."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Protocol


class ProviderError(Exception):
    """The platform gives no answer that can be relied on; the message is a sentence for people."""


class State(Enum):
    """Where an order stands at the platform."""

    UNPAID = "unpaid"
    PAID = "paid"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """An order to be made. `name` is ours: asked for again, it is the same order."""

    name: str
    unit: str
    number: str
    fen: int
    until: date | None
    notify: str
    back: str


@dataclass(frozen=True)
class Order:
    """An order that stands there: the pay code, and the page where the payer goes."""

    code: str
    address: str


@dataclass(frozen=True)
class Told:
    """What the platform says of an order; day and receipt number once it is paid."""

    name: str
    state: State
    fen: int
    paid: datetime | None = None
    receipt: str = ""


class Provider(Protocol):
    """A payment platform."""

    def begin(self, wanted: Wanted) -> Order:
        """Make an order, or find the one of this name."""
        ...

    def look(self, name: str) -> Told:
        """What became of an order."""
        ...
