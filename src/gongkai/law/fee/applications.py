"""What a list of applications costs: cumulative by applicant and calendar month of receipt."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from gongkai.law.fee.tariff import Basis, Fee, fee_for_items, fee_for_pages


@dataclass(frozen=True)
class Application:
    """An application as the tariff sees it.

    `items`: into how many it was split (one matter, one application; article 4). `pages` counts
    only where the basis is pages, but its items still count towards the month.
    """

    applicant: str
    received: date
    items: int = 1
    pages: int = 0
    basis: Basis = Basis.ITEMS


@dataclass(frozen=True)
class Charge:
    """An application, the items of the same applicant before it in the month, and its fee."""

    application: Application
    earlier: int
    fee: Fee


def charges(applications: Iterable[Application]) -> Sequence[Charge]:
    """A charge for each application, in order of receipt; equal days keep the given order."""
    items_so_far: defaultdict[tuple[str, int, int], int] = defaultdict(int)
    found = []
    for each in sorted(applications, key=lambda a: a.received):
        month = (each.applicant, each.received.year, each.received.month)
        earlier = items_so_far[month]
        items_so_far[month] += each.items
        found.append(Charge(each, earlier, fee_of(each, earlier)))
    return found


def fee_of(application: Application, earlier: int) -> Fee:
    """The fee of one application behind `earlier` items of the month, on its own basis."""
    if application.basis is Basis.PAGES:
        return fee_for_pages(application.pages, application.received)
    return fee_for_items(application.items, application.received, earlier)
