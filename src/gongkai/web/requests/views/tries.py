"""So many wrong codes from one address, then a rest."""

from django.http import HttpRequest

from gongkai.web.accounts.queries import address_of
from gongkai.web.ui import pace

TRIES, WAIT = 10, 15 * 60


def resting(request: HttpRequest, what: str) -> bool:
    """Whether this address has tried too often."""
    return pace.spent(_key(request, what)) >= TRIES


def failed(request: HttpRequest, what: str) -> None:
    """Count a wrong code."""
    pace.within(_key(request, what), TRIES, WAIT)


def _key(request: HttpRequest, what: str) -> str:
    return f"requests.{what}:{address_of(request)}"
