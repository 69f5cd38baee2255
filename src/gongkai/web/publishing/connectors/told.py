"""The interface: a connector is a function from the bytes of a feed to what was published."""

from dataclasses import dataclass
from datetime import date


class UnreadableFeedError(Exception):
    """The bytes are not what was expected; the message is a sentence for a clerk."""


@dataclass(frozen=True)
class Told:
    """One thing a channel says it has published; `on` is the day in Beijing."""

    title: str
    on: date
    address: str = ""
    sort: str = ""
