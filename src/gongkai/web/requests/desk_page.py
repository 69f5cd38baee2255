"""What the desk's page of a case shows beside the story that the applicant sees too."""

from datetime import date

from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.urls import reverse

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding
from gongkai.checks.rule import Rule
from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.terms import TermKind, running_terms
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.permissions import works_in
from gongkai.web.files.queries import of_subject
from gongkai.web.requests import breaches, case_rows, forwarded, permissions, queries
from gongkai.web.requests.letter_page import letters_for
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.signs import signs
from gongkai.web.review.queries import acting
from gongkai.web.ui import clock, slots
from gongkai.web.vault.masks import masked
from gongkai.web.vault.queries import open_all

PERSONAL = ("name", "identity_number", "credit_code", "phone", "email", "address")
SHOWN = (
    "entries",
    "letters__services",
    "moved",
    "assisting",
    "notes",
    "searches",
    "consultations__holder__sealed",
    "extensions",
    "fees__orders",
    "forwardings__to",
    "forwardings__successor",
    "successors",
    "joint",
)
"""What belongs to a case, each read at once."""
PAGES = {
    Act.CONSULT_THIRD_PARTY: "requests:consult",
    Act.CONSULT_BODY: "requests:consult",
    Act.EXTEND: "requests:extend",
    Act.CHARGE_FEE: "requests:charge",
    Act.FORWARD: "requests:forward",
    Act.SPLIT: "requests:split",
}
"""Acts that begin on a page of their own."""
LAPSES = {
    TermKind.CORRECTION: AnswerKind.NOT_CORRECTED,
    TermKind.PAYMENT: AnswerKind.FEE_UNPAID,
}
"""What is awaited of the applicant → the decision when it did not come in time."""
ASKED = Act.CONSULT_THIRD_PARTY.name
ORDERS = (Act.REVIEW_ORDER, Act.COURT_ORDER)
"""Entered with the reconsideration or suit that ended so, which is linked from the page."""
OF_REGISTRARS = (Act.CHARGE_FEE, Act.FORWARD, Act.SPLIT)
"""Not for a section, which answers what it was given."""
NEVER_PLAIN = (Act.RECEIVE, Act.ANSWER)
"""Receipt follows from the channel, an answer from its signed letter."""
FROM_A_ROW = {
    Act.THIRD_PARTY_RECEIVES: "consultations",
    Act.THIRD_PARTY_REPLIES: "consultations",
    Act.THIRD_PARTY_SILENT: "consultations",
    Act.BODY_RECEIVES: "consultations",
    Act.BODY_REPLIES: "consultations",
    Act.BODY_SILENT: "consultations",
    Act.TELL_THIRD_PARTY: "consultations",
    Act.NOTICE_RECEIVED: "fees",
    Act.PAY: "fees",
    Act.LAPSE_UNPAID: "fees",
    Act.RETURN: "forwardings",
}
"""Acts that belong to a row on the page; with the plain form only where an old ledger has none."""


def facts(request: HttpRequest, case: Request) -> dict[str, object]:
    """Who applied (masked), what may be done, what colleagues wrote."""
    prefetch_related_objects([case], *SHOWN)
    kept = open_all(case.holder)
    found: dict[str, object] = {
        "person": {field: masked(field, kept[field]) for field in PERSONAL if field in kept},
        "may_reveal": permissions.may_reveal.test(request.standing, case.body),
        "may_assign": permissions.may_assign.test(request.standing, case.body),
        "files": of_subject(f"requests.request:{case.pk}"),
        "assisting": list(case.assisting.all()),
        "lists": permissions.may_work_on_requests.test(request.standing),
        "answer": AnswerKind[case.answer].value if case.answer else "",
    }
    if permissions.may_handle.test(request.standing, case.body):
        found |= _to_do(case, registers=permissions.may_register.test(request.standing, case.body))
        found["help"], found["agent"] = kept.get("help", ""), "agent" in kept
        found["said"] = [kept["description"]] if kept.get("description") else []
        found["said"] += [
            kept[name]
            for name in (f"supplement:{entry.pk}" for entry in case.entries.all())
            if kept.get(name)
        ]
    if works_in.test(request.standing, case.body):
        found |= _between_colleagues(request, case, kept)
        found["signs"] = signs(case, kept.get("description", ""), clock.today())
        found["findings"] = _findings(case)
    return found


def _findings(case: Request) -> list[tuple[Finding, Rule]]:
    missed = sum(not each.found for each in case.searches.all())
    return [told(each) for each in breaches.of_case(case, clock.today(), missed)]


def told(finding: Finding) -> tuple[Finding, Rule]:
    """A finding with the rule it comes from."""
    return finding, RULES[finding.rule]


def _to_do(case: Request, *, registers: bool) -> dict[str, object]:
    possible = queries.possible(case)
    return {
        "writes": True,
        "possible": _tiles(case, possible, registers),
        "confirmable": Act.RECEIVE in possible,
        "answerable": Act.ANSWER in possible,
        "drafts": letters_for(case),
        **_of_the_applicant(case, clock.today()),
    }


def _of_the_applicant(case: Request, today: date) -> dict[str, object]:
    """The period that runs for the applicant, or was let pass, with what ends the case then."""
    terms = running_terms(queries.record_of(case), default_calendar())
    found = next((each for each in terms if each.term in LAPSES), None)
    if found is None or found.date >= today:
        return {"awaited": found}
    return {"lapsed": (found, LAPSES[found.term])}


def _tiles(case: Request, possible: tuple[Act, ...], registers: bool) -> list[tuple[str, str]]:
    """What may be entered now by this reader, each with the address where."""
    found = {}
    done = {entry.act for entry in case.entries.all()}
    for act in possible:
        if act in ORDERS or (act is Act.TELL_THIRD_PARTY and ASKED not in done):
            continue
        if act in OF_REGISTRARS and not registers:
            continue
        if act in PAGES:
            found[reverse(PAGES[act], args=[case.pk])] = act.value
        elif plain(case, act):
            found[reverse("requests:act", args=[case.pk, act.name])] = act.value
    consult = reverse("requests:consult", args=[case.pk])
    if consult in found:
        found[consult] = "征求意见"
    if registers and case.stage in queries.OPEN and case.joined_id is None:
        found[reverse("requests:join", args=[case.pk])] = "合并办理"
    return [(label, address) for address, label in found.items()]


def plain(case: Request, act: Act) -> bool:
    """Whether the act is entered with the plain form."""
    if act in NEVER_PLAIN or act in PAGES:
        return False
    return act not in FROM_A_ROW or not getattr(case, FROM_A_ROW[act]).exists()


def _between_colleagues(
    request: HttpRequest, case: Request, kept: dict[str, str]
) -> dict[str, object]:
    return {
        "staff": True,
        **case_rows.rows_of(case),
        "may_decide": _may_decide(request, case),
        **_against(request, case),
        "came_by": forwarded.of_case(case.pk),
        "parts": [each for each in case.successors.all() if each.body_id == case.body_id],
        "joint": case.joint.all(),
        "may_sign_for": permissions.may_register.test(request.standing, case.body),
        "today": clock.today(),
        "notes": [(each, kept.get(f"note:{each.pk}", "")) for each in case.notes.all()],
        "searches": [(each, kept.get(f"search:{each.pk}", "")) for each in case.searches.all()],
    }


def _may_decide(request: HttpRequest, case: Request) -> bool:
    """Whether this is the head of the disclosure office, or stands in, and something waits."""
    if all(each.approved is not None for each in case.extensions.all()):
        return False
    found = acting(request.user, request.standing, case.body, clock.today())
    return Role.OFFICE_HEAD in {each.role for each in found}


def _against(request: HttpRequest, case: Request) -> dict[str, object]:
    """Reconsiderations and suits, which another app keeps, and where one is registered."""
    found = [each for listed in slots.beside_case for each in listed(request, case)]
    late = bool(case.due and case.due < clock.today() and case.stage in queries.OPEN)
    offers = [offered(request, case) for offered in slots.against_case]
    return {"beside": found, "may_attack": "".join(offers) if case.answer or late else ""}
