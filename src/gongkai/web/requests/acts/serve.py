"""A letter reaches the one it is for: the day of service, and the act that the letter is."""

from datetime import date

from django.db import transaction

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request import service as law
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.acts.went_out import signed_for, went_out
from gongkai.web.requests.letters.blanks import ACTS, KINDS_OF_ACTS
from gongkai.web.requests.letters.case import details_of
from gongkai.web.requests.models.letters import Letter, Service
from gongkai.web.requests.queries import possible, record_of
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.ui import clock

WAYS = {
    Service.Means.PORTAL: law.Delivery.ONLINE,
    Service.Means.EMAIL: law.Delivery.ONLINE,
    Service.Means.POST: law.Delivery.POST,
    Service.Means.IN_PERSON: law.Delivery.DIRECT,
    Service.Means.ENTRUSTED: law.Delivery.ENTRUSTED,
}


@transaction.atomic
def serve(by: Actor, letter: Letter, said: Service) -> Letter:
    """Note how a numbered letter went out; with the day of service its act is entered.

    By post that is the day of posting; else it waits for the signature or the arrival.
    """
    locked = Letter.objects.select_for_update().select_related("request__body").get(pk=letter.pk)
    if locked.state != Letter.State.SEALED:
        raise NotInOrderError("文书编号以后才能送达，已经送达的不再重复登记。")
    if said.handed_over < locked.issued:
        raise NotInOrderError("交付日期不能早于文书的成文日期。")
    said.letter, said.by_name, said.at = locked, by.name, clock.now()
    said.save()
    served = law.Service(
        delivery=WAYS[Service.Means(said.means)],
        handed_over_on=said.handed_over,
        reached_on=said.reached,
    )
    if served.date is not None:
        _served(by, locked, served.date, said.reached)
    title = f"{said.get_means_display()} {locked.number}"
    facts = {"letter": locked.pk, "handed_over": said.handed_over, "reached": said.reached}
    _record(by, locked, title, facts)
    return locked


def arrived(by: Actor, letter: Letter, *, on: date) -> Letter:
    """The signature came for a letter that was handed over before."""
    last = letter.services.last()
    if last is None:
        raise NotInOrderError("请先登记送达方式和交付日期。")
    again = Service(
        means=last.means, handed_over=last.handed_over, reached=on, tracking=last.tracking
    )
    return (
        _signed_later(by, letter, again) if awaits_signature(letter) else serve(by, letter, again)
    )


def awaits_signature(letter: Letter) -> bool:
    """Whether it was posted, which is its service, and nobody entered who signed for it when."""
    if letter.state != Letter.State.ISSUED:
        return False
    services = list(letter.services.all())
    posted = any(each.means == Service.Means.POST for each in services)
    return posted and not any(each.reached for each in services)


@transaction.atomic
def _signed_later(by: Actor, letter: Letter, said: Service) -> Letter:
    locked = Letter.objects.select_for_update().select_related("request__body").get(pk=letter.pk)
    if not awaits_signature(locked):
        raise NotInOrderError("这件文书的签收日期已经登记过。")
    if said.reached < said.handed_over:
        raise NotInOrderError("签收日期不能早于交邮日期。")
    said.letter, said.by_name, said.at = locked, by.name, clock.now()
    said.save()
    signed_for(by, locked, on=said.reached)
    facts = {"letter": locked.pk, "handed_over": said.handed_over, "reached": said.reached}
    _record(by, locked, f"签收 {locked.number}", facts)
    return locked


def _served(by: Actor, letter: Letter, on: date, reached: date | None) -> None:
    letter.state = Letter.State.ISSUED
    letter.save(update_fields=["state"])
    if went_out(by, letter, on=on, reached=reached):
        return
    entry = _entry(letter, on)
    if entry is not None:
        enter(by, letter.request, entry, note=letter.number)


def _entry(letter: Letter, on: date) -> LawEntry | None:
    """The act that the letter is; None where it is none or was entered before."""
    act = ACTS.get(letter.code) or KINDS_OF_ACTS.get(letter.code)
    if act is None:
        return _answer(letter, on)
    entry = LawEntry(act, on, details_of(letter.code, letter.details, on))
    known = [(old.act, old.details) for old in record_of(letter.request)]
    again = (entry.act, entry.details) in known or act not in possible(letter.request)
    return None if again else entry


def _answer(letter: Letter, on: date) -> LawEntry | None:
    if not letter.answer or letter.answer == AnswerKind.WITHDRAWN.name:
        return None
    withheld = tuple(Ground[name] for name in letter.withheld)
    answered = Answered(kind=AnswerKind[letter.answer], withheld=withheld)
    return LawEntry(Act.ANSWER, on, answered)


def _record(by: Actor, letter: Letter, title: str, facts: dict[str, object]) -> None:
    request = letter.request
    record(
        by,
        "requests.serve",
        subject=subject(request),
        title=f"{request.number} {title}",
        chain=request.body.code,
        facts=facts,
    )
