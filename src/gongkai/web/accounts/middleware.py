"""Puts the actor on the request, and sends who holds a temporary password to change it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from gongkai.web.accounts.queries import BY_PROVIDER, actor_of

OPEN_BEFORE_CHANGE = ("accounts:password", "accounts:sign_out", "ui:type_size")


def actor(answer: Callable[[HttpRequest], HttpResponse]):
    def known(request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: actor_of(request))
        return answer(request)

    return known


class ChangePasswordFirst:
    """A password that somebody else has seen opens nothing but the page to change it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]):
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view, _args, _kwargs) -> HttpResponse | None:
        if not getattr(view, "login_required", True) or not request.user.is_authenticated:
            return None
        if request.session.get(BY_PROVIDER):
            return None
        if not request.user.must_change or request.resolver_match.view_name in OPEN_BEFORE_CHANGE:
            return None
        return redirect("accounts:password")
