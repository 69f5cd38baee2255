"""The case an address names, for those who may have it."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from rules import Predicate

from gongkai.web.agencies.permissions import demand
from gongkai.web.requests.models import Letter, Request


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
