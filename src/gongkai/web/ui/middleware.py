"""What is done around every request: who sends it, its number, its time, its size."""

import logging
import secrets
import time
from collections.abc import Callable
from ipaddress import ip_address

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.web.ui import metrics
from gongkai.web.ui.config import config
from gongkai.web.ui.pace import within

log = logging.getLogger("gongkai.access")

PACE, PACE_KNOWN = (60, 600), (600, 600)
"""Forms of one page from one address, from one person signed in: how many, in how many seconds."""
SEARCHES = {
    "pages:search": (60, 60),
    "accounts:sign_in": (120, 60),
    "accounts:code": (120, 60),
    "accounts:provider": (120, 60),
    "accounts:provider_back": (120, 60),
}
"""Pages with another pace from one address, also when they are only asked for. A whole office signs
in from one address in the morning; wrong passwords are counted apart."""
LARGEST = 120 * 1024**2
"""Bytes of one request; forms with files have bounds of their own below this."""


def known_peer(answer: Callable[[HttpRequest], HttpResponse]):
    """Put the visitor's address in the place of the proxy's; drop what a stranger says of it."""

    def told(request: HttpRequest) -> HttpResponse:
        said = request.META.get("HTTP_X_FORWARDED_FOR", "")
        hops = [each.strip() for each in said.split(",") if each.strip()]
        request.direct = not hops
        if not _trusted(request.META.get("REMOTE_ADDR", "")):
            request.META.pop("HTTP_X_FORWARDED_PROTO", None)
            return answer(request)
        while hops and _trusted(request.META["REMOTE_ADDR"]) and _is_address(hops[-1]):
            request.META["REMOTE_ADDR"] = hops.pop()
        return answer(request)

    return told


def _is_address(text: str) -> bool:
    try:
        return bool(ip_address(text))
    except ValueError:
        return False


def _trusted(address: str) -> bool:
    return _is_address(address) and any(ip_address(address) in net for net in config().proxies)


def request_id(answer: Callable[[HttpRequest], HttpResponse]):
    """A number for every request, so that a log line, an error page and an audit entry meet."""

    def numbered(request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(6)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=request.number)
        response = answer(request)
        response["X-Request-Id"] = request.number
        return response

    return numbered


def observed(answer: Callable[[HttpRequest], HttpResponse]):
    """Time and count every answer. Pages are named, not addressed: addresses may tell of people."""

    def timed(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = answer(request)
        spent = time.perf_counter() - start
        page = request.resolver_match.view_name if request.resolver_match else ""
        metrics.SECONDS.labels(request.method, page, response.status_code).observe(spent)
        facts = {"method": request.method, "page": page, "status": response.status_code}
        log.info("answered", extra={**facts, "ms": round(spent * 1000, 1)})
        return response

    return timed


def unshared(answer: Callable[[HttpRequest], HttpResponse]):
    """What is shown to somebody with a session stays in no cache, if the page says nothing."""

    def kept_apart(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            response.setdefault("Cache-Control", "private, no-store")
        return response

    return kept_apart


class Paced:
    """So many forms of one page from one visitor, so many searches; more is asked to wait.

    Holds for every page there is or will be; pages that need a stricter pace have their own.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]):
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, _view, _args, _kwargs) -> HttpResponse | None:
        page = request.resolver_match.view_name
        if request.method != "POST" and page not in SEARCHES:
            return None
        known = request.user.is_authenticated
        who = f"person {request.user.pk}" if known else request.META.get("REMOTE_ADDR", "")
        times, seconds = PACE_KNOWN if known else SEARCHES.get(page, PACE)
        if within(f"{page} {who}", times, seconds):
            return None
        return slower(request, seconds)


def slower(request: HttpRequest, seconds: int) -> HttpResponse:
    """The page that asks to wait."""
    response = render(request, "ui/429.html", {"minutes": -(-seconds // 60)}, status=429)
    response["Retry-After"] = str(seconds)
    return response


def bounded(answer: Callable[[HttpRequest], HttpResponse]):
    """Refuse what is too large before a byte of it is read."""

    def fits(request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            return render(request, "ui/413.html", status=413)
        return answer(request)

    return fits
