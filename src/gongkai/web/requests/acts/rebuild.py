"""Make the copies beside the records anew, from the entries and today's calendar."""

from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet

from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts import news
from gongkai.web.requests.acts.enter import keep_copies, subject
from gongkai.web.requests.models.case import DueMoved, Request
from gongkai.web.requests.queries import OPEN, Copies, copies, record_of
from gongkai.web.ui import clock
from gongkai.web.ui.templatetags.gongkai import day

CHUNK = 500


def differing(found: QuerySet[Request]) -> Iterator[tuple[Request, Copies]]:
    """The applications whose copies are not what their entries say, with what they say."""
    for request in found.order_by("pk").prefetch_related("entries").iterator(chunk_size=CHUNK):
        said = copies(record_of(request), split_off=request.split_off)
        if any(getattr(request, name) != value for name, value in vars(said).items()):
            yield request, said


def rebuild(by: Actor, found: QuerySet[Request]) -> int:
    """Put right what differs; returns how many. A last day that moved is told on the case."""
    count = 0
    for request, _said in differing(found):
        count += _put_right(by, request.pk)
    return count


def recompute(by: Actor) -> int:
    """The same for what is open: next year's holidays may have been published since."""
    return rebuild(by, Request.objects.filter(stage__in=OPEN))


def _tell(request: Request, moved: DueMoved) -> None:
    before, after = day(moved.before) or "未起算", day(moved.after) or "未起算"
    facts = {"before": before, "after": after}
    news.tell_handlers(request, "request_due_moved", f"{moved.pk}", **facts)
    step = f"放假安排公布后，答复期限由{before}改为{after}"
    news.tell_applicant(request, step, f"moved:{moved.pk}")


@transaction.atomic
def _put_right(by: Actor, pk: int) -> bool:
    """Read again under a lock, for something may have been entered meanwhile."""
    request = Request.objects.select_for_update().select_related("body").get(pk=pk)
    before = request.due
    said = copies(record_of(request), split_off=request.split_off)
    moved = before != said.due and request.stage == said.stage and request.stage in OPEN
    keep_copies(request, said)
    if moved:
        moved_now = DueMoved.objects.create(
            request=request, before=before, after=said.due, at=clock.now()
        )
        _tell(request, moved_now)
    record(
        by,
        "requests.rebuild",
        subject=subject(request),
        title=f"{request.number} 重算期限",
        chain=request.body.code,
        facts={"before": before, "after": said.due},
    )
    return True
