"""What is done in a case: an act, a correction of what was registered, the evidence."""

import io

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.agencies.permissions import demand
from gongkai.web.remedies import permissions, queries
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.forms import ActForm, ReasonForm, RegisterForm
from gongkai.web.remedies.models import Remedy
from gongkai.web.remedies.record import Act, NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

TYPED = (Act.REPLY, Act.HEAR, Act.DECIDE, Act.MEND, Act.VOID)
REFUSALS = (NotProvidedForError, NotProvidedFor)
CASE = Page("remedies:case", NotProvidedForError)


def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Enter one act."""
    remedy = _handled(request, pk)
    chosen = next((each for each in TYPED if each == act), None)
    if chosen is None:
        raise Http404
    filled = ActForm(chosen, remedy, clock.today(), request.POST or None)
    if request.method == "POST" and filled.is_valid():
        given = {"on": filled.cleaned_data["on"], "note": filled.cleaned_data["note"]}
        try:
            if chosen is Act.DECIDE:
                acts.decide(request.actor, remedy, facts=filled.facts(), **given)
            else:
                acts.enter(request.actor, remedy, chosen, facts=filled.facts(), **given)
        except REFUSALS as refusal:
            filled.add_error(None, f"{str(refusal).rstrip('。')}。")
        else:
            messages.success(request, f"已记入：{chosen.zh}。")
            return redirect("remedies:case", pk)
    return render(request, "remedies/act.html", {"form": filled, "remedy": remedy, "act": chosen})


def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Put right what was registered."""
    remedy = _handled(request, pk)
    said = queries.state_of(remedy).facts
    number = remedy.request.number if remedy.request else ""
    initial = {**said, "number": number, "claimant": remedy.claimant}
    today = clock.today()
    filled = RegisterForm(remedy.body, today, request.POST or None, own=remedy, initial=initial)
    del filled.fields["name"], filled.fields["claimant"]
    if request.method == "POST" and filled.is_valid():
        try:
            acts.amend(request.actor, remedy, on=today, facts=filled.facts())
        except NotProvidedForError as refusal:
            filled.add_error(None, str(refusal))
        else:
            messages.success(request, "已经更正。")
            return redirect("remedies:case", pk)
    facts = {"form": filled, "remedy": remedy, "act": Act.AMEND}
    return render(request, "remedies/act.html", facts)


@require_POST
def retract(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take back an entry made by mistake."""
    remedy = _handled(request, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return CASE.refused(request, pk, "请写明撤销的理由。")
    reason = form.cleaned_data["reason"]
    on = clock.today()
    return CASE.done(
        request,
        pk,
        lambda: acts.retract(request.actor, remedy, number=number, on=on, reason=reason),
        "已经撤销，原记录仍保留在经过里。",
    )


@require_POST
def evidence(request: HttpRequest, pk: int) -> HttpResponse:
    """The archive of the application as one file for the court or authority."""
    remedy = _handled(request, pk)
    try:
        data = acts.pack_evidence(request.actor, remedy)
    except NotProvidedForError as refusal:
        return CASE.refused(request, pk, str(refusal))
    name = f"{remedy.number}证据材料.zip"
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=name)


def _handled(request: HttpRequest, pk: int) -> Remedy:
    found = Remedy.objects.select_related("body", "request", "letter", "previous")
    remedy = get_object_or_404(found, pk=pk)
    demand(permissions.may_handle, request.standing, remedy.body)
    return remedy
