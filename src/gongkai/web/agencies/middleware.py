"""Puts the standing on the request: the posts the person holds today, read once when asked for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from gongkai.web.agencies.queries import standing_of
from gongkai.web.ui import clock


def standing(answer: Callable[[HttpRequest], HttpResponse]):
    def placed(request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing_of(request.user, clock.today()))
        return answer(request)

    return placed
