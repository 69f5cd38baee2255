"""One matter, one application 一事一申请: parts on their own; and what is handled together."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from gongkai.law.request.counted import counted
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, keep_copies, subject
from gongkai.web.requests.acts.register import open_request, record_new, shown_topic
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.queries import copies, record_of
from gongkai.web.requests.signs import same_applicant
from gongkai.web.ui import clock

FEWEST = 2


@transaction.atomic
def split(by: Actor, request: Request, topics: Sequence[str], *, on: date) -> list[Request]:
    """Make an application for each matter; each has been where the whole has been so far.

    The parts are followed with the number and code of the whole.
    """
    if len(topics) < FEWEST:
        raise NotProvidedFor("拆分至少要有两件")
    before = list(request.entries.all())
    enter(by, request, LawEntry(Act.SPLIT, on), note=f"拆分为 {len(topics)} 件")
    first, *others = topics
    count = counted(record_of(request)[:-1], request.split_off)
    known = count and count.received.year < on.year
    off = on if known else request.split_off
    parts = [_part(by, request, first, before, request.split_off)]
    return parts + [_part(by, request, topic, before, off) for topic in others]


def _part(
    by: Actor, whole: Request, topic: str, before: Sequence[Entry], off: date | None
) -> Request:
    """`off`: the day with which it counts as received, where that is the day of the split."""
    made = open_request(
        whole.body,
        holder=whole.holder,
        person=whole.person,
        applicant=whole.applicant,
        topic=shown_topic(topic),
        delivery=whole.delivery,
        channel=whole.channel,
        origin=whole,
        split_off=off,
        section=whole.section,
        lead=whole.lead,
    )
    Entry.objects.bulk_create(_taken_over(entry, made.request, whole.number) for entry in before)
    record_new(by, made.request)
    keep_copies(made.request, copies(record_of(made.request), split_off=off))
    return made.request


def _taken_over(entry: Entry, part: Request, number: str) -> Entry:
    return Entry(
        request=part,
        number=entry.number,
        act=entry.act,
        on=entry.on,
        details=entry.details,
        note=f"随 {number} 转入" if not entry.note else f"{entry.note}（随 {number} 转入）",
        by_id=entry.by_id,
        by_name=entry.by_name,
        at=clock.now(),
    )


@transaction.atomic
def join(by: Actor, request: Request, lead: Request) -> None:
    """Handle an application together with another of the same applicant; each still counts."""
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    if lead.joined_id or not same_applicant(locked).filter(pk=lead.pk).exists():
        raise NotProvidedFor("只能与同一申请人向本机关提出的另一件申请合并办理")
    if locked.closed or lead.closed or locked.joint.exists():
        raise NotProvidedFor("已经办结或者已作为主件的申请，不能并入另一件")
    locked.joined = request.joined = lead
    locked.save(update_fields=["joined"])
    _record(by, locked, "join", f"与 {lead.number} 合并办理")


@transaction.atomic
def part(by: Actor, request: Request) -> None:
    """Handle it by itself again."""
    locked = Request.objects.select_for_update().select_related("body").get(pk=request.pk)
    locked.joined = request.joined = None
    locked.save(update_fields=["joined"])
    _record(by, locked, "part", "不再合并办理")


def answer_with_lead(by: Actor, request: Request) -> Entry:
    """Answer it with the letter that answered the application it is handled with.

    The day is that of the letter, whenever it is entered here: by it the year of table two is told.
    """
    lead, answered = request.joined, None
    if lead and lead.answer and not lead.is_open:
        said = [entry for entry in record_of(lead) if isinstance(entry.details, Answered)]
        answered = said[-1] if said else None
    if lead is None or answered is None:
        raise NotProvidedFor("合并办理的主件还没有答复")
    letter = lead.letters.filter(state="issued").last()
    note = f"与 {lead.number} 一并答复" + (f"，{letter.number}" if letter else "")
    on = max(answered.on, record_of(request)[-1].on)
    return enter(by, request, LawEntry(Act.ANSWER, on, answered.details), note=note)


def _record(by: Actor, request: Request, verb: str, what: str) -> None:
    record(
        by,
        f"requests.{verb}",
        subject=subject(request),
        title=f"{request.number} {what}",
        chain=request.body.code,
    )
