"""Bodies for the public; offices, posts and accounts for those who keep them."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.accounts import acts as account_acts
from gongkai.web.accounts import queries as account_queries
from gongkai.web.accounts.forms import AdmitForm
from gongkai.web.accounts.models import Person
from gongkai.web.agencies import acts, permissions, queries
from gongkai.web.agencies.forms import AppointForm, OfficeForm
from gongkai.web.agencies.models import Body, Post
from gongkai.web.agencies.permissions import demand
from gongkai.web.ui import clock


@login_not_required
def bodies(request: HttpRequest) -> HttpResponse:
    """All bodies of the district, for everyone."""
    listed = [(body, queries.depth(body)) for body in queries.bodies(clock.today())]
    return render(request, "agencies/bodies.html", {"bodies": listed})


@login_not_required
def body(request: HttpRequest, code: str) -> HttpResponse:
    """One body: what it does, where its disclosure office is."""
    shown = get_object_or_404(Body.objects.prefetch_related("leading_group"), code=code)
    return render(request, "agencies/body.html", {"body": shown})


def manage(request: HttpRequest) -> HttpResponse:
    """The bodies a person keeps: all for administrators and supervisors, else one's own."""
    demand(permissions.is_staff, request.standing)
    listed = queries.bodies(clock.today())
    if not (permissions.may_appoint | permissions.may_manage_bodies).test(request.standing):
        listed = listed.filter(pk__in=request.standing.body_ids)
    rows = [
        {
            "body": each,
            "may_edit": permissions.may_edit_office.test(request.standing, each),
            "may_appoint": permissions.may_appoint.test(request.standing, each),
            "works_here": permissions.works_in.test(request.standing, each),
        }
        for each in listed
    ]
    return render(request, "agencies/manage.html", {"rows": rows})


def office(request: HttpRequest, code: str) -> HttpResponse:
    """Edit the contacts of the disclosure office."""
    edited = get_object_or_404(Body, code=code)
    demand(permissions.may_edit_office, request.standing, edited)
    form = OfficeForm(request.POST or None, instance=edited)
    if request.method == "POST" and form.is_valid():
        stored = get_object_or_404(Body, code=code)
        acts.edit_office(request.actor, body=stored, office=form.cleaned_data)
        messages.success(request, "已经保存，公众页面同时更新。")
        return redirect("agencies:manage")
    return render(request, "agencies/office.html", {"form": form, "body": edited})


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
