"""A letter from its first words to its number: write, sign, seal."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import NOT_TO_THE_APPLICANT
from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.law.outcome.table import outcome
from gongkai.law.request.exchange import entry_as_data
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.law.request.record import Entry
from gongkai.web.requests import letter_page, permissions, queries
from gongkai.web.requests.acts import answer as acts
from gongkai.web.requests.acts.answer import Drafted
from gongkai.web.requests.forms import KindForm
from gongkai.web.requests.letter_forms import FactsForm, LetterForm
from gongkai.web.requests.letters.blanks import ACTS, Said
from gongkai.web.requests.letters.case import (
    case_of,
    details_of,
    online,
    template_of,
    wording_of,
)
from gongkai.web.requests.letters.rows import ON_ROWS, begun
from gongkai.web.requests.letters.words import wording
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter
from gongkai.web.requests.views.found import case_for, letter_for
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.review.chain import Verdict
from gongkai.web.review.forms import SignForm
from gongkai.web.review.queries import latest, turn
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

LETTER = Page("requests:letter", (NotInOrderError, NotProvidedFor))


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the kind of answer; the law gives the provisions, the letter, the remedy."""
    case = case_for(request, pk, permissions.may_handle)
    form = KindForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        code = outcome(form.answer).letter.code
        said = Said(
            code=code,
            on=clock.today(),
            kind=form.answer,
            withheld=form.grounds,
            online=online(case),
        )
        pending = case.letters.filter(state__in=acts.OPEN, code__startswith="D").last()
        return redirect("requests:letter", pk=_write(request, case, said, pending).pk)
    return render(request, "requests/answer.html", {"form": form, "case": case})


def new(request: HttpRequest, pk: int, letter: str) -> HttpResponse:
    """Draft a letter on the way, or the one that ends a withdrawn application."""
    case = case_for(request, pk, permissions.may_handle)
    if letter not in letter_page.CODES:
        raise Http404
    if letter in ON_ROWS:
        return _on_a_row(request, case, letter)
    kind = AnswerKind.WITHDRAWN if letter == "D18" else None
    said = Said(code=letter, on=clock.today(), kind=kind, online=online(case))
    initial = letter_page.known_facts(case, letter)
    form = FactsForm(letter, request.POST or None, initial=initial, today=clock.today())
    if not form.fields and request.method == "POST":
        return redirect("requests:letter", pk=_write(request, case, said).pk)
    if request.method == "POST" and form.is_valid():
        details = details_of(letter, form.details, clock.today())
        made = _write(request, case, replace(said, details=details), details=form.details)
        return redirect("requests:letter", pk=made.pk)
    facts = {"form": form, "case": case, "kind": kind_of_letter(letter)}
    return render(request, "requests/new_letter.html", facts)


def _on_a_row(request: HttpRequest, case: Request, code: str) -> HttpResponse:
    """Begin the letter with what its row says; nothing is left to ask for."""
    row = request.POST.get("row", "")
    found = begun(case, code, int(row)) if row.isdecimal() else None
    if found is None:
        messages.error(request, "这种文书从案卷里延期、征求意见、收费或者转办的条目起草。")
        return redirect("requests:case", pk=case.pk)
    said = Said(code=code, on=clock.today(), details=found.details, online=online(case))
    said = replace(said, addressee=found.addressee, more=found.blanks)
    kept = entry_as_data(Entry(ACTS[code], said.on, found.details))["details"]
    return redirect("requests:letter", pk=_write(request, case, said, details=kept).pk)


def _write(
    request: HttpRequest,
    case: Request,
    said: Said,
    letter: Letter | None = None,
    details: dict[str, object] | None = None,
) -> Letter:
    words = wording(case_of(case), said, wording_of(case.body, said.code))
    drafted = Drafted(
        code=said.code,
        title=words.title,
        text=words.text,
        kind=said.kind,
        withheld=said.withheld,
        details=details or {},
        addressee=said.addressee,
        template=template_of(case.body, said.code),
    )
    return acts.write(request.actor, case, drafted, letter)


def letter(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, sign or send one letter, whichever is next."""
    shown = letter_for(request, pk, permissions.may_see)
    sending = request.POST.get("then") != "save"
    form = LetterForm(
        request.POST or None,
        initial={"text": queries.letter_text(shown), "title": shown.title},
        sending=sending,
    )
    writes = permissions.may_handle.test(request.standing, shown.request.body)
    may_change = writes and shown.state == Letter.State.DRAFT and not shown.edited
    if request.method == "POST" and may_change and form.is_valid():
        given = form.cleaned_data
        acts.change_text(
            request.actor, shown, title=given["title"] or shown.title, text=given["text"]
        )
        return send(request, pk) if sending else redirect("requests:letter", pk=pk)
    facts = letter_page.facts(request, shown)
    return render(request, "requests/letter.html", {**facts, "form": form})


@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the letter to those who sign."""
    letter = letter_for(request, pk, permissions.may_handle)
    address = reverse("requests:letter", args=[pk])
    return LETTER.done(
        request,
        pk,
        lambda: acts.send_for_review(request.actor, letter, address=address),
        "已送审，签发后即可编号。",
    )


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign or return."""
    letter = letter_for(request, pk, permissions.may_see)
    review = latest(queries.subject_of_letter(letter))
    mine = turn(review, request.user, request.standing, clock.today())
    form = SignForm(request.POST, review=review, acting=mine)
    if review is None or mine is None or not form.is_valid():
        return LETTER.refused(request, pk, "现在还没有轮到您签署，或者退回时没有写明理由。")
    verdict = Verdict(form.cleaned_data["verdict"])
    return LETTER.done(
        request,
        pk,
        lambda: acts.sign_letter(
            request.actor,
            letter,
            review=review,
            acting=mine,
            verdict=verdict,
            opinion=form.cleaned_data["opinion"],
            points=form.points(),
        ),
    )


@require_POST
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Number it; where the applicant reads on line, answer with it at once unless a seal waits."""
    letter = letter_for(request, pk, permissions.may_handle)
    wait = request.POST.get("then") == "wait" or letter.code in NOT_TO_THE_APPLICANT
    act, on = acts.seal if wait else acts.issue, clock.today()
    return LETTER.done(request, pk, lambda: act(request.actor, letter, on=on))
