"""The case an address names, for those who may have it; doing something to it."""

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from rules import Predicate

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter


def case_for(request: HttpRequest, pk: int, allowed: Predicate) -> Request:
    """The case, or 404, or 403."""
    found = get_object_or_404(
        Request.objects.select_related("body", "holder", "section", "lead", "origin", "joined"),
        pk=pk,
    )
    demand(allowed, request.standing, found.body)
    return found


def letter_for(request: HttpRequest, pk: int, allowed: Predicate) -> Letter:
    """The letter, or 404, or 403."""
    wanted = ("request__body", "request__holder", "edited", "template__upload")
    found = get_object_or_404(Letter.objects.select_related(*wanted), pk=pk)
    demand(allowed, request.standing, found.request.body)
    return found


def done(request: HttpRequest, act: Callable[[], object], said: str, form: Form | None) -> bool:
    """Do it and say so; what the law has no place for is said in the form, or as a message."""
    try:
        act()
    except NotProvidedFor as refusal:
        if form is None:
            messages.error(request, f"{refusal}。")
        else:
            form.add_error(None, f"{refusal}。")
        return False
    messages.success(request, said)
    return True


def form_page(request: HttpRequest, case: Request, form: Form, **words: object) -> HttpResponse:
    """A form about a case. `title`, `button`, `lead` and `warning` are its words."""
    return render(request, "requests/case_form.html", {"case": case, "form": form, **words})
