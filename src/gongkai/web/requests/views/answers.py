"""Answering: the kind, the words, the signatures, the sending."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.paragraph import Addresses
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import permissions, queries
from gongkai.web.requests.acts import answer as acts
from gongkai.web.requests.forms import KindForm, LetterForm
from gongkai.web.requests.letters import Case, wording
from gongkai.web.requests.models import Letter, Request
from gongkai.web.review.acts import NotInOrderError, sign
from gongkai.web.review.chain import Verdict
from gongkai.web.review.forms import SignForm
from gongkai.web.review.queries import acting, latest
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the kind of answer; the law gives the provisions, the letter, the remedy."""
    case = get_object_or_404(Request.objects.select_related("body", "holder"), pk=pk)
    demand(permissions.may_handle, request.standing, case.body)
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        text = wording(_facts(case), form.answer, form.grounds, _where(case), on=clock.today())
        made = acts.draft(request.actor, case, kind=form.answer, withheld=form.grounds, text=text)
        return redirect("requests:letter", pk=made.pk)
    return render(request, "requests/answer.html", {"form": form, "case": case})


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, sign or send one letter, whichever is next."""
    shown = _letter(pk)
    demand(permissions.may_see, request.standing, shown.request.body)
    form = LetterForm(request.POST or None, initial={"text": queries.letter_text(shown)})
    writes = permissions.may_handle.test(request.standing, shown.request.body)
    if request.method == "POST" and writes and form.is_valid():
        acts.draft(
            request.actor,
            shown.request,
            kind=AnswerKind[shown.answer],
            withheld=tuple(Ground[name] for name in shown.withheld),
            text=form.cleaned_data["text"],
        )
        return _send_for_review(request, shown)
    return render(request, "requests/letter.html", {**_standing(request, shown), "form": form})


def _send_for_review(request: HttpRequest, letter: Letter) -> HttpResponse:
    address = reverse("requests:letter", args=[letter.pk])
    try:
        acts.send_for_review(request.actor, _letter(letter.pk), address=address)
    except NotInOrderError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "已送审，签发后即可发出。")
    return redirect(address)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign or return."""
    letter = _letter(pk)
    demand(permissions.may_see, request.standing, letter.request.body)
    review, form = latest(f"{acts.LETTER}:{pk}"), SignForm(request.POST)
    mine = _mine(request, letter, review)
    if review is None or not mine or not form.is_valid():
        messages.error(request, "现在还没有轮到您签署，或者退回时没有写明理由。")
        return redirect("requests:letter", pk=pk)
    verdict = Verdict(form.cleaned_data["verdict"])
    try:
        sign(
            request.actor,
            review=review,
            acting=mine[0],
            verdict=verdict,
            opinion=form.cleaned_data["opinion"],
            digest=acts.digest(letter),
        )
    except NotInOrderError as refusal:
        messages.error(request, str(refusal))
    return redirect("requests:letter", pk=pk)


@require_POST
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Number it and answer with it."""
    letter = _letter(pk)
    demand(permissions.may_handle, request.standing, letter.request.body)
    try:
        acts.issue(request.actor, letter, on=clock.today())
    except (NotInOrderError, NotProvidedFor) as refusal:
        messages.error(request, f"{refusal}")
    return redirect("requests:letter", pk=pk)


def _letter(pk: int) -> Letter:
    found = Letter.objects.select_related("request__body", "request__holder")
    return get_object_or_404(found, pk=pk)


def _mine(request: HttpRequest, letter: Letter, review) -> list:
    """The roles in which this person may sign now."""
    if review is None:
        return []
    own = acting(request.user, request.standing, letter.request.body, clock.today())
    return [each for each in own if each.role in review.waits_for]


def _standing(request: HttpRequest, letter: Letter) -> dict[str, object]:
    review = latest(f"{acts.LETTER}:{letter.pk}")
    marks = list(review.marks.all()) if review else []
    rows = [
        (step, [mark for mark in marks if mark.step == index])
        for index, step in enumerate(review.steps if review else [])
    ]
    return {
        "letter": letter,
        "case": letter.request,
        "kind": AnswerKind[letter.answer],
        "text": queries.letter_text(letter),
        "review": review,
        "rows": rows,
        "sign_form": SignForm() if _mine(request, letter, review) else None,
        "writes": permissions.may_handle.test(request.standing, letter.request.body),
        "signed": bool(review and review.outcome == "done" and letter.state == "review"),
    }


def _facts(case: Request) -> Case:
    return Case(
        applicant=open_all(case.holder).get("name", ""),
        topic=case.topic,
        received=case.received,
        channel=case.channel,
        body=case.body.name,
    )


def _where(case: Request) -> Addresses:
    """Where this body's answers are reviewed; brackets where the body has not said."""
    parent = case.body.parent
    above = parent.name if parent else "【行政复议机关】"
    return Addresses(authorities=(above,), court="【有管辖权的人民法院】")
