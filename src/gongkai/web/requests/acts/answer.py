"""From a drafted answer to one that was signed, numbered and sent."""

from datetime import date

from django.db import transaction

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import outcome
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.numbers import next_number
from gongkai.web.requests.models import Letter, Request
from gongkai.web.requests.queries import letter_text
from gongkai.web.review.acts import NotInOrderError, open_review
from gongkai.web.review.chain import Outcome, digest_of
from gongkai.web.review.queries import latest
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend

LETTER = "requests.letter"


@transaction.atomic
def draft(
    by: Actor, request: Request, *, kind: AnswerKind, withheld: tuple[Ground, ...], text: str
) -> Letter:
    """Write the answer, or write it anew; what was signed before is void with that."""
    letter = request.letters.filter(state__in=[Letter.State.DRAFT, Letter.State.REVIEW]).last()
    if letter is None:
        letter = Letter(request=request, made=clock.now())
    letter.code = outcome(kind).letter.code
    letter.state, letter.answer = Letter.State.DRAFT, kind.name
    letter.withheld = [ground.name for ground in withheld]
    letter.save()
    amend(request.holder, {_field(letter): text})
    _record(by, letter, "draft", f"起草{outcome(kind).letter.zh}")
    return letter


@transaction.atomic
def send_for_review(by: Actor, letter: Letter, *, address: str) -> None:
    """Give the draft to those who sign."""
    letter.state = Letter.State.REVIEW
    letter.save(update_fields=["state"])
    open_review(
        by,
        body=letter.request.body,
        subject=f"{LETTER}:{letter.pk}",
        title=f"{letter.request.number} {_name(letter)}",
        address=address,
        digest=digest(letter),
        due=letter.request.due,
    )


@transaction.atomic
def issue(by: Actor, letter: Letter, *, on: date) -> Letter:
    """Number the signed letter and answer with it; NotInOrderError unless all have signed it."""
    locked = Letter.objects.select_for_update().select_related("request__body").get(pk=letter.pk)
    review = latest(f"{LETTER}:{locked.pk}")
    if review is None or review.outcome != Outcome.DONE or review.digest != digest(locked):
        raise NotInOrderError("答复还没有签发，或者签发后有改动，不能发出。")
    body = locked.request.body
    serial = next_number(body, "letter", on.year)
    locked.number = f"{body.short_name}公复〔{on.year}〕{serial}号"
    locked.state, locked.issued = Letter.State.ISSUED, on
    locked.save(update_fields=["number", "state", "issued"])
    answered = Answered(
        kind=AnswerKind[locked.answer], withheld=tuple(Ground[name] for name in locked.withheld)
    )
    enter(by, locked.request, LawEntry(Act.ANSWER, on, answered), note=locked.number)
    _record(by, locked, "issue", f"发出 {locked.number}")
    return locked


def digest(letter: Letter) -> str:
    """The hash of what is signed: the kind of answer, its grounds, its text."""
    return digest_of([letter.answer, letter.withheld, letter_text(letter)])


def _field(letter: Letter) -> str:
    return f"letter:{letter.pk}"


def _name(letter: Letter) -> str:
    return outcome(AnswerKind[letter.answer]).letter.zh


def _record(by: Actor, letter: Letter, verb: str, title: str) -> None:
    request = letter.request
    facts = {"letter": letter.pk, "code": letter.code, "answer": letter.answer}
    record(
        by,
        f"requests.{verb}",
        subject=subject(request),
        title=f"{request.number} {title}",
        chain=request.body.code,
        facts=facts,
    )
