"""Questions to a body: asked, answered, shown. Proposals: entered, answered, published."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.acts.entering import touch
from gongkai.web.publishing.models.dialogue import Proposal, Question
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.private_words import refuse_private
from gongkai.web.publishing.queries.questions import (
    digest_of_code,
    due_from,
    next_number,
    subject_of,
)
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep

KEPT = timedelta(days=730)
"""How long the asker's own words and identity are kept."""
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE_LENGTH = 8
ASKED = "有人提问"
"""What stands for the title until somebody has read and answered it."""


@dataclass(frozen=True)
class Asked:
    """The new question and the code with which it is followed; the code is shown once."""

    question: Question
    code: str


@transaction.atomic
def ask(
    by: Actor, *, body: Body, title: str, text: str, person: Mapping[str, str], public: bool
) -> Asked:
    """Take a question in: its words and who asked go to the vault."""
    locked = Body.objects.select_for_update().get(pk=body.pk)
    today = clock.today()
    number = next_number(locked, today.year)
    code = "".join(secrets.choice(LETTERS) for _each in range(CODE_LENGTH))
    question = Question.objects.create(
        body=body,
        number=number,
        code=digest_of_code(number, code),
        holder=keep({**person, "title": title, "text": text}, purge_on=today + KEPT),
        asked=clock.now(),
        due=due_from(today),
        wants_public=public,
        title=ASKED,
    )
    _trail(by, question, "ask", f"收到提问 {number}")
    return Asked(question, code)


@transaction.atomic
def answer(
    by: Actor, *, question: Question, title: str, text: str, answer: str, public: bool
) -> None:
    """Answer a question; `title` and `text` are what the public may read of it."""
    if public and not question.wants_public:
        raise NotProvidedForError("提问人不同意公开，只能答复本人。")
    if public:
        refuse_private(title, text, answer)
    question.title, question.text, question.answer = title, text, answer
    question.public, question.by = public, by.name
    question.answered_on = question.answered_on or clock.today()
    question.save()
    _trail(by, question, "answer", f"答复提问 {question.number}")


@transaction.atomic
def enter_proposal(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Proposal:
    made = Proposal.objects.create(body=body, **facts)
    _trail_proposal(by, made, "enter_proposal", f"登记：{made.title}")
    return made


@transaction.atomic
def reply(by: Actor, *, proposal: Proposal, on: date) -> None:
    if on < proposal.received_on:
        raise NotProvidedForError("答复日期不能早于交办日期。")
    proposal.replied_on = on
    proposal.save(update_fields=["replied_on"])
    _trail_proposal(by, proposal, "reply_proposal", f"答复：{proposal.title}")


@transaction.atomic
def publish_reply(by: Actor, *, proposal: Proposal, item: Item | None, kept_back: str) -> None:
    """Tell as which item the reply is published, or why it is not."""
    if proposal.replied_on is None:
        raise NotProvidedForError("请先登记答复日期。")
    if (item is None) == (not kept_back):
        raise NotProvidedForError("请选择公开的答复，或者写明不公开的理由，二者填一项。")
    for page in {each for each in (proposal.item, item) if each}:
        touch(page)
    proposal.item, proposal.kept_back = item, kept_back
    proposal.save(update_fields=["item", "kept_back"])
    _trail_proposal(by, proposal, "publish_reply", f"答复公开情况：{proposal.title}")


def _trail(by: Actor, question: Question, verb: str, title: str) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=subject_of(question),
        title=title,
        chain=question.body.code,
    )


def _trail_proposal(by: Actor, proposal: Proposal, verb: str, title: str) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=f"publishing.proposal:{proposal.pk}",
        title=title,
        chain=proposal.body.code,
    )
