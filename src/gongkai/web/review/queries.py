from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.permissions import Standing
from gongkai.web.agencies.queries import holders, standing_of
from gongkai.web.review import chain
from gongkai.web.review.chain import Step
from gongkai.web.review.models import Chain, Delegation, Review

USUAL = (
    Step("保密审查", (Role.CONFIDENTIALITY,)),
    Step("信息公开工作机构审核", (Role.OFFICE_HEAD,)),
    Step("分管领导审定", (Role.LEADER,)),
    Step("主要负责人签发", (Role.HEAD,), vacant="refuse"),
)
"""The order where a body has set none of its own."""


@dataclass(frozen=True)
class Acting:
    """A role somebody may sign in, and for whom where it is not their own."""

    role: str
    for_name: str = ""


def steps_of(body: Body, subject: str) -> tuple[Step, ...]:
    found = Chain.objects.filter(body=body, subject=subject, retired=None).first()
    return chain.from_json(found.steps) if found else USUAL


def needed(steps: tuple[Step, ...], kind: str) -> tuple[Step, ...]:
    """The steps with those marked as left out that the body does not ask of this kind."""
    return tuple(
        replace(step, skipped="按本单位规定，这类文件不经此环节") if kind in step.unless else step
        for step in steps
    )


def manned(body: Body, steps: tuple[Step, ...], on: date) -> tuple[Step, ...]:
    """The steps with those marked as left out whose roles nobody holds on that day."""
    told = []
    for step in steps:
        held = tuple(role for role in step.roles if holders(body, Role(role), on).exists())
        skipped = "" if held or step.vacant != "skip" else "岗位空缺"
        made = replace(step, roles=held or step.roles, skipped=step.skipped or skipped)
        told.append(made)
    return tuple(told)


def acting(person: Person, standing: Standing, body: Body, on: date) -> list[Acting]:
    """The roles a person may sign in for a body: their own, then those of people away."""
    own = [Acting(post.role) for post in standing.posts if post.body_id == body.pk]
    away = Delegation.objects.filter(to=person, body=body, since__lte=on, until__gte=on)
    for delegation in away.select_related("person"):
        theirs = standing_of(delegation.person, on)
        own += [
            Acting(post.role, delegation.person.name)
            for post in theirs.posts
            if post.body_id == body.pk
        ]
    return own


def standing_of_review(review: Review, digest: str) -> chain.Standing:
    marks = [
        chain.Mark(m.step, m.role, chain.Verdict(m.verdict), m.digest) for m in review.marks.all()
    ]
    if digest != review.digest:
        return chain.Standing(chain.Outcome.VOID)
    return chain.standing(chain.from_json(review.steps), marks, digest)


def latest(subject: str) -> Review | None:
    """The newest review of one paper."""
    found = Review.objects.filter(subject=subject).prefetch_related("marks")
    return found.order_by("-pk").first()


def waiting(person: Person, standing: Standing, on: date) -> list[Review]:
    """The open reviews that this person could sign now."""
    lent = Delegation.objects.filter(to=person, since__lte=on, until__gte=on)
    bodies = standing.body_ids | set(lent.values_list("body_id", flat=True))
    found = Review.objects.filter(body__in=bodies, outcome="open").select_related("body")
    return [
        review
        for review in found
        if {each.role for each in acting(person, standing, review.body, on)} & set(review.waits_for)
    ]


def left_out(body: Body, subject: str) -> dict[str, tuple[str, ...]]:
    """Role → kinds of the paper that need not go through it."""
    return {role: step.unless for step in steps_of(body, subject) for role in step.roles}


def arrangement(body: Body, subject: str) -> dict[str, int]:
    """The body's order as role → turn; roles of one turn sign together."""
    steps = steps_of(body, subject)
    return {role: turn for turn, step in enumerate(steps, 1) for role in step.roles}


def absences(person: Person, on: date) -> QuerySet[Delegation]:
    """Who signs for this person now or later."""
    found = person.delegations.filter(until__gte=on).select_related("to", "body")
    return found.order_by("since", "pk")


def of_body(body: Body) -> QuerySet[Review]:
    return Review.objects.filter(body=body).order_by("-opened")


def turn(review: Review | None, person: Person, standing: Standing, on: date) -> Acting | None:
    """The role in which this person may sign the review now, if there is one."""
    if review is None or review.outcome != chain.Outcome.OPEN:
        return None
    roles = acting(person, standing, review.body, on)
    return next((each for each in roles if each.role in review.waits_for), None)


def signed_steps(review: Review | None) -> list[tuple[dict, list]]:
    """Each step with the signatures given at it."""
    marks = list(review.marks.all()) if review else []
    steps = review.steps if review else []
    return [
        (step, [mark for mark in marks if mark.step == index]) for index, step in enumerate(steps)
    ]
