"""Public pages kept as they were made, until an act is recorded or the next minute begins.

Every act leaves an entry in the trail, so a page that nobody signed in sees stays right while the
trail has not grown; what the clock alone opens or closes, it does on a full minute.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from threading import Lock

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe

from gongkai.web.ui import clock
from gongkai.web.ui.context import LARGE

View = Callable[..., HttpResponse]
Stamp = tuple[object, ...]

HARMLESS = {LARGE, settings.CSRF_COOKIE_NAME}
"""Cookies with which a visitor still sees what everybody sees; the first is part of the key."""
LONGEST_KEY, MOST_BYTES = 500, 16 * 1024**2


@dataclass(frozen=True)
class Page:
    """An answer as it was given, and until when it holds."""

    stamp: Stamp
    content: bytes
    headers: dict[str, str]
    match: ResolverMatch

    def answer(self, request: HttpRequest) -> HttpResponse:
        request.resolver_match = self.match
        response = HttpResponse(self.content, headers=self.headers)
        if "HTTP_IF_NONE_MATCH" in request.META or "HTTP_IF_MODIFIED_SINCE" in request.META:
            changed = parse_http_date_safe(self.headers.get("Last-Modified", ""))
            etag = self.headers.get("ETag")
            return get_conditional_response(request, etag, changed, response)
        return response


class Shelf:
    """Pages of one process, the longest unread leaving first."""

    def __init__(self, most: int):
        self.most, self.bytes, self.lock = most, 0, Lock()
        self.pages: OrderedDict[tuple[str, ...], Page] = OrderedDict()

    def get(self, key: tuple[str, ...]) -> Page | None:
        """The page, if it still holds; asks the database only when there is one."""
        with self.lock:
            page = self.pages.get(key)
            if page is None:
                return None
            self.pages.move_to_end(key)
        return page if page.stamp == stamp() else None

    def put(self, key: tuple[str, ...], page: Page) -> None:
        with self.lock:
            before = self.pages.pop(key, None)
            self.bytes += len(page.content) - (len(before.content) if before else 0)
            self.pages[key] = page
            while self.bytes > self.most:
                _key, gone = self.pages.popitem(last=False)
                self.bytes -= len(gone.content)

    def clear(self) -> None:
        with self.lock:
            self.pages.clear()
            self.bytes = 0


SHELF = Shelf(MOST_BYTES)


def stamp() -> Stamp:
    """How far the trail has grown, and the minute. Chains are locked by who adds to them, so what
    is committed always makes it longer; their heads tell a database that was restored."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT SUM(length), MAX(head) FROM audit_chain")
        return (*cursor.fetchone(), clock.now().replace(second=0, microsecond=0))


def kept(view: View) -> View:
    """Let the page of this view be kept; what it shows may change by acts and by the clock only."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **where: object) -> HttpResponse:
        if not _anybody(request):
            return view(request, *args, **where)
        since = stamp()  # before the page is made: what changes meanwhile is not in it
        token = request.META.pop("CSRF_COOKIE", None)
        response = view(request, *args, **where)
        if "CSRF_COOKIE" in request.META:  # a form asked for a token: one visitor's page
            return response
        if token:
            request.META["CSRF_COOKIE"] = token
        response.kept_since = since
        return response

    return answer


def keeping(answer: Callable[[HttpRequest], HttpResponse]):
    """Answer with the page kept, else keep the answer."""

    def from_shelf(request: HttpRequest) -> HttpResponse:
        if not _anybody(request):
            return answer(request)
        key = _key(request)
        page = SHELF.get(key)
        if page:
            return page.answer(request)
        response = answer(request)
        if _may_be_kept(response, key):
            since, headers = response.kept_since, dict(response.items())
            SHELF.put(key, Page(since, response.content, headers, request.resolver_match))
        return response

    return from_shelf


def _anybody(request: HttpRequest) -> bool:
    return request.method == "GET" and HARMLESS.issuperset(request.COOKIES)


def _key(request: HttpRequest) -> tuple[str, ...]:
    large = request.COOKIES.get(LARGE, "")
    told = (request.scheme or "", request.META.get("HTTP_HOST", ""), large)
    return (*told, request.get_full_path())


def _may_be_kept(response: HttpResponse, key: tuple[str, ...]) -> bool:
    if not hasattr(response, "kept_since") or sum(map(len, key)) > LONGEST_KEY:
        return False
    return response.status_code == 200 and not response.streaming and not response.cookies
