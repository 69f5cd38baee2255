"""The desk: lists, intake, the page of a case, its acts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.statute.forms import form
from gongkai.web.agencies.models import Body
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import desk_page, permissions, queries
from gongkai.web.requests.acts.confirm import confirm
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.register import register
from gongkai.web.requests.acts.uploads import keep_papers
from gongkai.web.requests.forms import ActForm, IntakeForm
from gongkai.web.requests.letter_page import letter_of
from gongkai.web.requests.shown import story
from gongkai.web.requests.views.found import case_for
from gongkai.web.ui import clock
from gongkai.web.vault import acts as vault_acts


def intake(request: HttpRequest, code: str) -> HttpResponse:
    """Enter an application that came on paper, by word of mouth, by fax."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_register, request.standing, body)
    filled = IntakeForm(request.POST or None, request.FILES or None, today=clock.today())
    if request.method == "POST" and filled.is_valid():
        made = register(request.actor, body, filled.application(), filled.receipt)
        keep_papers(request.actor, made.request, filled.cleaned_data["files"])
        text = f"已登记为 {made.request.number}，查询码 {made.code}，请一并写在登记回执上。"
        messages.success(request, text)
        return redirect("requests:case", pk=made.request.pk)
    return render(request, "requests/intake.html", {"form": filled, "body": body})


def case(request: HttpRequest, pk: int) -> HttpResponse:
    """One case: where it stands, until when, what may be done now."""
    shown_case = case_for(request, pk, permissions.may_see)
    facts = desk_page.facts(request, shown_case)
    facts |= story(shown_case, clock.today(), plain=False)
    return render(request, "requests/case.html", facts)


def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Enter one act."""
    handled = case_for(request, pk, permissions.may_handle)
    if name not in Act.__members__:
        raise Http404
    if Act[name] in desk_page.PAGES:
        return redirect(desk_page.PAGES[Act[name]], pk=pk)
    if not desk_page.plain(handled, Act[name]):
        raise Http404
    filled = ActForm(Act[name], request.POST or None, today=clock.today())
    if request.method == "POST" and filled.is_valid():
        try:
            enter(request.actor, handled, filled.entry, note=filled.cleaned_data["note"])
        except NotProvidedFor as refusal:
            filled.add_error(None, f"{refusal}。")
        else:
            messages.success(request, f"已记入：{Act[name].value}。")
            return redirect("requests:case", pk=pk)
    facts = {"form": filled, "case": handled, "act": Act[name], "letter": letter_of(Act[name])}
    return render(request, "requests/act.html", facts)


@require_POST
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm with the applicant that it has come; the period begins."""
    handled = case_for(request, pk, permissions.may_handle)
    try:
        confirm(request.actor, handled, on=clock.today())
    except NotProvidedFor as refusal:
        messages.error(request, f"{refusal}。")
    return redirect("requests:case", pk=pk)


@require_POST
def reveal(request: HttpRequest, pk: int) -> HttpResponse:
    """The applicant's data in the clear; the look is entered in the trail."""
    handled = case_for(request, pk, permissions.may_reveal)
    person = vault_acts.reveal(
        request.actor,
        handled.holder,
        reason="办理申请",
        title=f"查看 {handled.number} 申请人信息",
        chain=handled.body.code,
    )
    return render(request, "requests/person.html", {"case": handled, "person": person})


def cell(request: HttpRequest, code: str, year: int, row: str, applicant: str) -> HttpResponse:
    """The applications behind one cell of table two of a body's year."""
    body = get_object_or_404(Body, code=code)
    demand(permissions.may_see, request.standing, body)
    if row not in {each.key for each in form("2021").rows_of("requests")}:
        raise Http404
    found = queries.cell_records(body, year, row, applicant)
    facts = {
        "lists": permissions.may_work_on_requests.test(request.standing),
        "body": body,
        "year": year,
        "row": form("2021").row(f"requests.{row}").printed,
        "column": "总计" if applicant == "total" else queries.column_of(applicant),
        "page": Paginator(found.order_by("received", "pk"), 50).get_page(request.GET.get("page")),
    }
    return render(request, "requests/cell.html", facts)
