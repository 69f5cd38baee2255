"""Signing in with a password, the second step, and out."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import login as begin_session
from django.contrib.auth import logout as drop_session
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django_otp import login as pass_second_factor

from gongkai.web.accounts import acts, provider, queries
from gongkai.web.accounts.forms import CodeForm, SignInForm
from gongkai.web.accounts.models import Person, SignIn
from gongkai.web.audit.actor import Actor
from gongkai.web.ui import clock
from gongkai.web.ui.config import config

PENDING = "pending-person"
"""In the session between the first step and the one-time code: who, and by which way."""


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
        take = second_step if queries.second_factor(person) else enter
        return take(request, person, SignIn.Way.PASSWORD, request.GET.get("next", ""))
    if login:
        acts.note_refusal(
            request.actor, login=login, person=queries.find(login), agent=agent_of(request)
        )
    return render(request, "accounts/sign_in.html", {"form": form, "config": config()})


@login_not_required
@never_cache
def code(request: HttpRequest) -> HttpResponse:
    """The second step of signing in."""
    pk, way = request.session.get(PENDING, (None, ""))
    person = Person.objects.filter(pk=pk, is_active=True).first()
    device = queries.second_factor(person) if person else None
    if device is None:
        return redirect("accounts:sign_in")
    form = CodeForm(device, request.POST or None)
    if request.method == "POST" and form.is_valid():
        del request.session[PENDING]
        response = enter(request, person, SignIn.Way(way), request.GET.get("next", ""))
        pass_second_factor(request, device)
        return response
    return render(request, "accounts/code.html", {"form": form})


def second_step(request: HttpRequest, person: Person, way: SignIn.Way, onward: str) -> HttpResponse:
    """Ask for the one-time code before the session begins."""
    request.session[PENDING] = [person.pk, way]
    return redirect(f"{reverse('accounts:code')}?{urlencode({'next': onward})}")


def enter(
    request: HttpRequest, person: Person, way: SignIn.Way, onward: str, *, vouched: bool = False
) -> HttpResponse:
    """Begin the session; `vouched`: the identity provider has asked for a second factor."""
    begin_session(request, person)
    request.session[queries.BY_PROVIDER] = way == SignIn.Way.PROVIDER
    request.session[queries.FACTOR_PASSED] = vouched
    by = Actor(str(person.pk), person.name, queries.address_of(request), request.number)
    key = request.session.session_key
    acts.note_sign_in(by, person=person, session=key, agent=agent_of(request), way=way)
    if person.must_change and way == SignIn.Way.PASSWORD:
        messages.warning(request, "这是临时密码，请先换成自己的密码。")
        return redirect("accounts:password")
    if onward and url_has_allowed_host_and_scheme(onward, {request.get_host()}):
        return redirect(onward)
    return redirect("pages:desk" if person.kind == Person.Kind.STAFF else "pages:portal")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    acts.end_session(request.actor, person=request.user, session=request.session.session_key or "")
    by_provider = request.session.get(queries.BY_PROVIDER, False)
    drop_session(request)
    if by_provider and config().oidc:
        leave = provider.way_out(config().address + reverse("pages:portal"))
        return render(request, "accounts/left.html", {"leave": leave, "config": config()})
    return redirect("pages:portal")


def agent_of(request: HttpRequest) -> str:
    return request.headers.get("User-Agent", "")
