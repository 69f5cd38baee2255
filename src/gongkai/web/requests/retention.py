"""Whose personal data need be kept no longer."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.law.request.own_data import CorrectionStage
from gongkai.web.requests.models.case import Entry, Request
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.requests.models.own_data import CorrectionEntry, RecordCorrection
from gongkai.web.requests.queries import OPEN
from gongkai.web.vault.models import Holder

OPEN_CORRECTIONS = [
    stage.name
    for stage in (
        CorrectionStage.ASKED,
        CorrectionStage.VERIFYING,
        CorrectionStage.AWAITING_EVIDENCE,
    )
]


def cases_over(first: date) -> QuerySet[Request]:
    """Applications ended before this day, as all others that are kept under the same key."""
    recent = Entry.objects.filter(request=OuterRef("pk"), on__gte=first)
    needed = Request.objects.filter(Q(stage__in=OPEN) | Exists(recent))
    found = Request.objects.filter(holder__destroyed=None)
    return found.exclude(holder__in=needed.values("holder")).order_by("pk")


def corrections_over(first: date) -> QuerySet[RecordCorrection]:
    recent = CorrectionEntry.objects.filter(correction=OuterRef("pk"), on__gte=first)
    found = RecordCorrection.objects.filter(holder__destroyed=None).exclude(Exists(recent))
    return found.exclude(stage__in=OPEN_CORRECTIONS).order_by("pk")


def mails_over(first: date) -> QuerySet[IncomingMail]:
    """Messages that nobody ever said what they are."""
    waiting = IncomingMail.objects.filter(state=IncomingMail.State.WAITING, holder__destroyed=None)
    return waiting.filter(arrived__date__lt=first).order_by("pk")


def of_case(request: Request) -> QuerySet[Holder]:
    """All whose data are kept with an application: who applied, who was asked, who wrote."""
    owned = Q(request=request) | Q(consultation__request=request) | Q(incomingmail__request=request)
    return Holder.objects.filter(owned, destroyed=None).distinct()


def left_behind() -> QuerySet[Holder]:
    """Who is kept with an application whose applicant's data are gone, for whatever reason."""
    asked = Q(consultation__request__holder__destroyed__isnull=False)
    wrote = Q(incomingmail__request__holder__destroyed__isnull=False)
    return Holder.objects.filter(asked | wrote, destroyed=None).distinct()
