"""Tell those who handle an application that its last day is near, has come, or has passed."""

from datetime import date

from django.urls import reverse

from gongkai.law.calendar.workdays import default_calendar
from gongkai.web.agencies.models import Role
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.requests.acts.news import handlers, tell_handlers
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Consultation
from gongkai.web.requests.queries import OPEN
from gongkai.web.ui.templatetags.gongkai import day

BEFORE = (5, 2, 1)
"""So many working days before the last day there is a reminder; then on it, and once after."""


def remind(today: date) -> int:
    """Tell what is due today; returns how many people were told. Each step is told once."""
    count = 0
    open_now = Request.objects.filter(stage__in=OPEN, due__isnull=False)
    for request in open_now.select_related("body").order_by("due", "pk").iterator():
        found = step(request.due, today)
        if found is None:
            continue
        body = f"agencies.body:{request.body_id}"
        count += tell(_news(request, *found), people=_people(request, today), scopes=[body])
    return count + _silent(today)


def _silent(today: date) -> int:
    """Tell of opinions that did not come in time, each once."""
    late = Consultation.objects.filter(closed=None, due__lt=today, request__stage__in=OPEN)
    count = 0
    for each in late.select_related("request__body").order_by("pk"):
        facts = {"asked": each.number, "until": day(each.due)}
        count += tell_handlers(each.request, "consultation_overdue", f"{each.pk}", **facts)
    return count


def step(due: date, today: date) -> tuple[str, int] | None:
    """Which reminder falls on a day, and the working days left; none on most days."""
    if due < today:
        return "request_overdue", 0
    if due == today:
        return "request_due_today", 0
    left = default_calendar().between(today, due)
    return ("request_due", left) if left in BEFORE else None


def _news(request: Request, kind: str, left: int) -> News:
    facts = {
        "number": request.number,
        "due": day(request.due),
        "days": left,
        "stage": request.stage_name,
    }
    return News(
        kind=kind,
        key=f"{kind}:{request.pk}:{request.due}:{left}",
        subject=f"requests.request:{request.pk}",
        address=reverse("requests:case", args=[request.pk]),
        facts=facts,
        due=request.due,
    )


def _people(request: Request, today: date) -> set[int]:
    """Who leads the case and the body's officers; when it is late, the head of the office too."""
    late = request.due < today
    return handlers(request, [Role.OFFICER, Role.OFFICE_HEAD] if late else [Role.OFFICER])
