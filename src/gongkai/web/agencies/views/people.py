"""Posts and accounts of staff, for the administrators."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.accounts import acts as account_acts
from gongkai.web.accounts import queries as account_queries
from gongkai.web.accounts.forms import AdmitForm
from gongkai.web.accounts.models import Person
from gongkai.web.agencies import acts, permissions, queries
from gongkai.web.agencies.forms import AppointForm
from gongkai.web.agencies.models import Body, Post
from gongkai.web.agencies.permissions import demand
from gongkai.web.ui import clock


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
    facts = {"form": form, "people": account_queries.staff()}
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
