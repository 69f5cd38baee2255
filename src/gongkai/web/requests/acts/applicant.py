"""What the applicant does after applying: correct, give reasons, say whether the answer served."""

from datetime import date

from django.db import transaction

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.models.case import Entry, Rating, Request
from gongkai.web.ui import clock
from gongkai.web.vault.acts import amend

ASKED_FOR = {
    Stage.AWAITING_CORRECTION: (Act.CORRECT, "提交补正"),
    Stage.AWAITING_REASONS: (Act.GIVE_REASONS, "说明理由"),
}
"""What the applicant owes at a stage, and how the page calls it."""
NO_ANSWER = ("", AnswerKind.WITHDRAWN.name)
"""What stands for the answer where the body gave none."""


@transaction.atomic
def supplement(
    by: Actor, request: Request, act: Act, text: str, *, on: date, note: str = "申请人网上提交"
) -> Entry:
    """Correct the application, or give the reasons asked for; the words lie in the vault."""
    if act not in (Act.CORRECT, Act.GIVE_REASONS):
        raise NotProvidedFor("现在没有需要您补充的内容")
    entry = enter(by, request, LawEntry(act, on), note=note)
    amend(request.holder, {f"supplement:{entry.pk}": text})
    return entry


@transaction.atomic
def rate(by: Actor, request: Request, *, served: bool, words: str) -> Rating:
    """Whether the answer served; said once."""
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    if locked.answer in NO_ANSWER:
        raise NotProvidedFor("答复以后才能评价")
    if Rating.objects.filter(request=locked).exists():
        raise NotProvidedFor("您已经评价过")
    made = Rating.objects.create(request=locked, served=served, at=clock.now())
    amend(request.holder, {f"rating:{locked.pk}": words})
    record(
        by,
        "requests.rate",
        subject=subject(locked),
        title=f"{locked.number} 申请人评价",
        chain=locked.body.code,
        facts={"served": served},
    )
    return made
