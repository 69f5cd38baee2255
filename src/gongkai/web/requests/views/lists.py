"""The lists of the desk: narrow, keep, give out, take away as a spreadsheet."""

import tempfile
from collections.abc import Iterable

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import lists, permissions
from gongkai.web.requests.acts.assign import assign_all
from gongkai.web.requests.acts.filters import drop_filter, save_filter
from gongkai.web.requests.export import write_xlsx
from gongkai.web.requests.list_forms import AssignForm, FilterNameForm, ListForm
from gongkai.web.requests.models.case import Request
from gongkai.web.ui import clock

SIZE = 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def listing(request: HttpRequest) -> HttpResponse:
    """The applications of one's bodies, what is due first."""
    demand(permissions.may_work_on_requests, request.standing)
    today, own = clock.today(), request.standing.body_ids
    form = _form(request)
    wanted = form.wanted
    found = lists.listed(own, wanted, today=today, person=request.user.pk)
    counts = lists.counts(own, today=today, person=request.user.pk)
    registered_here = [
        body for body in form.bodies if body.pk in permissions.registered_at(request.standing)
    ]
    facts = {
        "form": form,
        "wanted": wanted,
        "page": Paginator(found, SIZE).get_page(request.GET.get("page")),
        "tabs": [(key, show.label, counts.get(key)) for key, show in lists.SHOWS.items()],
        "filters": lists.saved(request.user),
        "keep": FilterNameForm(initial={"query": wanted.address}),
        "today": today,
        "takes_mail": permissions.may_take_mail.test(request.standing),
        "bodies": registered_here,
        "assign": AssignForm(body=registered_here[0], today=today)
        if len(registered_here) == 1
        else None,
    }
    return render(request, "requests/listing.html", facts)


def export(request: HttpRequest) -> HttpResponse:
    """The same list as a spreadsheet."""
    demand(permissions.may_work_on_requests, request.standing)
    own, wanted = request.standing.body_ids, _form(request).wanted
    found = lists.listed(own, wanted, today=clock.today(), person=request.user.pk)
    out = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_xlsx(out, "依申请公开", lists.COLUMNS, lists.rows(found))
    out.seek(0)
    name = f"依申请公开{clock.today():%Y%m%d}.xlsx"
    return FileResponse(out, as_attachment=True, filename=name, content_type=XLSX)


@require_POST
def keep_filter(request: HttpRequest) -> HttpResponse:
    """Keep the list under a name."""
    demand(permissions.may_work_on_requests, request.standing)
    form = FilterNameForm(request.POST)
    if not form.is_valid():
        messages.error(request, "请给这个筛选起一个名称，不超过三十个字。")
        return redirect("requests:listing")
    save_filter(request.user, form.cleaned_data["name"], form.cleaned_data["query"])
    messages.success(request, "已保存，下次从“我的筛选”打开。")
    return redirect(f"{reverse('requests:listing')}?{form.cleaned_data['query']}")


@require_POST
def forget_filter(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a list that was kept."""
    demand(permissions.may_work_on_requests, request.standing)
    drop_filter(request.user, pk)
    return redirect("requests:listing")


@require_POST
def assign_ticked(request: HttpRequest, code: str) -> HttpResponse:
    """Give the ticked cases of a body to a section and a person."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_assign, request.standing, body)
    form = AssignForm(request.POST, body=body, today=clock.today())
    cases = _ticked(body, request.POST)
    if not cases:
        messages.error(request, "请先在列表里勾选要分办的申请。")
    elif form.is_valid():
        count = assign_all(request.actor, cases, **form.cleaned_data)
        messages.success(request, f"已分办 {count} 件。")
    else:
        messages.error(request, "请从列表里选择科室和经办人。")
    return redirect("requests:listing")


def _form(request: HttpRequest) -> ListForm:
    bodies = list(Body.objects.filter(pk__in=request.standing.body_ids))
    sections = list(lists.sections_of(request.standing.body_ids, clock.today()))
    asked = request.GET.copy()
    asked.setdefault("show", "open")
    form = ListForm(asked, bodies=bodies, sections=sections)
    form.bodies = bodies
    return form


def _ticked(body: Body, sent: QueryDict) -> Iterable[Request]:
    numbers = [pk for pk in sent.getlist("case") if pk.isdecimal()]
    return list(Request.objects.filter(body=body, pk__in=numbers).prefetch_related("assisting"))
