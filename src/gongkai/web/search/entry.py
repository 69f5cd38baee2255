"""What an app hands over to be found, and who may find it. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gongkai.web.search.bigrams import pairs

PUBLIC = "spublic"
"""The mark of what everybody may see."""


@dataclass(frozen=True)
class Entry:
    """One thing to be found: a published item, a case, a report.

    `subject` is `app.model:id`. `readers`: empty means everybody; else the ids of the bodies whose
    people may see it.
    """

    subject: str
    kind: str
    title: str
    text: str
    address: str
    day: date
    body: int | None = None
    body_name: str = ""
    readers: tuple[int, ...] = ()
    until: datetime | None = None
    """From when it is found no more."""

    @property
    def marks(self) -> str:
        """Tokens of letters and digits; they cannot be typed, being in a column of their own."""
        return " ".join(self._marks())

    def _marks(self) -> Iterator[str]:
        yield from (f"s{body}" for body in self.readers) if self.readers else (PUBLIC,)
        yield f"k{self.kind}"
        yield f"y{self.day.year}"
        if self.body is not None:
            yield f"b{self.body}"


@dataclass(frozen=True)
class Source:
    """Where an app's things come from when the index is made anew.

    `entries` is called inside a transaction with some of the ids; it reads them anew, and locked,
    and leaves out what may not be found any more.
    """

    subject: str
    """`app.model`."""
    ids: Callable[[], Iterable[int]]
    entries: Callable[[Sequence[int]], Iterable[Entry]]


@dataclass(frozen=True)
class Reader:
    """Who searches: everybody sees what is public, people in office also what is their bodies'."""

    bodies: tuple[int, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        return (PUBLIC, *(f"s{body}" for body in self.bodies))


def tokens(title: str, text: str) -> str:
    """The indexed words of a page, divided by blanks."""
    return " ".join([*pairs(title), *pairs(text)])
