"""转办: give an application to another body, take over what came, see what became of it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from gongkai.web.agencies.permissions import demand
from gongkai.web.agencies.queries import bodies
from gongkai.web.requests import forwarded, permissions
from gongkai.web.requests.acts.forward import accept, chase, forward, send_back
from gongkai.web.requests.case_forms import ForwardForm, SendBackForm
from gongkai.web.requests.models.others import Forwarding
from gongkai.web.requests.views.found import case_for, done, form_page
from gongkai.web.ui import clock

LEAD = (
    "由本平台其他单位负责的，可以转给它办理；转办不停止答复期限。"
    "转出的申请由接转单位登记、答复、计入年报，本单位另行统计。"
    "不在本平台的单位，请用“不属于本机关负责公开”答复，并告知负责机关的名称和联系方式。"
)


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it to another body."""
    case = case_for(request, pk, permissions.may_register)
    others = bodies(clock.today()).exclude(pk=case.body_id)
    form = ForwardForm(request.POST or None, today=clock.today(), others=others)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data

        def act() -> None:
            forward(request.actor, case, given["to"], reason=given["reason"], on=given["on"])

        if done(request, act, f"已转给{given['to'].name}。", form):
            return redirect("requests:case", pk=pk)
    return form_page(request, case, form, title="转办", button="转办", lead=LEAD)


def forwardings(request: HttpRequest) -> HttpResponse:
    """What went out and what came in, with the closing rate of the year."""
    demand(permissions.may_work_on_requests, request.standing)
    own, year = request.standing.body_ids, clock.today().year
    direction = "in" if request.GET.get("show") == "in" else "out"
    found = forwarded.sent_to(own) if direction == "in" else forwarded.sent_by(own)
    facts = {
        "direction": direction,
        "may_chase_for": permissions.registered_at(request.standing),
        "page": Paginator(found, 30).get_page(request.GET.get("page")),
        "rate": forwarded.rate(found, year),
        "year": year,
    }
    return render(request, "requests/forwardings.html", facts)


@require_POST
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign for what was forwarded."""
    found = _forwarding(pk)
    demand(permissions.may_register, request.standing, found.to)
    today = clock.today()
    said = "已签收，请与申请人确认收到后办理。"
    done(request, lambda: accept(request.actor, found, on=today), said, None)
    return redirect("requests:case", pk=found.successor_id)


def give_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return it to the body that forwarded it."""
    found = _forwarding(pk)
    demand(permissions.may_register, request.standing, found.to)
    form = SendBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason, today = form.cleaned_data["reason"], clock.today()

        def act() -> None:
            send_back(request.actor, found, reason=reason, on=today)

        if done(request, act, "已退回。", form):
            return redirect("requests:listing")
    return form_page(request, found.successor, form, title="退回转办", button="退回")


@require_POST
def press(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the receiving body to get on with it."""
    found = _forwarding(pk)
    demand(permissions.may_register, request.standing, found.request.body)
    today = clock.today()
    done(request, lambda: chase(request.actor, found, on=today), "已催办。", None)
    return redirect("requests:forwardings")


def _forwarding(pk: int) -> Forwarding:
    found = Forwarding.objects.select_related("request__body", "to", "successor__body")
    return get_object_or_404(found, pk=pk)
