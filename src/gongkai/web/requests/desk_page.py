"""What the desk's page of a case shows beside the story that the applicant sees too."""

from django.http import HttpRequest

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding
from gongkai.checks.rule import Rule
from gongkai.law.request.lifecycle import Act
from gongkai.web.agencies.permissions import works_in
from gongkai.web.files.queries import of_subject
from gongkai.web.requests import breaches, permissions, queries
from gongkai.web.requests.letter_page import letters_for
from gongkai.web.requests.models import Request
from gongkai.web.requests.signs import signs
from gongkai.web.ui import clock
from gongkai.web.vault.masks import masked
from gongkai.web.vault.queries import open_all

PERSONAL = ("name", "identity_number", "credit_code", "phone", "email", "address")
WITH_A_PAGE = (Act.RECEIVE, Act.ANSWER)
"""Acts that are done on a page of their own, not with the plain form."""


def facts(request: HttpRequest, case: Request) -> dict[str, object]:
    """Who applied (masked), what may be done, what colleagues wrote."""
    kept = open_all(case.holder)
    found: dict[str, object] = {
        "person": {field: masked(field, kept[field]) for field in PERSONAL if field in kept},
        "may_reveal": permissions.may_reveal.test(request.standing, case.body),
        "may_assign": permissions.may_assign.test(request.standing, case.body),
        "files": of_subject(f"requests.request:{case.pk}"),
        "assisting": list(case.assisting.all()),
    }
    if permissions.may_handle.test(request.standing, case.body):
        found |= _to_do(case)
    if works_in.test(request.standing, case.body):
        found |= _between_colleagues(case, kept)
        found["signs"] = signs(case, kept.get("description", ""), clock.today())
        found["findings"] = [told(each) for each in breaches.of_case(case, clock.today())]
    return found


def told(finding: Finding) -> tuple[Finding, Rule]:
    """A finding with the rule it comes from."""
    return finding, RULES[finding.rule]


def _to_do(case: Request) -> dict[str, object]:
    possible = queries.possible(case)
    return {
        "writes": True,
        "possible": [act for act in possible if act not in WITH_A_PAGE],
        "confirmable": Act.RECEIVE in possible,
        "answerable": Act.ANSWER in possible,
        "drafts": letters_for(case),
    }


def _between_colleagues(case: Request, kept: dict[str, str]) -> dict[str, object]:
    return {
        "staff": True,
        "notes": [(each, kept.get(f"note:{each.pk}", "")) for each in case.notes.all()],
        "searches": [(each, kept.get(f"search:{each.pk}", "")) for each in case.searches.all()],
    }
