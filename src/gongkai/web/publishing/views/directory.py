"""The standard directory and the division of duties: on the desk, and before the public."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.kept import kept
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import directory as acts
from gongkai.web.publishing.duty_tables import DIRECTORY, DIVISION, read_directory, read_division
from gongkai.web.publishing.forms.channels import SheetForm
from gongkai.web.publishing.models.directory import DirectoryEntry
from gongkai.web.publishing.queries import directory as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.sheets import LARGEST, SheetError
from gongkai.web.publishing.views.bodies import body_for, frame, to_first
from gongkai.web.ui import clock


@login_not_required
@kept
def public_directory(request: HttpRequest, code: str) -> HttpResponse:
    """What the body must publish, by whom, until when, and where it stands."""
    body = get_object_or_404(Body, code=code)
    areas = queries.by_area(queries.shown(body, clock.today()))
    return render(request, "publishing/public_directory.html", {"body": body, "areas": areas})


def index(request: HttpRequest) -> HttpResponse:
    return to_first(request, "publishing:directory")


def directory(request: HttpRequest, code: str) -> HttpResponse:
    """Each entry, what fulfils it, and the two tables to import."""
    body = body_for(request, code)
    found = queries.shown(body, clock.today())
    open_only = request.GET.get("open") == "1"
    facts = {
        **frame(request, body, "publishing:directory"),
        "total": len(found),
        "done": sum(each.fulfilled for each in found),
        "areas": queries.by_area([e for e in found if not (open_only and e.fulfilled)]),
        "open_only": open_only,
        "sheet_form": SheetForm(),
        "heads": (DIRECTORY, DIVISION),
        "may_keep": permissions.may_keep_channels.test(request.standing, body),
    }
    return render(request, "publishing/directory.html", facts)


@require_POST
def take_directory(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_keep_channels)

    def take(name: str, data: bytes) -> str:
        duties = read_directory(name, data)
        done = acts.take_directory(request.actor, body=body, duties=duties, data=data)
        return f"导入 {done['entries']} 条，{done['ended']} 条不再列入。"

    return _taken(request, code, take)


@require_POST
def take_division(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_keep_channels)

    def take(name: str, data: bytes) -> str:
        shares = read_division(name, data)
        done = acts.take_division(request.actor, body=body, shares=shares, data=data)
        return f"更新 {done['columns']} 个栏目的责任，其中新设 {done['new']} 个。"

    return _taken(request, code, take)


def _taken(request: HttpRequest, code: str, take: Callable[[str, bytes], str]) -> HttpResponse:
    form = SheetForm(request.POST, request.FILES)
    if not form.is_valid() or form.cleaned_data["file"].size > LARGEST:
        messages.error(request, "请选择不超过 10 MB 的表格。")
        return redirect("publishing:directory", code)
    sent = form.cleaned_data["file"]
    try:
        messages.success(request, take(sent.name, sent.read()))
    except SheetError as fault:
        messages.error(request, str(fault))
    return redirect("publishing:directory", code)


@require_POST
def fulfil(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie an entry to a published item by its index number, or untie it."""
    found = DirectoryEntry.objects.select_related("body")
    entry = get_object_or_404(found, pk=pk)
    demand(permissions.may_keep_channels, request.standing, entry.body)
    item = queries.item_numbered(entry.body, request.POST.get("number", ""))
    act = acts.unfulfil if request.POST.get("take_off") else acts.fulfil
    if item is None:
        messages.error(request, "没有找到这个索引号的已公布信息，请核对。")
    else:
        try:
            act(request.actor, entry=entry, item=item)
            messages.success(request, "已经保存。")
        except NotProvidedForError as refusal:
            messages.error(request, str(refusal))
    return redirect("publishing:directory", entry.body.code)
