"""Signing in and out, one's own account, and the accounts of others."""

from base64 import b32encode

import segno
from django.contrib import messages
from django.contrib.auth import login as begin_session
from django.contrib.auth import logout as drop_session
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as pass_second_factor

from gongkai.web.accounts import acts, queries
from gongkai.web.accounts.forms import CodeForm, PasswordForm, SignInForm
from gongkai.web.accounts.models import Person
from gongkai.web.audit.actor import Actor
from gongkai.web.ui import clock

PENDING = "pending-person"
"""In the session between password and one-time code."""


@login_not_required
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request, request.POST or None)
    login = request.POST.get("login", "")
    if login and queries.locked(login, queries.address_of(request), clock.now()):
        return render(request, "accounts/locked.html", status=429)
    if request.method == "POST" and form.is_valid():
        person = form.person
        if queries.second_factor(person):
            request.session[PENDING] = person.pk
            return redirect(f"{request.path}code?{request.GET.urlencode()}")
        return _enter(request, person)
    if login:
        acts.note_refusal(
            request.actor, login=login, person=queries.find(login), agent=_agent(request)
        )
    return render(request, "accounts/sign_in.html", {"form": form})


@login_not_required
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    person = Person.objects.filter(pk=request.session.get(PENDING), is_active=True).first()
    device = queries.second_factor(person) if person else None
    if device is None:
        return redirect("accounts:sign_in")
    form = CodeForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        del request.session[PENDING]
        response = _enter(request, person)
        pass_second_factor(request, device)
        return response
    return render(request, "accounts/code.html", {"form": form})


def _enter(request: HttpRequest, person: Person) -> HttpResponse:
    begin_session(request, person)
    by = Actor(str(person.pk), person.name, queries.address_of(request), request.number)
    acts.note_sign_in(by, person=person, session=request.session.session_key, agent=_agent(request))
    if person.must_change:
        messages.warning(request, "这是临时密码，请先换成自己的密码。")
        return redirect("accounts:password")
    onward = request.GET.get("next", "")
    if onward and url_has_allowed_host_and_scheme(onward, {request.get_host()}):
        return redirect(onward)
    return redirect("pages:desk" if person.kind == Person.Kind.STAFF else "pages:portal")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    acts.end_session(request.actor, person=request.user, session=request.session.session_key or "")
    drop_session(request)
    return redirect("pages:portal")


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
            agent=_agent(request),
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


def _agent(request: HttpRequest) -> str:
    return request.headers.get("User-Agent", "")
