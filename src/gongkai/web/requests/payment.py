"""Paying on line: what a payment provider must be able to do. None comes with the platform.

Treasury and banks differ from place to place: an installation that has one puts it into `providers`
at start; no setting does so yet. Payment over the counter needs none.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Order:
    """A payment that was begun: the provider's name for it, and where the payer goes."""

    name: str
    address: str


class Provider(Protocol):
    """A payment provider."""

    def begin(self, *, number: str, yuan: int, back: str) -> Order:
        """Begin a payment for an application; afterwards the payer is sent to `back`."""
        ...

    def settled(self, name: str) -> tuple[date, str] | None:
        """The day on which it was paid and the slip's number; None while it is not."""
        ...


providers: list[Provider] = []
"""The one that is used, if any. The project fills it."""
