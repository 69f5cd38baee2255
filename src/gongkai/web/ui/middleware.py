"""A number for every request, so that a log line, an error page and an audit entry can meet."""

import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


def request_id(answer: Callable[[HttpRequest], HttpResponse]):
    def numbered(request: HttpRequest) -> HttpResponse:
        request.number = secrets.token_hex(6)
        response = answer(request)
        response["X-Request-Id"] = request.number
        return response

    return numbered
