"""What the page of a letter shows, and which letters a case can have now."""

from django.http import HttpRequest

from gongkai.checks.catalogue import RULES
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.letters import LETTERS, NOT_TO_THE_APPLICANT
from gongkai.law.outcome.letters import Letter as KindOfLetter
from gongkai.law.outcome.letters import letter as kind_of_letter
from gongkai.law.request.lifecycle import Act, Stage
from gongkai.law.request.record import Entry
from gongkai.web.requests import permissions, queries
from gongkai.web.requests.acts.serve import awaits_signature
from gongkai.web.requests.letter_forms import ScanForm, ServeForm, WordForm
from gongkai.web.requests.letters.blanks import ACTS
from gongkai.web.requests.letters.file import UNNUMBERED, faults_of
from gongkai.web.requests.letters.rows import ON_ROWS
from gongkai.web.requests.models.case import Delivery, Request
from gongkai.web.requests.models.letters import Letter, Service
from gongkai.web.review.forms import SignForm
from gongkai.web.review.queries import latest, signed_steps, turn
from gongkai.web.ui import clock

CODES = {each.code: each for each in LETTERS if each.code[0] == "L" and each.code != "L7"} | {
    "D18": kind_of_letter("D18")
}
"""Letters that are drafted for a case; L7 is part of L5, decisions follow a choice."""
MEANS = {
    Delivery.ONLINE: Service.Means.PORTAL,
    Delivery.EMAIL: Service.Means.EMAIL,
    Delivery.POST: Service.Means.POST,
    Delivery.COLLECT: Service.Means.IN_PERSON,
}


def letters_for(case: Request) -> list:
    """The letters that fit the case as it stands: their act is possible, or was entered."""
    possible = set(queries.possible(case))
    done = {entry.act for entry in queries.record_of(case)}
    found = []
    for code, each in CODES.items():
        act = ACTS.get(code)
        if code in ON_ROWS:
            continue
        if code == "L1":
            fits = Act.RECEIVE in done
        elif code == "L6":
            fits = case.consultations.exists()
        elif code == "D18":
            fits = case.stage == Stage.WITHDRAWN.name
        else:
            fits = act in possible or act in done
        if fits:
            found.append(each)
    return found


def letter_of(act: Act) -> KindOfLetter | None:
    """The letter with which an act is told, where it is drafted from the page of the case."""
    found = (code for code, each in ACTS.items() if each is act and code not in ON_ROWS)
    return CODES.get(next(found, ""))


def known_facts(case: Request, code: str) -> dict[str, object]:
    """What the record already says of the act that the letter is."""
    act = ACTS.get(code)
    entries: list[Entry] = [each for each in queries.record_of(case) if each.act is act]
    return dict(vars(entries[-1].details)) if entries and entries[-1].details else {}


def facts(request: HttpRequest, letter: Letter) -> dict[str, object]:
    """Everything the page shows."""
    today = clock.today()
    review = latest(queries.subject_of_letter(letter))
    standing, case = request.standing, letter.request
    mine = turn(review, request.user, standing, today)
    open_still = letter.state in (Letter.State.DRAFT, Letter.State.REVIEW)
    signed = review is not None and review.outcome == "done"
    means = usual_means(letter)
    return {
        "letter": letter,
        "case": case,
        "lists": permissions.may_work_on_requests.test(standing),
        "kind": kind_of_letter(letter.code),
        "answer": AnswerKind[letter.answer].value if letter.answer else "",
        "text": queries.letter_text(letter),
        "faults": _faults(letter) if open_still else [],
        "papers": list(letter.papers.select_related("upload")),
        "services": list(letter.services.all()),
        "awaits_signature": awaits_signature(letter),
        "review": review,
        "rows": signed_steps(review),
        "sign_form": SignForm(review=review, acting=mine) if mine else None,
        "writes": permissions.may_handle.test(standing, case.body),
        "unnumbered": letter.code in UNNUMBERED,
        "signed": letter.state == Letter.State.REVIEW and signed,
        "online": means == Service.Means.PORTAL,
        "word_form": WordForm(),
        "scan_form": ScanForm(),
        "serve_form": ServeForm(
            initial={"means": means, "handed_over": today},
            today=today,
            to_others=letter.code in NOT_TO_THE_APPLICANT,
        ),
    }


def usual_means(letter: Letter) -> Service.Means:
    """As the applicant wanted it; to others the post, for this site shows them nothing."""
    if letter.code in NOT_TO_THE_APPLICANT:
        return Service.Means.POST
    return MEANS[Delivery(letter.request.delivery)]


def _faults(letter: Letter) -> list[dict[str, object]]:
    """What the rules find, each with what to do about it."""
    return [
        {"found": found, "rule": RULES[found.rule], "level": found.severity.zh}
        for found in faults_of(letter, clock.today())
    ]
