"""The desk: columns and their freshness, for a body and for the supervising department."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.files.sniff import DOCX
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import columns as acts
from gongkai.web.publishing.acts import page_links as link_acts
from gongkai.web.publishing.forms.columns import ColumnForm, ConfirmForm, LinksForm
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.queries import columns as queries
from gongkai.web.publishing.queries.bodies import readable_bodies
from gongkai.web.publishing.queries.page_links import last_run
from gongkai.web.publishing.queries.selfcheck import self_check
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.selfcheck import written
from gongkai.web.publishing.views.bodies import body_for, frame, to_first
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page

COLUMNS = Page("publishing:columns", NotProvidedForError)


def index(request: HttpRequest) -> HttpResponse:
    return to_first(request, "publishing:columns")


def columns(request: HttpRequest, code: str) -> HttpResponse:
    """The columns of a body: fresh or not, and who answers for each."""
    body, today = body_for(request, code), clock.today()
    found = queries.shown([body], today)
    run = last_run(body)
    facts = {
        **frame(request, body, "publishing:columns"),
        "columns": found,
        "vetoes": queries.failing(found, today),
        "stale": sum(each.fresh.stale for each in found),
        "run": run,
        "dead": run.dead.select_related("item__body").order_by("pk")[:100] if run else (),
        "links_form": LinksForm(),
        "today": today,
        "supervises": permissions.may_supervise.test(request.standing),
        "may_keep": permissions.may_keep_channels.test(request.standing, body),
    }
    return render(request, "publishing/columns.html", facts)


def district(request: HttpRequest) -> HttpResponse:
    """For the supervising department: every column that is not fresh, the longest overdue first."""
    demand(permissions.may_supervise, request.standing)
    today = clock.today()
    bodies = readable_bodies(request.standing)
    found = queries.shown(bodies, today)
    stale = sorted(
        (each for each in found if each.fresh.stale), key=lambda each: -each.overdue_days
    )
    by_body = [(body, [e for e in found if e.column.body_id == body.pk]) for body in bodies]
    facts = {
        "stale": stale,
        "bodies": [
            (body, own, sum(e.fresh.stale for e in own), queries.failing(own, today))
            for body, own in by_body
        ],
        "today": today,
    }
    return render(request, "publishing/columns_district.html", facts)


def new_column(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_keep_channels)
    form = ColumnForm(request.POST or None, instance=Column(body=body))
    if request.method == "POST" and form.is_valid():
        acts.open_column(request.actor, body=body, facts=form.cleaned_data)
        messages.success(request, "已经设置。")
        return redirect("publishing:columns", code)
    return render(request, "publishing/column_edit.html", {"form": form, "body": body})


def edit_column(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a column, tell of an update, end it."""
    shown = _column(request, pk)
    form = ColumnForm(request.POST or None, instance=shown)
    if request.method == "POST" and form.is_valid():
        acts.change_column(request.actor, column=shown, facts=form.cleaned_data)
        messages.success(request, "已经保存。")
        return redirect("publishing:columns", shown.body.code)
    facts = {
        "form": form,
        "body": shown.body,
        "column": shown,
        "confirm_form": ConfirmForm(initial={"on": clock.today()}),
        "updates": shown.updates.all()[:20],
    }
    return render(request, "publishing/column_edit.html", facts)


@require_POST
def confirm_column(request: HttpRequest, pk: int) -> HttpResponse:
    shown, form = _column(request, pk), ConfirmForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请填写不晚于今天的更新日期和更新内容。")
        return redirect("publishing:edit_column", pk)
    acts.confirm_column(request.actor, column=shown, **form.cleaned_data)
    messages.success(request, "已经登记更新。")
    return redirect("publishing:columns", shown.body.code)


@require_POST
def end_column(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _column(request, pk)
    acts.end_column(request.actor, column=shown)
    messages.success(request, f"已经撤销栏目“{shown.name}”。")
    return redirect("publishing:columns", shown.body.code)


@require_POST
def start_links(request: HttpRequest, code: str) -> HttpResponse:
    """Try the links of the body's pages, in the background."""
    body, form = body_for(request, code, permissions.may_keep_channels), LinksForm(request.POST)
    everywhere = form.is_valid() and form.cleaned_data.get("everywhere", False)
    return COLUMNS.done(
        request,
        code,
        lambda: link_acts.start_links(request.actor, body=body, everywhere=everywhere),
        "已经开始检查，稍后在本页查看结果。",
    )


def selfcheck(request: HttpRequest, code: str, year: int, month: int) -> HttpResponse:
    """The self-check of a month as a Word document."""
    body, today = body_for(request, code), clock.today()
    if not (1 <= month <= 12 and year >= 2008 and (year, month) <= (today.year, today.month)):
        raise Http404
    check = self_check(body, year, month, today)
    name = content_disposition_header(True, f"{check.title}.docx") or ""
    return HttpResponse(
        written(check), content_type=DOCX.media, headers={"Content-Disposition": name}
    )


def _column(request: HttpRequest, pk: int) -> Column:
    found = get_object_or_404(Column.objects.select_related("body"), pk=pk, ended_on=None)
    demand(permissions.may_keep_channels, request.standing, found.body)
    return found
