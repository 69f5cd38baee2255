"""One's own account: sessions, password, second factor."""

from base64 import b32encode

import segno
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as pass_second_factor

from gongkai.web.accounts import acts, queries
from gongkai.web.accounts.forms import CodeForm, PasswordForm
from gongkai.web.accounts.views.signing import agent_of


def self(request: HttpRequest) -> HttpResponse:
    """My account: sessions, history, password, second factor."""
    history = Paginator(queries.sign_ins(request.user), 20).get_page(request.GET.get("page"))
    facts = {
        "sessions": queries.open_sessions(request.user),
        "history": history,
        "device": queries.second_factor(request.user),
        "current": request.session.session_key,
    }
    return render(request, "accounts/self.html", facts)


@never_cache
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.change_password(request.actor, person=request.user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, request.user)
        acts.note_sign_in(
            request.actor,
            person=request.user,
            session=request.session.session_key,
            agent=agent_of(request),
        )
        messages.success(request, "密码已经修改，其他设备上的登录已经退出。")
        return redirect("accounts:self")
    return render(request, "accounts/password.html", {"form": form})


@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Set up the one-time code: show the secret, take the first code."""
    device = request.user.totpdevice_set.filter(confirmed=False).first()
    if device is None or (request.method == "GET" and "new" in request.GET):
        device = acts.begin_second_factor(request.user)
    form = CodeForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.confirm_second_factor(request.actor, device=device)
        pass_second_factor(request, device)
        messages.success(request, "动态口令已经启用，下次登录时要输入。")
        return redirect("accounts:self")
    facts = {
        "form": form,
        "secret": b32encode(device.bin_key).decode("ascii"),
        "picture": segno.make(device.config_url).svg_data_uri(scale=4),
    }
    return render(request, "accounts/second_factor.html", facts)


@require_POST
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """End one of my own sessions."""
    opened = get_object_or_404(queries.open_sessions(request.user), pk=pk)
    acts.end_session(request.actor, person=request.user, session=opened.session)
    messages.success(request, "那台设备上的登录已经退出。")
    return redirect("accounts:self")
