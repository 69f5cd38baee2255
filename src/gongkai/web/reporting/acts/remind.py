"""Tell those who make an annual report that the next step of its ladder has come."""

from datetime import date

from django.urls import reverse

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.publication.reminders import Reminder, ladder, reached
from gongkai.web.agencies.models import Body, Role
from gongkai.web.agencies.queries import bodies, holders
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.reporting.models.archive import Shelved
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.queries.report import report_due_of


def remind(today: date) -> int:
    """Tell what has come by a day; returns how many people were told. Each step is told once."""
    count = 0
    for year in (today.year - 1, today.year):
        done = _published(year)
        for body in bodies(today).exclude(kind=Body.Kind.ENTERPRISE).exclude(pk__in=done):
            due = report_due_of(body, year)
            step = reached(ladder(due, default_calendar()), today)
            if step and not (body.since and body.since.year > year):
                news = _news(body, year, step, due.plan.date)
                scope = f"agencies.body:{body.pk}"
                count += tell(news, people=_people(body, step, today), scopes=[scope])
    return count


def _published(year: int) -> set[int]:
    """The bodies whose report for the year stands before the public, made here or not."""
    here = Report.objects.filter(year=year).exclude(published_on=None)
    elsewhere = Shelved.objects.filter(year=year, filer__body__isnull=False)
    return {*here.values_list("body", flat=True), *elsewhere.values_list("filer__body", flat=True)}


def _news(body: Body, year: int, step: Reminder, plan: date) -> News:
    found = Report.objects.filter(body=body, year=year).first()
    facts = {
        "body": body.short_name,
        "year": year,
        "step": "已经超过公布期限" if step.overdue else f"还有{step.left}天",
        "sentence": f"：{step.text}",
    }
    return News(
        kind="report_reminder",
        key=f"report_reminder:{body.pk}:{year}:{step.on}",
        subject=f"agencies.body:{body.pk}",
        address=_address(found),
        facts=facts,
        due=plan,
    )


def _address(report: Report | None) -> str:
    """The report, or where it is begun."""
    if report is None:
        return reverse("reporting:reports")
    return reverse("reporting:report", args=[report.pk])


def _people(body: Body, step: Reminder, today: date) -> set[int]:
    """The body's officers; when it is late, the head of the office and of the body too."""
    late = (Role.OFFICE_HEAD, Role.HEAD) if step.overdue else ()
    return {
        pk
        for role in (Role.OFFICER, *late)
        for pk in holders(body, role, today).values_list("pk", flat=True)
    }
