"""Writing a report: its words, its figures from elsewhere, a word on a warning."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.statute.forms import form_in_force
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.draft import PARTS
from gongkai.web.reporting.forms.report import ReasonForm, SupplementForm, TextForm
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.record import NotProvidedForError, Stage
from gongkai.web.reporting.shown import part_title
from gongkai.web.reporting.views.entrance import attempt, closed, draftable


def text(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """Write one part."""
    shown = draftable(request, pk)
    if part not in PARTS:
        raise Http404
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return closed(request, shown, state)
    now = state.texts[part]
    form = TextForm(request.POST or None, initial={"words": now.words, "base": now.version})
    theirs = ""
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            acts.write(request.actor, report=shown, part=part, **typed)
        except acts.ChangedMeanwhileError as clash:
            theirs = clash.words
            form.add_error("words", str(clash))
            form.data = form.data.copy() | {"base": now.version}
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经保存。")
            return redirect("reporting:report", pk)
    facts = {
        "report": shown,
        "form": form,
        "theirs": theirs,
        "title": part_title(shown.year, part),
    }
    return render(request, "reporting/text.html", facts)


def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Supplements: figures from systems that are not on the platform."""
    shown = draftable(request, pk)
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return closed(request, shown, state)
    own = form_in_force(shown.year)
    form = SupplementForm(own, request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = {key: form.cleaned_data[key] for key in ("cell", "source", "paper")}
        try:
            acts.supplement(request.actor, report=shown, value=form.number(), **typed)
        except NotProvidedForError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "已经补录，合计已重新计算。")
            return redirect("reporting:figures", pk)
    names = {path: name for _, cells in form.fields["cell"].choices[1:] for path, name in cells}
    facts = {
        "report": shown,
        "form": form,
        "supplements": [(each, names[each.cell]) for each in state.supplements],
    }
    return render(request, "reporting/figures.html", facts)


@require_POST
def strike(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    shown = draftable(request, pk)
    attempt(request, lambda: acts.strike(request.actor, report=shown, number=number), "已经撤销。")
    return redirect("reporting:figures", pk)


@require_POST
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the word a warning asks for."""
    shown = draftable(request, pk)
    form = ReasonForm(request.POST)
    rule, place = request.POST.get("rule", ""), request.POST.get("place", "")
    if form.is_valid() and rule:
        reason = form.cleaned_data["reason"]
        attempt(
            request,
            lambda: acts.explain(
                request.actor, report=shown, rule=rule, place=place, reason=reason
            ),
            "说明已经记下。",
        )
    else:
        messages.error(request, "请写明理由再提交。")
    return redirect("reporting:report", pk)
