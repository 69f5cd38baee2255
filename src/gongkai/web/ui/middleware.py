"""A number for every request, so that a log line, an error page and an audit entry can meet."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

LARGEST = 120 * 1024**2
"""Bytes of one request; forms with files have bounds of their own below this."""


def request_id(answer: Callable[[HttpRequest], HttpResponse]):
    def numbered(request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(6)
        response = answer(request)
        response["X-Request-Id"] = request.number
        return response

    return numbered


def bounded(answer: Callable[[HttpRequest], HttpResponse]):
    """Refuse what is too large before a byte of it is read."""

    def fits(request: HttpRequest) -> HttpResponse:
        if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
            return render(request, "ui/413.html", status=413)
        return answer(request)

    return fits
