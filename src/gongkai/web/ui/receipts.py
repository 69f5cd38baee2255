"""A number and its query code, shown to the one who was just given them until they go on.

They stand in a signed cookie of that browser for an hour: of a code the database holds a digest
only, and handing something in opens no session.
"""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SECONDS = 3600


def give(answer: HttpResponse, what: str, number: str, code: str) -> HttpResponse:
    """The answer, with the receipt of an application or a question."""
    answer.set_signed_cookie(
        _name(what),
        f"{number} {code}",
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


def given(request: HttpRequest, what: str) -> dict[str, str] | None:
    """Number and code; None when there are none, or they are old or not from here."""
    told = request.get_signed_cookie(_name(what), default=None, max_age=SECONDS)
    return told and dict(zip(("number", "code"), told.split(" "), strict=True))


def gone_on_from(what: str) -> Callable:
    """On this page its visitor has gone on: the receipt is shown no more."""

    def on(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def answered(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
            answer = view(request, *args, **named)
            if _name(what) in request.COOKIES:
                answer.delete_cookie(_name(what), samesite="Lax")
            return answer

        return answered

    return on


def _name(what: str) -> str:
    return f"{'__Host-' if settings.SESSION_COOKIE_SECURE else ''}receipt-{what}"
