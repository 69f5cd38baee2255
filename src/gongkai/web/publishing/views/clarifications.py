"""Clarifications: written on the desk, read by everybody (article 6)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.kept import kept
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import clarifications as acts
from gongkai.web.publishing.forms.dialogue import ClarificationForm, WhyForm
from gongkai.web.publishing.models.clarifications import Clarification
from gongkai.web.publishing.queries import clarifications as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.views.bodies import body_for


@login_not_required
@kept
def clarifications(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(Body, code=code)
    page = Paginator(queries.of_body(body), 20).get_page(request.GET.get("page"))
    may = permissions.may_publish.test(request.standing, body)
    facts = {"body": body, "page": page, "may_clarify": may}
    return render(request, "publishing/clarifications.html", facts)


@login_not_required
@kept
def clarification(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    found = Clarification.objects.filter(body__code=code, withdrawn_why="")
    shown = get_object_or_404(found.select_related("body", "item__body"), pk=pk)
    may = permissions.may_publish.test(request.standing, shown.body)
    facts = {"clarification": shown, "may_withdraw": may}
    return render(request, "publishing/clarification.html", facts)


def clarify(request: HttpRequest, code: str) -> HttpResponse:
    """Publish one."""
    body = body_for(request, code, permissions.may_publish)
    form = ClarificationForm(request.POST or None, instance=Clarification(body=body))
    if request.method == "POST" and form.is_valid():
        try:
            made = acts.clarify(request.actor, body=body, facts=form.cleaned_data)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经公布。")
            return redirect("publishing:clarification", code, made.pk)
    return render(request, "publishing/clarify.html", {"form": form, "body": body})


@require_POST
def withdraw_clarification(request: HttpRequest, pk: int) -> HttpResponse:
    found = Clarification.objects.select_related("body", "item")
    shown = get_object_or_404(found, pk=pk, withdrawn_why="")
    demand(permissions.may_publish, request.standing, shown.body)
    form = WhyForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请写明理由。")
        return redirect("publishing:clarification", shown.body.code, pk)
    why = form.cleaned_data["why"]
    acts.withdraw_clarification(request.actor, clarification=shown, why=why)
    messages.success(request, "已经撤下。")
    return redirect("publishing:clarifications", shown.body.code)
