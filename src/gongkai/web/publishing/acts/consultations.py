"""Consultations: planned, put before the public, answered, judged, told."""

from collections.abc import Mapping
from datetime import timedelta

from django.db import IntegrityError, transaction

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record as write_trail
from gongkai.web.publishing.models.dialogue import Consultation, Opinion
from gongkai.web.publishing.private_words import refuse_private
from gongkai.web.publishing.queries.consultations import (
    Stage,
    digest_of,
    stage_of,
    subject_of,
    too_short,
)
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.vault.acts import keep

KEPT = timedelta(days=730)
"""How long after its end the words of a consultation are kept; the gists stay."""


@transaction.atomic
def plan(by: Actor, *, body: Body, facts: Mapping[str, object]) -> Consultation:
    made = Consultation.objects.create(body=body, **facts)
    _trail(by, made, "plan_consultation", f"起草：{made.title}")
    return made


@transaction.atomic
def change(by: Actor, *, consultation: Consultation, facts: Mapping[str, object]) -> None:
    """Write it anew while nobody has seen it."""
    if consultation.published is not None:
        raise NotProvidedForError("已经公布，不能再改；需要延长的，请用“延长期限”。")
    for name, value in facts.items():
        setattr(consultation, name, value)
    consultation.save()
    _trail(by, consultation, "change_consultation", f"修改：{consultation.title}")


@transaction.atomic
def put_out(by: Actor, *, consultation: Consultation) -> None:
    """Put it before the public; the draft of a major decision needs its days, or a reason."""
    if consultation.published is not None:
        raise NotProvidedForError("已经公布。")
    if consultation.until < clock.today():
        raise NotProvidedForError("截止日期已过，请先改期。")
    if too_short(consultation) and not consultation.short_why:
        raise NotProvidedForError(
            "重大行政决策草案公开征求意见一般不少于30日；确需缩短的，请写明理由。"
        )
    if consultation.kind == Consultation.Kind.SURVEY and not consultation.questions:
        raise NotProvidedForError("问卷还没有问题。")
    refuse_private(consultation.title, consultation.about)
    consultation.published = clock.now()
    consultation.save(update_fields=["published"])
    _trail(by, consultation, "put_out_consultation", f"公布：{consultation.title}")


@transaction.atomic
def prolong(by: Actor, *, consultation: Consultation, until) -> None:
    """Give the public more time; less is never given."""
    if stage_of(consultation, clock.today()) not in (Stage.COMING, Stage.OPEN):
        raise NotProvidedForError("只有征集期间可以延长。")
    if until <= consultation.until:
        raise NotProvidedForError("新的截止日期应当晚于原来的截止日期。")
    consultation.until = until
    consultation.save(update_fields=["until"])
    _trail(by, consultation, "prolong_consultation", f"延长期限：{consultation.title}")


@transaction.atomic
def give_opinion(
    by: Actor,
    *,
    consultation: Consultation,
    text: str,
    answers: Mapping[str, list[str]],
    person: Mapping[str, str],
) -> Opinion:
    """Take in what somebody says. `person` (name, phone) and the words go to the vault."""
    if stage_of(consultation, clock.today()) is not Stage.OPEN:
        raise NotProvidedForError("现在不在征集期间。")
    holder = keep({**person, "text": text}, purge_on=consultation.until + KEPT)
    try:
        with transaction.atomic():
            made = Opinion.objects.create(
                consultation=consultation,
                at=clock.now(),
                holder=holder,
                answers=dict(answers),
                digest=digest_of(text + "".join(person.values()), answers)
                if text or person
                else holder.pk.hex,
            )
    except IntegrityError as again:
        raise NotProvidedForError("同样的意见已经收到，不用重复提交。") from again
    _trail(by, consultation, "give_opinion", f"收到意见：{consultation.title}")
    return made


@transaction.atomic
def judge(by: Actor, *, opinion: Opinion, verdict: str, gist: str, why: str) -> None:
    """Say what was made of an opinion, in words that may be published."""
    if opinion.consultation.result_on is not None:
        raise NotProvidedForError("结果已经公布，不能再改。")
    refuse_private(gist, why)
    if verdict in (Opinion.Verdict.PARTLY, Opinion.Verdict.NOT_ADOPTED) and not why:
        raise NotProvidedForError("部分采纳、未采纳的，请写明理由。")
    opinion.verdict, opinion.gist, opinion.why = verdict, gist, why
    opinion.save(update_fields=["verdict", "gist", "why"])
    _trail(by, opinion.consultation, "judge_opinion", f"采纳情况：{gist[:60]}")


@transaction.atomic
def tell_result(by: Actor, *, consultation: Consultation, result: str) -> None:
    """Publish what came in and what was adopted; every opinion has to have its verdict."""
    if stage_of(consultation, clock.today()) is not Stage.CLOSED:
        raise NotProvidedForError("征集截止以后才能公布结果，结果只公布一次。")
    if consultation.kind == Consultation.Kind.OPINIONS:
        left = consultation.opinions.filter(verdict="").count()
        if left:
            raise NotProvidedForError(f"还有 {left} 条意见没有填写采纳情况。")
    refuse_private(result)
    consultation.result, consultation.result_on = result, clock.today()
    consultation.save(update_fields=["result", "result_on"])
    _trail(by, consultation, "tell_result", f"公布结果：{consultation.title}")


def _trail(by: Actor, consultation: Consultation, verb: str, title: str) -> None:
    write_trail(
        by,
        f"publishing.{verb}",
        subject=subject_of(consultation),
        title=title,
        chain=consultation.body.code,
    )
