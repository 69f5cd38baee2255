"""Questions to a body and its proposals: what waits, what is public."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.crypto import constant_time_compare, salted_hmac

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.due import due as publication_due
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.dialogue import Proposal, Question
from gongkai.web.vault.queries import open_all


def subject_of(question: Question) -> str:
    return f"publishing.question:{question.pk}"


def digest_of_code(number: str, code: str) -> str:
    said = f"{number}:{code.strip().upper()}"
    return salted_hmac("publishing.question", said, algorithm="sha256").hexdigest()


def followed(number: str, code: str) -> Question | None:
    """The question with this number and code."""
    found = Question.objects.select_related("body").filter(number=number.strip().upper()).first()
    if found and constant_time_compare(found.code, digest_of_code(found.number, code)):
        return found
    return None


def of_body(body: Body) -> QuerySet[Question]:
    return Question.objects.filter(body=body).select_related("body", "holder")


def waiting(body: Body) -> QuerySet[Question]:
    return of_body(body).filter(answered_on=None).order_by("due", "pk")


def before_public(body: Body) -> QuerySet[Question]:
    return of_body(body).filter(public=True).order_by("-answered_on", "-pk")


def asked_as(question: Question) -> Mapping[str, str]:
    """What was asked, word by word, and by whom; nothing once purged. For the desk."""
    return open_all(question.holder)


def due_from(asked: date) -> date:
    """The last day of the answer: the period of messages (configurable, no national number)."""
    return default_calendar().add(asked, parameter("site.message_reply_days").on(asked)).date


def next_number(body: Body, year: int) -> str:
    """Ask with the body's row locked."""
    beginning = f"WD{body.pk:03d}-{year}-"
    count = Question.objects.filter(number__startswith=beginning).count()
    return f"{beginning}{count + 1:04d}"


@dataclass(frozen=True)
class Shown:
    """A proposal on a day: what has to be done next, and until when."""

    proposal: Proposal
    step: str
    until: date | None
    late: bool


def proposals(body: Body) -> QuerySet[Proposal]:
    return Proposal.objects.filter(body=body).select_related("body", "item__body")


def public_proposals(body: Body) -> QuerySet[Proposal]:
    """Those whose reply stands before the public."""
    return proposals(body).filter(item__public=True, item__audience="public")


def shown(proposal: Proposal, on: date) -> Shown:
    """Answer by the day of the handing-over paper; publish in the period of article 26."""
    if proposal.replied_on is None:
        return Shown(proposal, "待答复", proposal.due, on > proposal.due)
    if proposal.kept_back:
        return Shown(proposal, "已答复，不公开", None, late=False)
    if proposal.item is not None and proposal.item.public:
        return Shown(proposal, "答复已公开", None, late=False)
    until = publication_due("information", proposal.replied_on, default_calendar()).due.date
    return Shown(proposal, "已答复，待公开", until, on > until)
