"""The cases of one's bodies, a new one, the page of one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.remedies import permissions, queries
from gongkai.web.remedies.acts import case as acts
from gongkai.web.remedies.forms import ReasonForm, RegisterForm
from gongkai.web.remedies.models import Remedy
from gongkai.web.remedies.record import Act, Stage, acts_at
from gongkai.web.ui import clock
from gongkai.web.vault.queries import shown

SHOWS = (("open", "办理中"), ("all", "全部"))
ON_OWN_PAGE = (Act.AMEND, Act.RETRACT)


def listing(request: HttpRequest) -> HttpResponse:
    """The remedies against one's bodies, what is due first."""
    demand(permissions.may_work_on_remedies | permissions.may_see, request.standing)
    show = request.GET.get("show", "open")
    words = request.GET.get("words", "").strip()
    found = queries.listed(queries.readable(request.standing), show=show, words=words)
    handled = [p.body_id for p in request.standing.posts if p.role in permissions.HANDLERS]
    facts = {
        "page": Paginator(found, 30).get_page(request.GET.get("page")),
        "shows": SHOWS,
        "show": show,
        "words": words,
        "today": clock.today(),
        "bodies": Body.objects.filter(pk__in=handled),
    }
    return render(request, "remedies/listing.html", facts)


def new(request: HttpRequest, code: str) -> HttpResponse:
    """Enter a case from its papers."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_handle, request.standing, body)
    initial = queries.prefilled(body, request.GET.get("request", ""))
    filled = RegisterForm(body, clock.today(), request.POST or None, initial=initial)
    if request.method == "POST" and filled.is_valid():
        made = acts.register(request.actor, body=body, facts=filled.facts(), person=filled.person())
        messages.success(request, f"已经登记为 {made.number}。")
        return redirect("remedies:case", made.pk)
    forums = queries.where_usually(body)
    return render(request, "remedies/new.html", {"form": filled, "body": body, "forums": forums})


def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: where it stands, until when, what may be done now."""
    found = Remedy.objects.select_related("body", "request", "letter", "previous", "holder")
    remedy = get_object_or_404(found, pk=pk)
    demand(permissions.may_see, request.standing, remedy.body)
    state, stage = queries.state_of(remedy), Stage(remedy.stage)
    may_handle = permissions.may_handle.test(request.standing, remedy.body)
    possible = [act for act in acts_at(stage) if act not in ON_OWN_PAGE]
    today = clock.today()
    facts = {
        "remedy": remedy,
        "state": state,
        "stage": stage,
        "name": shown(remedy.holder).get("name", "") if remedy.holder else "",
        "today": today,
        "late": bool(remedy.reply_due and not remedy.replied and _open(remedy))
        and remedy.reply_due < today,
        "entries": remedy.entries.all(),
        "continued": remedy.continued.all(),
        "anew": queries.answered_anew(remedy),
        "may_handle": may_handle,
        "possible": possible if may_handle else [],
        "amendable": may_handle and Act.AMEND in acts_at(stage),
        "reason_form": ReasonForm(),
    }
    return render(request, "remedies/case.html", facts)


def _open(remedy: Remedy) -> bool:
    return remedy.stage in queries.OPEN
