"""Figures from elsewhere, a word on a finding, the difference to last year's report."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.statute.forms import form_in_force
from gongkai.web.reporting.acts import writing
from gongkai.web.reporting.forms.report import ReasonForm, SupplementForm
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.queries.carrying import carried, settled
from gongkai.web.reporting.record import NotProvidedForError, Stage
from gongkai.web.reporting.views.entrance import attempt, closed, draftable


def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """Supplements: figures from systems that are not on the platform."""
    shown = draftable(request, pk)
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return closed(request, shown, state)
    own = form_in_force(shown.year)
    form = SupplementForm(own, request.POST or None, initial={"cell": request.GET.get("cell")})
    if request.method == "POST" and form.is_valid():
        typed = {key: form.cleaned_data[key] for key in ("cell", "source", "paper")}
        try:
            writing.supplement(request.actor, report=shown, value=form.number(), **typed)
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
    attempt(
        request, lambda: writing.strike(request.actor, report=shown, number=number), "已经撤销。"
    )
    return redirect("reporting:figures", pk)


@require_POST
def explain(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the word a finding asks for."""
    shown = draftable(request, pk)
    form = ReasonForm(request.POST)
    said = {name: request.POST.get(name, "") for name in ("rule", "place", "message")}
    if form.is_valid() and said["rule"]:
        reason, wrong = form.cleaned_data["reason"], request.POST.get("wrong") == "on"
        attempt(
            request,
            lambda: writing.explain(
                request.actor, report=shown, reason=reason, wrong=wrong, **said
            ),
            "说明已经记下。",
        )
    else:
        messages.error(request, "请写明理由再提交。")
    return redirect("reporting:report", pk)


def carrying(request: HttpRequest, pk: int) -> HttpResponse:
    """The columns carried in otherwise than last year carried out, and the records between."""
    shown = draftable(request, pk)
    state = queries.state_of(shown)
    if state.stage is not Stage.DRAFTING:
        return closed(request, shown, state)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {
            "column": request.POST.get("column", ""),
            "names": request.POST.getlist("named"),
            "reason": form.cleaned_data["reason"],
        }
        attempt(
            request,
            lambda: writing.reconcile(request.actor, report=shown, **said),
            "差异说明已经记下。",
        )
        return redirect("reporting:carrying", pk)
    statement = queries.statement_of(shown, state, None)
    earlier = queries.earlier_of(shown)
    columns = carried(shown, statement, earlier)
    agreed = settled(state, columns)
    facts = {
        "report": shown,
        "last": next((each.year for each in earlier if each.year == shown.year - 1), None),
        "form": form,
        "columns": [(each, agreed.get(each.key)) for each in columns],
    }
    return render(request, "reporting/carrying.html", facts)
