"""Keeping what is known of bodies: contacts, sections, leading group, names, who took over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies import acts, permissions, queries
from gongkai.web.agencies.forms import (
    BodyForm,
    MemberForm,
    OfficeForm,
    RenameForm,
    SectionForm,
    TransferForm,
)
from gongkai.web.agencies.models import Body, GroupMember, Section
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.actor import Actor
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

STRUCTURE = Page("agencies:structure", acts.NotPossibleError)


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
    return render(
        request,
        "agencies/manage.html",
        {"rows": rows, "founds": permissions.may_manage_bodies.test(request.standing)},
    )


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


def new_body(request: HttpRequest) -> HttpResponse:
    """Enter a body into the tree."""
    demand(permissions.may_manage_bodies, request.standing)
    form = BodyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = acts.found(request.actor, since=clock.today(), **form.cleaned_data)
        messages.success(request, f"{made.name} 已经登记，请由安全管理员安排岗位。")
        return redirect("agencies:structure", made.code)
    return render(request, "agencies/new_body.html", {"form": form})


def structure(request: HttpRequest, code: str) -> HttpResponse:
    """Sections and leading group for the body's own office; names and functions beside."""
    shown = get_object_or_404(Body, code=code)
    demand(permissions.may_edit_office, request.standing, shown)
    facts = {
        "body": shown,
        "sections": shown.sections.order_by("until", "pk"),
        "group": shown.leading_group.all(),
        "former_names": shown.former_names.order_by("-until"),
        "successors": shown.successors.select_related("successor").order_by("on"),
        "section_form": SectionForm(),
        "member_form": MemberForm(),
        "rename_form": RenameForm(initial={"on": clock.today()}),
        "transfer_form": TransferForm(shown, clock.today()),
        "manages": permissions.may_manage_bodies.test(request.standing),
    }
    return render(request, "agencies/structure.html", facts)


@require_POST
def open_section(request: HttpRequest, code: str) -> HttpResponse:
    body = _edited(request, code)
    return _entered(request, body, SectionForm(request.POST), acts.open_section)


@require_POST
def close_section(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    body = _edited(request, code)
    section = get_object_or_404(Section, pk=pk, body=body, until=None)
    acts.close_section(request.actor, section=section, on=clock.today())
    return redirect("agencies:structure", code)


@require_POST
def seat(request: HttpRequest, code: str) -> HttpResponse:
    body = _edited(request, code)
    return _entered(request, body, MemberForm(request.POST), acts.seat)


@require_POST
def unseat(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    body = _edited(request, code)
    acts.unseat(request.actor, member=get_object_or_404(GroupMember, pk=pk, body=body))
    return redirect("agencies:structure", code)


@require_POST
def rename(request: HttpRequest, code: str) -> HttpResponse:
    demand(permissions.may_manage_bodies, request.standing)
    body = get_object_or_404(Body, code=code)
    return _entered(request, body, RenameForm(request.POST), acts.rename)


@require_POST
def transfer(request: HttpRequest, code: str) -> HttpResponse:
    """Hand functions over; a merger is that all of them go."""
    demand(permissions.may_manage_bodies, request.standing)
    body = get_object_or_404(Body, code=code)
    form = TransferForm(body, clock.today(), request.POST)

    def hand_over(by: Actor, *, body: Body, **facts: object) -> None:
        acts.transfer(by, former=body, **facts)

    return _entered(request, body, form, hand_over)


def _edited(request: HttpRequest, code: str) -> Body:
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_edit_office, request.standing, body)
    return body


def _entered(request: HttpRequest, body: Body, form, act) -> HttpResponse:
    """Do what a form asks, or say why not."""
    if not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, " ".join(faults))
        return redirect("agencies:structure", body.code)
    return STRUCTURE.done(
        request,
        body.code,
        lambda: act(request.actor, body=body, **form.cleaned_data),
        "已经保存。",
    )
