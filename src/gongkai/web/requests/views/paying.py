"""Paying a fee on line: the order, coming back from the platform, the platform's own call."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.accounts.queries import address_of
from gongkai.web.audit.actor import system
from gongkai.web.requests import orders
from gongkai.web.requests.acts.pay_online import begin, look, settle
from gongkai.web.requests.models.fees import PaymentOrder
from gongkai.web.requests.payment.nontax import called
from gongkai.web.requests.payment.provider import ProviderError
from gongkai.web.requests.payment.setting import read_treasury
from gongkai.web.requests.views.follow import followed
from gongkai.web.ui.pace import within

WRONG, WAIT = 20, 600
"""So many calls with a wrong signature from one address in so many seconds."""
LARGEST = 64 * 1024
CALLER = system("缴费平台通知")


@login_not_required
@require_POST
def pay_online(request: HttpRequest) -> HttpResponse:
    """Make the order; its code and address then stand on the page."""
    case = followed(request)
    fee = orders.open_fee(case) if case else None
    platform, unit = orders.provider(), orders.unit_of(case) if case else ""
    if fee is None or platform is None or not unit:
        return redirect("requests:progress")
    try:
        begin(request.actor, fee, platform, unit)
    except (ProviderError, NotProvidedFor) as fault:
        messages.error(request, f"{str(fault).rstrip('。')}。")
    return redirect("requests:progress")


@login_not_required
@never_cache
def payment_back(request: HttpRequest) -> HttpResponse:
    """Back from the platform: ask it, not the browser, whether it was paid."""
    case, platform = followed(request), orders.provider()
    fee = orders.open_fee(case) if case else None
    order = orders.standing(fee) if fee else None
    if order is None or platform is None:
        return redirect("requests:progress")
    try:
        found = look(request.actor, order, platform)
    except ProviderError as fault:
        messages.error(request, str(fault))
        return redirect("requests:progress")
    if found.state == PaymentOrder.State.PAID:
        messages.success(request, "缴费成功。")
    elif found.state == PaymentOrder.State.DOUBTFUL:
        messages.error(request, "款项已经到账，需要工作人员核实，请等候联系。")
    else:
        messages.error(request, "还没有收到付款，付款后请稍等再看。")
    return redirect("requests:progress")


@login_not_required
@csrf_exempt
@never_cache
@require_POST
def payment_called(request: HttpRequest) -> HttpResponse:
    """The platform says that an order was paid; without its signature it is not listened to."""
    treasury, _fault = read_treasury()
    data = request.read(LARGEST + 1)
    if treasury is None or len(data) > LARGEST:
        return JsonResponse({"taken": False}, status=404 if treasury is None else 413)
    try:
        told = called(treasury, request.path, request.headers, data)
    except ProviderError as fault:
        wait = not within(f"payment:{address_of(request)}", WRONG, WAIT)
        return JsonResponse({"taken": False, "why": str(fault)}, status=429 if wait else 401)
    found = settle(CALLER, told)
    return JsonResponse({"taken": found is not None}, status=200 if found else 404)
