"""Posts and accounts of staff, for the administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.accounts import acts as account_acts
from gongkai.web.accounts import queries as account_queries
from gongkai.web.accounts.forms import AdmitForm, KnownAsForm, TieForm
from gongkai.web.accounts.models import Person
from gongkai.web.agencies import acts, permissions, queries
from gongkai.web.agencies.forms import AppointForm
from gongkai.web.agencies.models import Body, Post
from gongkai.web.agencies.permissions import demand
from gongkai.web.ui import clock
from gongkai.web.ui.config import config


def posts(request: HttpRequest, code: str) -> HttpResponse:
    """Who holds which post in a body; the security administrator appoints here."""
    shown = get_object_or_404(Body, code=code)
    demand(permissions.may_appoint, request.standing)
    form = AppointForm(shown, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            acts.appoint(request.actor, body=shown, on=clock.today(), **form.cleaned_data)
        except acts.NotPossibleError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经任命。")
            return redirect("agencies:posts", code=code)
    held = queries.posts_of_body(shown, clock.today())
    return render(request, "agencies/posts.html", {"form": form, "body": shown, "posts": held})


@require_POST
def relieve(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_appoint, request.standing)
    post = get_object_or_404(Post.objects.select_related("body", "person"), pk=pk, until=None)
    acts.relieve(request.actor, post=post, on=clock.today())
    messages.success(request, f"{post.person.name} 已不再担任这个岗位。")
    return redirect("agencies:posts", code=post.body.code)


def people(request: HttpRequest) -> HttpResponse:
    """The accounts of staff; the system administrator opens and stops them here."""
    demand(permissions.may_manage_accounts, request.standing)
    form = AdmitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = account_acts.admit(
            request.actor, **form.cleaned_data, password="", kind=Person.Kind.STAFF
        )
        password = account_acts.reset_password(request.actor, person=person)
        facts = {"person": person, "password": password}
        return render(request, "agencies/new_password.html", facts)
    facts = {"form": form, "people": account_queries.staff(), "config": config()}
    return render(request, "agencies/people.html", facts)


@require_POST
def reset_password(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_manage_accounts, request.standing)
    person = get_object_or_404(account_queries.staff(), pk=pk)
    password = account_acts.reset_password(request.actor, person=person)
    facts = {"person": person, "password": password}
    return render(request, "agencies/new_password.html", facts)


@require_POST
def set_active(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_manage_accounts, request.standing)
    person = get_object_or_404(account_queries.staff(), pk=pk)
    account_acts.set_active(request.actor, person=person, active=not person.is_active)
    return redirect("agencies:people")


def identity(request: HttpRequest, pk: int) -> HttpResponse:
    """How the identity provider knows a person, and which identity opens the account."""
    demand(permissions.may_manage_accounts, request.standing)
    person = get_object_or_404(account_queries.staff(), pk=pk)
    sent = request.POST or None
    called = KnownAsForm(person, sent, initial={"known_as": person.known_as})
    if request.method == "POST" and called.is_valid():
        account_acts.call(request.actor, person=person, **called.cleaned_data)
        messages.success(request, "已经登记。")
        return redirect("agencies:identity", pk=pk)
    return _identity_page(request, person, called, TieForm())


@require_POST
def tie(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_manage_accounts, request.standing)
    person = get_object_or_404(account_queries.staff(), pk=pk)
    form = TieForm(request.POST)
    if account_queries.identity_of(person):
        form.add_error(None, "这个账号已经关联了统一身份，请先解除。")
    if not form.is_valid():
        called = KnownAsForm(person, initial={"known_as": person.known_as})
        return _identity_page(request, person, called, form)
    found = form.cleaned_data["code"]
    account_acts.tie(request.actor, identity=found, person=person)
    messages.success(request, f"已经把统一身份“{found.shown or found.subject}”关联到这个账号。")
    return redirect("agencies:identity", pk=pk)


@require_POST
def untie(request: HttpRequest, pk: int) -> HttpResponse:
    demand(permissions.may_manage_accounts, request.standing)
    person = get_object_or_404(account_queries.staff(), pk=pk)
    account_acts.untie(request.actor, person=person)
    messages.success(request, "已经解除关联，原来的登录也已退出。")
    return redirect("agencies:identity", pk=pk)


def _identity_page(
    request: HttpRequest, person: Person, called: KnownAsForm, tied: TieForm
) -> HttpResponse:
    facts = {
        "person": person,
        "identity": account_queries.identity_of(person),
        "called": called,
        "tie": tied,
        "config": config(),
    }
    return render(request, "agencies/identity.html", facts)
