"""Packages over HTTP, and the desk's page of what is exchanged."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from gongkai.web.accounts.queries import address_of
from gongkai.web.agencies.permissions import demand
from gongkai.web.audit.actor import Actor
from gongkai.web.publishing import permissions
from gongkai.web.publishing.acts import exchange as acts
from gongkai.web.publishing.acts.handover import LARGEST
from gongkai.web.publishing.forms.exchange import GateForm, OutletForm
from gongkai.web.publishing.models.exchange import Gate, Intake, Outlet
from gongkai.web.publishing.package import PackageError
from gongkai.web.publishing.queries import exchange as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.views.bodies import body_for, frame, to_first
from gongkai.web.ui import clock
from gongkai.web.ui.doing import Page
from gongkai.web.ui.pace import within

WRONG, WAIT = 20, 600
"""So many wrong keys from one address in so many seconds."""
EXCHANGE = Page("publishing:exchange", NotProvidedForError)


@login_not_required
@csrf_exempt
@never_cache
def intake(request: HttpRequest, code: str) -> HttpResponse:
    """A package of an office system: `Authorization: Bearer KEY`, the package as the body."""
    gate = _gate(request, code)
    if not isinstance(gate, Gate):
        return gate
    if request.method != "POST":
        return _said({"message": "请用 POST 报送。"}, 405)
    data = request.read(LARGEST + 1)
    if len(data) > LARGEST:
        return _said({"message": "超过 60 MB。"}, 413)
    by = Actor(f"gate:{gate.pk}", gate.name, address_of(request), getattr(request, "number", ""))
    try:
        taken = acts.take_package(by, body=gate.body, data=data)
    except PackageError as fault:
        return _said({"state": "refused", "message": str(fault)}, 422)
    return _said(queries.state_of(taken), 202)


@login_not_required
@never_cache
def intake_state(request: HttpRequest, code: str, source: str) -> HttpResponse:
    """What became of a package: its stage and, once it is published, its address."""
    gate = _gate(request, code)
    if not isinstance(gate, Gate):
        return gate
    found = Intake.objects.filter(body=gate.body, source=source).select_related("item__body")
    known = found.first()
    if known is None:
        return _said({"message": "没有这个编号的报送。"}, 404)
    return _said(queries.state_of(known), 200)


def _gate(request: HttpRequest, code: str) -> Gate | HttpResponse:
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    found = queries.gate(code, token) if scheme == "Bearer" and token else None
    if found is not None:
        return found
    if not within(f"gate:{address_of(request)}", WRONG, WAIT):
        return _said({"message": "密钥错误次数过多，请稍后再试。"}, 429)
    return _said({"message": "密钥不对或者已经停用。"}, 401)


def _said(facts: dict, status: int) -> HttpResponse:
    return JsonResponse(facts, status=status, json_dumps_params={"ensure_ascii": False})


def index(request: HttpRequest) -> HttpResponse:
    return to_first(request, "publishing:exchange")


@never_cache
def exchange(request: HttpRequest, code: str) -> HttpResponse:
    """Keys, packages that came in, systems that items are handed on to."""
    body = body_for(request, code)
    outlets = queries.outlets().filter(channel__body=body)
    facts = {
        **frame(request, body, "publishing:exchange"),
        "gates": body.gates.filter(closed=None).order_by("pk"),
        "intakes": queries.recent_intakes(body)[:50],
        "outlets": [(each, queries.failed(each)[:20]) for each in outlets],
        "token": request.session.pop(f"publishing.gate:{body.pk}", ""),
        "gate_form": GateForm(),
        "outlet_form": OutletForm(body, initial={"since": clock.today()}),
        "folder": queries.folder(),
        "may_keep": permissions.may_keep_channels.test(request.standing, body),
    }
    return render(request, "publishing/exchange.html", facts)


@require_POST
def open_gate(request: HttpRequest, code: str) -> HttpResponse:
    body, form = body_for(request, code, permissions.may_keep_channels), GateForm(request.POST)
    if not form.is_valid():
        return EXCHANGE.refused(request, code, "请填写系统名称。")
    token = acts.open_gate(request.actor, body=body, name=form.cleaned_data["name"])
    request.session[f"publishing.gate:{body.pk}"] = token
    return redirect("publishing:exchange", code)


@require_POST
def close_gate(request: HttpRequest, pk: int) -> HttpResponse:
    gate = get_object_or_404(Gate.objects.select_related("body"), pk=pk, closed=None)
    demand(permissions.may_keep_channels, request.standing, gate.body)
    acts.close_gate(request.actor, gate=gate)
    messages.success(request, "已经停用，原密钥立即失效。")
    return redirect("publishing:exchange", gate.body.code)


@require_POST
@sensitive_post_parameters("token")
def open_outlet(request: HttpRequest, code: str) -> HttpResponse:
    body = body_for(request, code, permissions.may_keep_channels)
    form = OutletForm(body, request.POST)
    if not form.is_valid():
        return EXCHANGE.refused(request, code, "请选择渠道，并填写起始日期和接口地址。")
    return EXCHANGE.done(
        request,
        code,
        lambda: acts.open_outlet(request.actor, **form.cleaned_data),
        "已经设置，新公布的信息将自动推送。",
    )


@require_POST
def close_outlet(request: HttpRequest, pk: int) -> HttpResponse:
    found = Outlet.objects.select_related("channel__body")
    outlet = get_object_or_404(found, pk=pk, closed=None)
    demand(permissions.may_keep_channels, request.standing, outlet.channel.body)
    acts.close_outlet(request.actor, outlet=outlet)
    messages.success(request, "已经停止推送。")
    return redirect("publishing:exchange", outlet.channel.body.code)
