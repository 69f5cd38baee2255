"""The filing sheet of a review, the order of signing, absences."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.review import acts, queries
from gongkai.web.review.forms import AbsenceForm, ChainForm
from gongkai.web.review.models import Review
from gongkai.web.review.permissions import may_delegate, may_see_reviews, may_set_chain
from gongkai.web.ui import clock, slots


def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """保密审查和审签备案表: what was signed, by whom, when; made for printing."""
    review = get_object_or_404(Review.objects.select_related("body"), pk=pk)
    demand(may_see_reviews, request.standing, review.body)
    marks: dict[int, list] = {}
    for mark in review.marks.prefetch_related("points"):
        marks.setdefault(mark.step, []).append(mark)
    rows = [(step, marks.get(index, [])) for index, step in enumerate(review.steps)]
    return render(request, "review/sheet.html", {"review": review, "rows": rows})


def chain(request: HttpRequest, code: str, subject: str) -> HttpResponse:
    """The order in which a body signs one kind of paper."""
    body = get_object_or_404(Body, code=code)
    demand(may_set_chain, request.standing, body)
    if subject not in slots.papers:
        raise Http404
    form = ChainForm(
        queries.arrangement(body, subject),
        queries.left_out(body, subject),
        slots.paper_kinds.get(subject, {}),
        request.POST or None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            acts.arrange(
                request.actor,
                body=body,
                subject=subject,
                turns=form.turns(),
                unless=form.unless(),
            )
        except acts.NotInOrderError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "审签顺序已经保存，从下一次送审起生效。")
            return redirect("review:chains", code)
    facts = {"body": body, "form": form, "paper": slots.papers[subject]}
    return render(request, "review/chain.html", facts)


def chains(request: HttpRequest, code: str) -> HttpResponse:
    """For each kind of paper, who signs in which order."""
    body = get_object_or_404(Body, code=code)
    demand(may_see_reviews, request.standing, body)
    listed = [(key, name, queries.steps_of(body, key)) for key, name in slots.papers.items()]
    facts = {
        "body": body,
        "chains": listed,
        "may_set": may_set_chain.test(request.standing, body),
    }
    return render(request, "review/chains.html", facts)


def absence(request: HttpRequest) -> HttpResponse:
    """Who signs for me while I am away."""
    demand(may_delegate, request.standing)
    today = clock.today()
    form = AbsenceForm(request.user, request.standing, today, request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.delegate(request.actor, person=request.user, **form.cleaned_data)
        messages.success(request, "已经登记，期间由代签人签署。")
        return redirect("review:absence")
    facts = {"form": form, "absences": queries.absences(request.user, today)}
    return render(request, "review/absence.html", facts)


@require_POST
def come_back(request: HttpRequest, pk: int) -> HttpResponse:
    mine = get_object_or_404(queries.absences(request.user, clock.today()), pk=pk)
    acts.come_back(request.actor, delegation=mine, on=clock.today())
    messages.success(request, "已经恢复由您本人签署。")
    return redirect("review:absence")
