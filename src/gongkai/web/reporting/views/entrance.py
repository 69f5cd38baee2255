"""Who may open a report, and what an act is answered with."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from gongkai.web.agencies.permissions import demand
from gongkai.web.reporting import permissions
from gongkai.web.reporting.models.report import Report
from gongkai.web.reporting.record import NotProvidedForError, State
from gongkai.web.review.acts import NotInOrderError
from gongkai.web.ui import doing

REFUSALS = (NotProvidedForError, NotInOrderError)


def readable(request: HttpRequest, pk: int) -> Report:
    shown = get_object_or_404(Report.objects.select_related("body"), pk=pk)
    demand(permissions.may_read, request.standing, shown.body)
    return shown


def draftable(request: HttpRequest, pk: int) -> Report:
    shown = readable(request, pk)
    demand(permissions.may_draft, request.standing, shown.body)
    return shown


def closed(request: HttpRequest, shown: Report, state: State) -> HttpResponse:
    """Back to the report: it cannot be edited at this stage."""
    messages.warning(request, f"报告处于“{state.stage.zh}”，现在不能修改。")
    return redirect("reporting:report", shown.pk)


def attempt(request: HttpRequest, act: Callable[[], object], done: str) -> None:
    """Do an act; say what it did, or why it was refused."""
    doing.attempt(request, act, done, REFUSALS)
