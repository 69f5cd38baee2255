"""Messages that came by e-mail: the desk's list of them, and which mailbox is to be looked at."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, QuerySet

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import Standing
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import of_subject
from gongkai.web.requests.mail.boxes import Mailbox, read_boxes
from gongkai.web.requests.mail.labels import numbers_in
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.mail import IncomingMail, MailPlace, MailRound
from gongkai.web.requests.permissions import may_take_mail
from gongkai.web.ui import clock

SUBJECT = "requests.mail"
"""What the files of a message belong to."""


def subject_of(mail: IncomingMail) -> str:
    return f"{SUBJECT}:{mail.pk}"


def kept_by(standing: Standing) -> set[int]:
    """The bodies whose mail this person looks through."""
    return {post.body_id for post in standing.posts if may_take_mail.test(Standing(posts=(post,)))}


def listed(bodies: Iterable[int], state: str) -> QuerySet[IncomingMail]:
    """The messages of these bodies in a state, or all; newest first."""
    found = IncomingMail.objects.filter(body__in=list(bodies))
    found = found.select_related("body", "request", "holder").prefetch_related("holder__sealed")
    return found.filter(state=state) if state else found


def waiting(bodies: Iterable[int]) -> QuerySet[IncomingMail]:
    """What nobody has looked at, the oldest first."""
    found = listed(bodies, IncomingMail.State.WAITING)
    return found.prefetch_related(None).order_by("arrived", "pk")[:20]


def counts(bodies: Iterable[int]) -> dict[str, int]:
    """How many messages are in each state."""
    found = IncomingMail.objects.filter(body__in=list(bodies)).order_by()
    return dict(found.values_list("state").annotate(Count("pk")))


def rounds(bodies: Iterable[int]) -> QuerySet[MailRound]:
    """How the mailboxes of these bodies answer."""
    found = MailRound.objects.filter(body__in=list(bodies))
    return found.select_related("body").order_by("body__path")


def files(mail: IncomingMail) -> QuerySet[Upload]:
    return of_subject(subject_of(mail))


def named_case(mail: IncomingMail, subject: str) -> Request | None:
    """The application of the same body whose number stands in the subject."""
    found = Request.objects.filter(body=mail.body_id, number__in=numbers_in(subject))
    return found.select_related("body", "holder").first()


def places(folder: str, validity: int) -> set[int]:
    """The UIDs that are known in a folder."""
    found = MailPlace.objects.filter(folder=folder, validity=validity)
    return set(found.values_list("uid", flat=True))


def due(now: datetime) -> list[Mailbox]:
    """The mailboxes whose time has come, of bodies that there are."""
    boxes, _faults = read_boxes()
    if not boxes:
        return []
    codes = Body.objects.filter(code__in=[box.code for box in boxes])
    ready = set(codes.exclude(mail_round__following__gt=now).values_list("code", flat=True))
    return [box for box in boxes if box.code in ready]


def anything_due() -> bool:
    return bool(due(clock.now()))
