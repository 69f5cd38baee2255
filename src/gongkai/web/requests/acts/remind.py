"""Tell those who handle an application that its last day is near, has come, or has passed."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from gongkai.law.calendar.workdays import default_calendar
from gongkai.statute.parameters import parameter
from gongkai.web.agencies.models import Role
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.requests.acts.news import handlers, tell_handlers
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.queries import OPEN
from gongkai.web.ui.templatetags.gongkai import day


@dataclass(frozen=True)
class Step:
    """One rung: the kind of news; `days`: before the last day, 0 on it and after."""

    kind: str
    days: int = 0


def remind(today: date) -> int:
    """Tell what has come near by a day; returns how many people were told.

    Each step is told once, also on a later day where nobody told it on its own; of several that
    were missed the last is told.
    """
    count = 0
    open_now = Request.objects.filter(stage__in=OPEN, due__isnull=False)
    for request in open_now.select_related("body").order_by("due", "pk").iterator():
        found = reached(request.due, today)
        if found is None:
            continue
        news, body = _news(request, found, today), f"agencies.body:{request.body_id}"
        count += tell(news, people=_people(request, today), scopes=[body])
    return count + _silent(today)


def _silent(today: date) -> int:
    """Tell of opinions that did not come in time, each once."""
    late = Consultation.objects.filter(closed=None, due__lt=today, request__stage__in=OPEN)
    count = 0
    for each in late.select_related("request__body").order_by("pk"):
        facts = {"asked": each.number, "until": day(each.due)}
        count += tell_handlers(each.request, "consultation_overdue", f"{each.pk}", **facts)
    return count


def reached(due: date, today: date) -> Step | None:
    """The last step that a day has reached; none while the last day is far.

    So many working days before the last day as the parameter says, then on it, and once after.
    """
    if due <= today:
        return Step("request_overdue" if due < today else "request_due_today")
    left = default_calendar().between(today, due)
    steps = parameter("request.reminder_days_before_due").records_on(today)
    near = [each["days"] for each in steps if left <= each["days"]]
    return Step("request_due", min(near)) if near else None


def _news(request: Request, step: Step, today: date) -> News:
    facts = {
        "number": request.number,
        "due": day(request.due),
        "days": default_calendar().between(today, request.due),
        "stage": request.stage_name,
    }
    return News(
        kind=step.kind,
        key=f"{step.kind}:{request.pk}:{request.due}:{step.days}",
        subject=f"requests.request:{request.pk}",
        address=reverse("requests:case", args=[request.pk]),
        facts=facts,
        due=request.due,
    )


def _people(request: Request, today: date) -> set[int]:
    """Who leads the case and the body's officers; when it is late, the head of the office too."""
    late = request.due < today
    return handlers(request, [Role.OFFICER, Role.OFFICE_HEAD] if late else [Role.OFFICER])
