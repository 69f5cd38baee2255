"""Following an application without an account: where it stands, and what the applicant can do."""

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage
from gongkai.law.request.record import Entry
from gongkai.law.request.terms import running_terms
from gongkai.web.files.queries import content
from gongkai.web.requests import orders, queries
from gongkai.web.requests.acts.applicant import ASKED_FOR, NO_ANSWER, rate, supplement
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.uploads import keep_papers
from gongkai.web.requests.follow_forms import RatingForm, SupplementForm
from gongkai.web.requests.forms import FollowForm
from gongkai.web.requests.models.case import Rating, Request
from gongkai.web.requests.remedy_ways import ways_on
from gongkai.web.requests.shown import story
from gongkai.web.requests.views.papers import as_file, given
from gongkai.web.requests.views.tries import failed, resting
from gongkai.web.ui import clock
from gongkai.web.ui.receipts import gone_on_from

FOLLOWED, ROOT = "requests.followed", "requests.root"
"""In the session: what is looked at, and what the code was given for; parts hang on that."""


@login_not_required
@never_cache
@sensitive_post_parameters("code")
@gone_on_from("application")
def follow(request: HttpRequest) -> HttpResponse:
    """Ask with number and code where an application stands."""
    form = FollowForm(request.POST or None)
    if resting(request, "follow"):
        return render(request, "requests/rest.html", status=429)
    if request.method == "POST" and form.is_valid():
        found = queries.followed(**form.cleaned_data)
        if found is not None:
            begin(request, found)
            return redirect("requests:progress")
        failed(request, "follow")
        form.add_error(None, "编号或者查询码不对，请对照登记回执重新填写。")
    return render(request, "requests/follow.html", {"form": form})


def begin(request: HttpRequest, found: Request) -> None:
    """From now on this browser follows that application."""
    request.session[FOLLOWED] = request.session[ROOT] = found.pk


@login_not_required
@never_cache
def progress(request: HttpRequest) -> HttpResponse:
    """Where it stands, what happened, until when and why, the letters, what can be done."""
    case = followed(request)
    if case is None:
        return redirect("requests:follow")
    prefetch_related_objects([case], "entries")  # the story, the record and the ways read them
    today = clock.today()
    facts = story(case, today)
    record = queries.record_of(case)
    awaited = case.due if case.is_open else None
    facts |= {
        "asked_for": ASKED_FOR.get(Stage[case.stage], ("", ""))[1],
        "terms": {t.term.name: t for t in running_terms(record, default_calendar())},
        "supplement": SupplementForm(),
        **paying(case),
        "parts": parts_of(case),
        "whole": case.origin if request.session.get(ROOT) != case.pk else None,
        "ways": ways_on(case.body, record, due=awaited, today=today),
        "rating": None if _rated(case) else RatingForm(),
    }
    return render(request, "requests/progress.html", facts)


def paying(case: Request) -> dict[str, object]:
    """What is owed, and the order with which it can be paid on line."""
    fee = orders.open_fee(case)
    if fee is None:
        return {}
    order = orders.standing(fee)
    return {
        "fee": fee,
        "order": order,
        "picture": segno.make(order.address).svg_data_uri(scale=4) if order else "",
        "doubtful": orders.is_doubtful(fee),
        "online_payment": bool(orders.unit_of(case)),
    }


def parts_of(case: Request) -> list[Request]:
    """What became of it elsewhere: its parts, or the body it was forwarded to."""
    found = case.successors.select_related("body").exclude(forwarded_from__returned__isnull=False)
    return list(found.order_by("pk"))


def _rated(case: Request) -> bool:
    return case.answer in NO_ANSWER or Rating.objects.filter(request=case).exists()


@login_not_required
@never_cache
def given_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """A letter that went out, as a file, to the one who follows the application."""
    case = followed(request)
    if case is None:
        raise Http404
    return given(get_object_or_404(queries.letters_sent(case), pk=pk))


@login_not_required
@never_cache
def given_material(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper with parts blacked out that goes with the answer."""
    case = followed(request)
    found = next((m for m in queries.given(case) if m.pk == pk), None) if case else None
    if found is None:
        raise Http404
    return as_file(content(found.burnt), found.burnt.media, found.burnt.name)


@login_not_required
@require_POST
def look_at(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to a part, or back to the whole."""
    case, root = get_object_or_404(Request, pk=pk), request.session.get(ROOT)
    above = case
    while above is not None and above.pk != root:
        above = above.origin
    if above is None:
        raise Http404
    request.session[FOLLOWED] = case.pk
    return redirect("requests:progress")


@login_not_required
@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """The applicant takes the application back."""

    def act(case: Request) -> None:
        enter(request.actor, case, Entry(Act.WITHDRAW, clock.today()), note="申请人网上撤回")

    return _done(request, act, "申请已撤回。")


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Correct the application, or give the reasons that were asked for."""
    case = followed(request)
    form = SupplementForm(request.POST, request.FILES)
    if case is None or not form.is_valid():
        for sentence in form.errors.values():
            messages.error(request, sentence[0])
        return redirect("requests:progress")
    act = ASKED_FOR.get(Stage[case.stage], (Act.CORRECT, ""))[0]

    def entered(case: Request) -> None:
        supplement(request.actor, case, act, form.cleaned_data["text"], on=clock.today())
        keep_papers(request.actor, case, form.cleaned_data["files"])

    return _done(request, entered, "已经收到您补充的内容。")


@login_not_required
@sensitive_post_parameters()
@require_POST
def say(request: HttpRequest) -> HttpResponse:
    """Whether the answer served."""
    form = RatingForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请选择答复是否解决了您的问题。")
        return redirect("requests:progress")

    def rated(case: Request) -> None:
        rate(request.actor, case, **form.cleaned_data)

    return _done(request, rated, "谢谢您的评价。")


def followed(request: HttpRequest) -> Request | None:
    """The application this browser follows."""
    found = Request.objects.select_related("body", "holder", "origin")
    return found.filter(pk=request.session.get(FOLLOWED)).first()


def _done(request: HttpRequest, act, said: str) -> HttpResponse:
    case = followed(request)
    if case is None:
        return redirect("requests:follow")
    try:
        act(case)
    except NotProvidedFor as refusal:
        return render(request, "requests/refused.html", {"refusal": refusal}, status=409)
    messages.success(request, said)
    return redirect("requests:progress")
