"""Deciding step by step: the law's questions in their order, up to the answer they lead to."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.web.agencies.queries import bodies
from gongkai.web.requests import permissions
from gongkai.web.requests.guided import ending, walk
from gongkai.web.requests.hearing import addresses
from gongkai.web.requests.signs import signs
from gongkai.web.requests.views.found import case_for
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all

EVIDENCE = {
    "petition": "39(1)",
    "excessive": "35",
    "reasons_asked": "35",
    "repeated": "36(6)",
}
"""Question → article of the sign that speaks to it."""


def guide(request: HttpRequest, pk: int) -> HttpResponse:
    """One question after the other; the answers stand in the address, so that one can go back."""
    case = case_for(request, pk, permissions.may_handle)
    way, today = walk(request.GET.dict()), clock.today()
    facts: dict[str, object] = {"case": case, "way": way}
    if way.question:
        description = open_all(case.holder).get("description", "")
        facts["description"] = description
        article = EVIDENCE.get(way.question.key)
        found = signs(case, description, today) if article else []
        facts["signs"] = [sign for sign in found if sign.source.key.endswith(f":{article}")]
        if way.question.key == "held":
            facts["searches"] = case.searches.all()
    elif way.decision.kind:
        facts["end"] = ending(way.decision, addresses(case.body), today)
        facts["searches"] = case.searches.all()
        if way.decision.kind.name == "NOT_RESPONSIBLE":
            facts["others"] = bodies(today).exclude(pk=case.body_id)
    return render(request, "requests/guide.html", facts)
