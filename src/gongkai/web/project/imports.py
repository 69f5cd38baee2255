"""What can be imported from spreadsheets, in the order in which the page lists it."""

from gongkai.web.ledgers.importing import FIGURES
from gongkai.web.ledgers.target import targets
from gongkai.web.publishing.importing import ITEMS
from gongkai.web.remedies.importing import REMEDIES
from gongkai.web.requests.importing import LEDGER

TARGETS = (LEDGER, REMEDIES, ITEMS, FIGURES)


def register() -> None:
    targets.update({target.key: target for target in TARGETS})
