"""From the draft to the public: sending round, signing, publishing, correcting."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions
from gongkai.web.reporting.acts import report as acts
from gongkai.web.reporting.forms.report import ReasonForm
from gongkai.web.reporting.queries import report as queries
from gongkai.web.reporting.views.entrance import attempt, draftable, readable
from gongkai.web.review import queries as review_queries
from gongkai.web.review.chain import Verdict
from gongkai.web.review.forms import SignForm
from gongkai.web.ui import clock


@require_POST
def submit(request: HttpRequest, pk: int) -> HttpResponse:
    shown = draftable(request, pk)
    attempt(request, lambda: acts.submit(request.actor, report=shown), "已经送审。")
    return redirect("reporting:report", pk)


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    shown = draftable(request, pk)
    attempt(request, lambda: acts.recall(request.actor, report=shown), "已经撤回，可以继续修改。")
    return redirect("reporting:report", pk)


@require_POST
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign or return, in the role whose turn it is."""
    shown = readable(request, pk)
    review = review_queries.latest(f"{queries.SUBJECT}:{shown.pk}")
    acting = review_queries.turn(review, request.user, request.standing, clock.today())
    form = SignForm(request.POST, review=review, acting=acting)
    if acting is None:
        messages.error(request, "现在没有轮到您的岗位签署。")
    elif form.is_valid():
        typed = form.cleaned_data
        attempt(
            request,
            lambda: acts.sign(
                request.actor,
                report=shown,
                acting=acting,
                verdict=Verdict(typed["verdict"]),
                opinion=typed["opinion"],
                points=form.points(),
                on=clock.today(),
            ),
            "已经签署。",
        )
    else:
        messages.error(request, "退回时请写明理由，让经办人知道要改什么。")
    return redirect("reporting:report", pk)


@require_POST
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    shown = readable(request, pk)
    demand(permissions.may_publish, request.standing, shown.body)
    on = clock.today()
    attempt(request, lambda: acts.publish(request.actor, report=shown, on=on), "已经向社会公布。")
    return redirect("reporting:report", pk)


@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    shown = readable(request, pk)
    demand(permissions.may_correct, request.standing, shown.body)
    form = ReasonForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        attempt(
            request,
            lambda: acts.correct(request.actor, report=shown, reason=reason),
            "可以修改了；公众仍看到原来的版本，直到重新公布。",
        )
    else:
        messages.error(request, "请写明更正的理由。")
    return redirect("reporting:report", pk)
