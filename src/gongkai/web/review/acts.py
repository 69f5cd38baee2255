from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta

from django.db import transaction

from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.review import chain
from gongkai.web.review.chain import Outcome, Point, Secrecy, Step, Verdict
from gongkai.web.review.models import Chain, Delegation, Mark, Review
from gongkai.web.review.models import Point as Written
from gongkai.web.review.queries import Acting, manned, needed, standing_of_review, steps_of
from gongkai.web.ui import clock


class NotInOrderError(Exception):
    """A signature that the chain does not provide for now; the message is for the signer."""


@transaction.atomic
def set_chain(by: Actor, *, body: Body, subject: str, steps: tuple[Step, ...]) -> Chain:
    """Give a body its own order for a kind of paper; reviews under way keep theirs."""
    now = clock.now()
    Chain.objects.filter(body=body, subject=subject, retired=None).update(retired=now)
    made = Chain.objects.create(body=body, subject=subject, steps=chain.to_json(steps), since=now)
    _record(by, "set_chain", body, f"review.chain:{made.pk}", "设定审签顺序", steps=made.steps)
    return made


def arrange(
    by: Actor,
    *,
    body: Body,
    subject: str,
    turns: dict[str, int],
    unless: Mapping[str, Sequence[str]] | None = None,
) -> Chain:
    """Set the order from role → turn; roles of one turn sign together, the last turn is needed.

    `unless` holds for a role the kinds of the paper that need not go through it. Nothing is
    published without confidentiality review (Regulation, article 17), nor without a last signer.
    """
    unless = unless or {}
    if not turns:
        raise NotInOrderError("至少要有一个岗位签署。")
    if unless.get(Role.CONFIDENTIALITY):
        raise NotInOrderError("保密审查不能省略：公开前应当审查（条例第十七条）。")
    last = max(turns.values())
    steps = []
    for turn in sorted(set(turns.values())):
        roles = tuple(role for role, at in turns.items() if at == turn)
        title = "、".join(Role(role).label for role in roles)
        vacant = "refuse" if turn == last else "skip"
        left_out = tuple(sorted({kind for role in roles for kind in unless.get(role, ())}))
        if left_out and turn == last:
            raise NotInOrderError(f"最后签发的岗位（{title}）不能省略。")
        steps.append(Step(title, roles, len(roles) > 1, vacant, left_out))
    return set_chain(by, body=body, subject=subject, steps=tuple(steps))


@transaction.atomic
def open_review(
    by: Actor,
    *,
    body: Body,
    subject: str,
    title: str,
    address: str,
    digest: str,
    due: date | None = None,
    things: Sequence[str] = ("正文",),
    kind: str = "",
) -> Review:
    """Send a paper on its way; `subject` is `app.model:id`, `digest` that of its content.

    `things` are what the confidentiality review looks at one by one; `kind` is the kind of the
    paper, for which the body may have left out steps.
    """
    if Review.objects.filter(subject=subject, outcome=Outcome.OPEN).exists():
        raise NotInOrderError("已经在审签中，不能重复送审。")
    steps = needed(steps_of(body, subject.partition(":")[0]), kind)
    steps = manned(body, steps, clock.today())
    vacant = [s.title for s in steps if s.vacant == "refuse" and not _held(body, s)]
    if vacant or all(step.skipped for step in steps):
        wanted = "、".join(vacant) or "审签"
        raise NotInOrderError(f"没有人担任“{wanted}”的岗位，请先由安全管理员安排。")
    made = Review.objects.create(
        body=body,
        subject=subject,
        title=title,
        address=address,
        steps=chain.to_json(steps),
        things=list(things),
        digest=digest,
        opened=clock.now(),
        opened_by=by.name,
        due=due,
    )
    _settle(made, digest)
    _tell_who_signs(made)
    _record(by, "open", body, subject, f"送审：{title}", digest=digest)
    return made


def _held(body: Body, step: Step) -> bool:
    return not manned(body, (Step(step.title, step.roles),), clock.today())[0].skipped


@transaction.atomic
def sign(
    by: Actor,
    *,
    review: Review,
    acting: Acting,
    verdict: Verdict,
    opinion: str,
    digest: str,
    points: Sequence[Point] | None = None,
) -> Outcome:
    """Sign or return, over the content with this digest; tells how the review stands then.

    The confidentiality reviewer approves with a point for each thing (Regulation, article 17);
    without any given, each was found to be public.
    """
    locked = Review.objects.select_for_update().get(pk=review.pk)
    now = standing_of_review(locked, digest)
    if now.outcome is Outcome.VOID:
        raise NotInOrderError("送审后内容有改动，原来的审签已经失效，请退回后重新送审。")
    if now.outcome is not Outcome.OPEN:
        raise NotInOrderError("这件审签已经结束或撤回。")
    if acting.role not in now.roles:
        raise NotInOrderError("现在还没有轮到这个岗位签署。")
    if verdict is Verdict.RETURN and not opinion.strip():
        raise NotInOrderError("退回时请写明理由。")
    found = _points(locked, acting, verdict, points)
    mark = _mark(
        by,
        locked,
        now.step,
        verdict=verdict,
        digest=digest,
        role=acting.role,
        opinion=opinion,
        for_name=acting.for_name,
    )
    Written.objects.bulk_create(Written(mark=mark, **asdict(point)) for point in found)
    outcome = _settle(locked, digest)
    if outcome is Outcome.OPEN:
        _tell_who_signs(locked)
    elif outcome is Outcome.RETURNED:
        _tell_of_return(locked, opinion)
    verb = "签署" if verdict is Verdict.APPROVE else "退回"
    facts = {"step": now.step, "role": acting.role, "for": acting.for_name, "digest": digest}
    facts |= {"points": [asdict(point) for point in found]} if found else {}
    _record(by, verdict.value, locked.body, locked.subject, f"{verb}：{locked.title}", **facts)
    return outcome


def _points(
    review: Review, acting: Acting, verdict: Verdict, given: Sequence[Point] | None
) -> Sequence[Point]:
    """What the confidentiality review found; every thing was looked at, nothing let through."""
    if acting.role != Role.CONFIDENTIALITY or verdict is not Verdict.APPROVE:
        return ()
    points = [Point(thing, Secrecy.PUBLIC) for thing in review.things] if given is None else given
    seen = {point.thing for point in points}
    if missing := [thing for thing in review.things if thing not in seen]:
        raise NotInOrderError(f"请逐项填写保密审查意见，还缺：{'、'.join(missing)}。")
    if withheld := [point.thing for point in points if point.verdict is Secrecy.WITHHELD]:
        raise NotInOrderError(f"{'、'.join(withheld)}不宜公开，不能同意；请退回，删去后再送审。")
    if bare := [p.thing for p in points if p.verdict is not Secrecy.PUBLIC and not p.ground]:
        raise NotInOrderError(f"请写明依据：{'、'.join(bare)}。")
    return points


@transaction.atomic
def recall(by: Actor, *, review: Review) -> None:
    """Take a paper back before everyone has signed."""
    locked = Review.objects.select_for_update().get(pk=review.pk)
    if locked.outcome != Outcome.OPEN:
        raise NotInOrderError("这件审签已经结束，不能撤回。")
    now = standing_of_review(locked, locked.digest)
    _mark(by, locked, now.step, verdict=Verdict.RECALL, digest=locked.digest)
    _settle(locked, locked.digest)
    _record(by, "recall", locked.body, locked.subject, f"撤回送审：{locked.title}")


@transaction.atomic
def delegate(
    by: Actor, *, person: Person, to: Person, body: Body, since: date, until: date
) -> Delegation:
    """Let another sign in one's place from a day to a day."""
    if person.pk == to.pk or until < since:
        raise NotInOrderError("请选择另一位同事，并让结束日期不早于开始日期。")
    made = Delegation.objects.create(person=person, to=to, body=body, since=since, until=until)
    title = f"{person.name} 外出期间由 {to.name} 代签"
    _record(by, "delegate", body, f"review.delegation:{made.pk}", title, since=since, until=until)
    return made


@transaction.atomic
def come_back(by: Actor, *, delegation: Delegation, on: date) -> None:
    """End an absence: from this day on the person signs again."""
    delegation.until = on - timedelta(days=1)
    delegation.save(update_fields=["until"])
    title = f"{delegation.person.name} 恢复本人签署"
    subject = f"review.delegation:{delegation.pk}"
    _record(by, "come_back", delegation.body, subject, title, on=on)


def _mark(by: Actor, review: Review, step: int | None, **facts: str) -> Mark:
    return Mark.objects.create(
        review=review,
        step=step or 0,
        person_id_text=by.id,
        person_name=by.name,
        at=clock.now(),
        **facts,
    )


def _settle(review: Review, digest: str) -> Outcome:
    """Write the copies that lists are made from."""
    now = standing_of_review(review, digest)
    review.outcome, review.waits_for = now.outcome, sorted(now.roles)
    review.save(update_fields=["outcome", "waits_for"])
    return now.outcome


def _tell_who_signs(review: Review) -> None:
    """Tell the people who may sign now, and those who sign for them while they are away."""
    today = clock.today()
    own = {pk for role in review.waits_for for pk in _holders(review.body, role)}
    away = Delegation.objects.filter(
        person__in=own, body=review.body, since__lte=today, until__gte=today
    )
    _tell("review_waiting", review, own | set(away.values_list("to", flat=True)))


def _tell_of_return(review: Review, opinion: str) -> None:
    _tell("review_returned", review, _holders(review.body, Role.OFFICER), reason=opinion)


def _holders(body: Body, role: str) -> set[int]:
    return set(holders(body, Role(role), clock.today()).values_list("pk", flat=True))


def _tell(kind: str, review: Review, people: set[int], **facts: str) -> None:
    news = News(
        kind=kind,
        key=f"{kind}:{review.pk}:{review.marks.count()}",
        subject=review.subject,
        address=review.address,
        facts={"title": review.title, **facts},
        due=review.due,
    )
    tell(news, people=people)


def _record(by: Actor, verb: str, body: Body, subject: str, title: str, **facts: object) -> None:
    record(by, f"review.{verb}", subject=subject, title=title, chain=body.code, facts=facts)
