"""The two tariffs of the fee measures, progressive by bands, with the sum of each band shown.

By item (article 4): the applications of one applicant in a calendar month. By volume (article 5):
the pages of one application. Yuan are whole numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import takewhile

from gongkai.law.calendar.workdays import Due, WorkCalendar
from gongkai.statute.parameters import parameter
from gongkai.statute.provisions import FEE_MEASURES, Provision


class Basis(Enum):
    """What is counted; an application is charged on one basis only (article 3)."""

    ITEMS = "items"
    PAGES = "pages"

    @property
    def chinese(self) -> str:
        return {Basis.ITEMS: "按件计收", Basis.PAGES: "按量计收"}[self]

    @property
    def source(self) -> Provision:
        return FEE_MEASURES.article({Basis.ITEMS: 4, Basis.PAGES: 5}[self])


@dataclass(frozen=True)
class Band:
    """A step of a tariff: units `first` to `last` cost `rate` yuan each; no last: the top band."""

    first: int
    last: int | None
    rate: int


@dataclass(frozen=True)
class BandFee:
    """What fell into a band: so many units at that rate."""

    band: Band
    units: int

    @property
    def yuan(self) -> int:
        return self.units * self.band.rate


@dataclass(frozen=True)
class Fee:
    """A fee in yuan, its basis and the bands it was made up from."""

    basis: Basis
    units: int
    bands: tuple[BandFee, ...]

    @property
    def yuan(self) -> int:
        return sum(each.yuan for each in self.bands)


def item_bands(on: date) -> Iterator[Band]:
    """The bands by item, without end: each further step costs more."""
    rows = parameter("fee.item_bands").records_on(on)
    yield from (Band(row["first"], row["last"], row["yuan"]) for row in rows)
    step = parameter("fee.item_step").record_on(on)
    first, rate = rows[-1]["last"] + 1, rows[-1]["yuan"]
    while True:
        rate += step["yuan"]
        yield Band(first, first + step["items"] - 1, rate)
        first += step["items"]


def page_bands(on: date) -> Iterator[Band]:
    """The bands by page; the last has no end."""
    for row in parameter("fee.page_bands").records_on(on):
        yield Band(row["first"], row["last"] or None, row["yuan"])


def progressive(units: int, bands: Iterable[Band], free_of: int = 0) -> tuple[BandFee, ...]:
    """How units number `free_of` + 1 to `units` fall into the bands; empty bands are left out."""
    found = []
    for band in takewhile(lambda each: each.first <= units, bands):
        low = max(band.first, free_of + 1)
        high = units if band.last is None else min(band.last, units)
        if high >= low:
            found.append(BandFee(band, high - low + 1))
    return tuple(found)


def fee_for_items(items: int, on: date, earlier: int = 0) -> Fee:
    """The fee for so many items, of which the first stand behind `earlier` ones of the month."""
    if items < 0 or earlier < 0:
        raise ValueError("件数不能是负数")
    return Fee(Basis.ITEMS, items, progressive(earlier + items, item_bands(on), earlier))


def fee_for_pages(pages: int, on: date) -> Fee:
    """The fee for the pages of one application."""
    if pages < 0:
        raise ValueError("页数不能是负数")
    return Fee(Basis.PAGES, pages, progressive(pages, page_bands(on)))


def payment_due(notice_received: date, calendar: WorkCalendar) -> Due:
    """The last day to pay: working days from the day after the notice arrived (article 6)."""
    days = parameter("request.fee_payment_days").on(notice_received)
    return calendar.add(notice_received, days)
