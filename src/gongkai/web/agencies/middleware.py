"""Puts the standing on the request: the posts the person holds today, read once when asked for.

Where the operator demands it, signers and administrators get nowhere without a one-time code.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import SimpleLazyObject

from gongkai.web.accounts.middleware import OPEN_BEFORE_CHANGE
from gongkai.web.accounts.queries import passed_second_factor
from gongkai.web.agencies.permissions import needs_second_factor
from gongkai.web.agencies.queries import standing_of
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

OPEN_BEFORE_CODE = (*OPEN_BEFORE_CHANGE, "accounts:second_factor")


def standing(answer: Callable[[HttpRequest], HttpResponse]):
    def placed(request: HttpRequest) -> HttpResponse:
        request.standing = SimpleLazyObject(lambda: standing_of(request.user, clock.today()))
        return answer(request)

    return placed


class SecondFactorFirst:
    """Sends those who must use a one-time code to set it up; signing in then asks for it."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]):
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)

    def process_view(self, request: HttpRequest, view, _args, _kwargs) -> HttpResponse | None:
        if not config().second_factor or not getattr(view, "login_required", True):
            return None
        if not request.user.is_authenticated or passed_second_factor(request):
            return None
        if request.resolver_match.view_name in OPEN_BEFORE_CODE:
            return None
        if not needs_second_factor.test(request.standing):
            return None
        messages.warning(request, "您的岗位必须使用动态口令，请先启用。")
        return redirect("accounts:second_factor")
