"""Consultations and surveys: where each stands, what was said, what was made of it."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from django.db.models import Count, Q, QuerySet

from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.dialogue import Consultation, Opinion
from gongkai.web.vault.queries import open_all


class Stage(Enum):
    """Where a consultation stands on a day."""

    PLANNED = "起草"
    COMING = "即将开始"
    OPEN = "征集中"
    CLOSED = "已截止，待公布结果"
    TOLD = "已公布结果"


@dataclass(frozen=True)
class Adopted:
    """One gist among the results: how many said so, what was made of it and why."""

    gist: str
    verdict: str
    why: str
    count: int


@dataclass(frozen=True)
class Answered:
    """How often each choice of a question was taken."""

    text: str
    choices: list[tuple[str, int]]


def subject_of(consultation: Consultation) -> str:
    return f"publishing.consultation:{consultation.pk}"


def stage_of(consultation: Consultation, on: date) -> Stage:
    if consultation.published is None:
        return Stage.PLANNED
    if consultation.result_on is not None:
        return Stage.TOLD
    if on < consultation.since:
        return Stage.COMING
    return Stage.OPEN if on <= consultation.until else Stage.CLOSED


def shortest(since: date) -> date:
    """The first day on which the draft of a major decision may close without a reason."""
    return since + timedelta(days=parameter("publication.comment_days").on(since) - 1)


def too_short(consultation: Consultation) -> bool:
    return consultation.major and consultation.until < shortest(consultation.since)


def of_body(body: Body) -> QuerySet[Consultation]:
    unjudged = Count("opinions", filter=Q(opinions__verdict=""))
    found = Consultation.objects.filter(body=body).select_related("body", "item__body")
    found = found.annotate(received=Count("opinions"), unjudged=unjudged)
    return found.order_by("-since", "-pk")


def before_public(body: Body) -> QuerySet[Consultation]:
    return of_body(body).exclude(published=None)


def digest_of(text: str, answers: Mapping[str, object]) -> str:
    """The same for what says the same."""
    said = " ".join(text.split()) + repr(sorted(answers.items()))
    return hashlib.sha256(said.encode()).hexdigest()


def words_of(opinion: Opinion) -> dict[str, str]:
    """What was said and, if it was told, by whom; nothing once purged. For the desk."""
    return open_all(opinion.holder)


def adopted(consultation: Consultation) -> list[Adopted]:
    """The results of opinions, the same ones together, in the order in which they came."""
    judged = consultation.opinions.exclude(verdict="").order_by("pk")
    counted = Counter((each.gist, each.get_verdict_display(), each.why) for each in judged)
    return [Adopted(*key, count) for key, count in counted.items()]


def answered(consultation: Consultation) -> list[Answered]:
    """The figures of a survey, question by question."""
    given = list(consultation.opinions.values_list("answers", flat=True))
    return [
        Answered(
            question["text"],
            [
                (choice, sum(choice in each.get(question["key"], ()) for each in given))
                for choice in question["choices"]
            ],
        )
        for question in consultation.questions
        if question["type"] != "text"
    ]
