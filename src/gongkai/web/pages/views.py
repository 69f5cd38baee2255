"""Pages that draw on several apps."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.web.agencies import permissions
from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import bodies
from gongkai.web.audit import queries as trail_queries
from gongkai.web.pages.forms import TrailForm
from gongkai.web.reporting.queries import published
from gongkai.web.ui import clock, slots


@login_not_required
def portal(request: HttpRequest) -> HttpResponse:
    facts = {"bodies": bodies(clock.today()), "reports": published()[:6]}
    return render(request, "pages/portal.html", facts)


def desk(request: HttpRequest) -> HttpResponse:
    """What waits for me today, soonest first."""
    demand(permissions.is_staff, request.standing)
    found = [item for source in slots.waiting for item in source(request)]
    found.sort(key=lambda item: (item.due or date.max, item.since))
    return render(request, "pages/desk.html", {"waiting": found, "today": clock.today()})


def trail(request: HttpRequest) -> HttpResponse:
    """The audit trail, for the audit administrator."""
    demand(permissions.may_see_trail, request.standing)
    form = TrailForm(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(trail_queries.entries(**wanted), 50).get_page(request.GET.get("page"))
    return render(request, "pages/trail.html", {"form": form, "page": page})


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """The process lives."""
    del request
    return HttpResponse("ok\n", content_type="text/plain")


@login_not_required
def ready(request: HttpRequest) -> HttpResponse:
    """The process can work: the database answers."""
    del request
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ready\n", content_type="text/plain")
