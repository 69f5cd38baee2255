"""The information processing fee: decide, enter what was paid, let it lapse."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from gongkai.law.fee.tariff import Basis
from gongkai.web.agencies.permissions import demand
from gongkai.web.requests import permissions
from gongkai.web.requests.acts.charge import charge, drop, lapse, noticed, pay
from gongkai.web.requests.acts.pay_online import clear
from gongkai.web.requests.case_forms import ChargeForm, OutForm, PayForm
from gongkai.web.requests.models.fees import Fee, PaymentOrder
from gongkai.web.requests.signs import in_the_month
from gongkai.web.requests.views.found import case_for, done, form_page
from gongkai.web.ui import clock


def notice(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide to charge; the tariff says how much."""
    case = case_for(request, pk, permissions.may_register)
    earlier = in_the_month(case, clock.today())
    form = ChargeForm(request.POST or None, today=clock.today(), initial={"units": 1})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        basis = Basis(given["basis"])

        def act() -> None:
            charge(
                request.actor,
                case,
                basis=basis,
                units=given["units"],
                earlier=earlier if basis is Basis.ITEMS else 0,
                on=given["on"],
            )

        said = "收费通知已记入，缴费前期限停止计算。"
        if given["on"] is None:
            said = "已决定收费。请接着起草收费通知书，送达以后缴费期限起算。"
        if done(request, act, said, form):
            return redirect("requests:case", pk=pk)
    lead = (
        f"同一申请人当月在这件之前已申请 {earlier} 件。收费不是必须的；"
        "每件申请只按件或者只按量计收一种。"
    )
    return form_page(request, case, form, title="收取信息处理费", button="计算并记入", lead=lead)


def notice_out(request: HttpRequest, pk: int) -> HttpResponse:
    """The notice went out otherwise than through the platform."""
    fee = _fee(request, pk)
    form = OutForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            noticed(request.actor, fee, **form.cleaned_data)

        if done(request, act, "已记入，缴费前期限停止计算。", form):
            return redirect("requests:case", pk=fee.request_id)
    return form_page(request, fee.request, form, title="登记收费通知发出", button="记入")


@require_POST
def dropped(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is charged after all."""
    fee = _fee(request, pk)
    done(request, lambda: drop(request.actor, fee), "已取消收费。", None)
    return redirect("requests:case", pk=fee.request_id)


def paid(request: HttpRequest, pk: int) -> HttpResponse:
    """The slip of the bank or the counter."""
    fee = _fee(request, pk)
    form = PayForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():

        def act() -> None:
            pay(request.actor, fee, **form.cleaned_data)

        if done(request, act, "缴费已记入。", form):
            return redirect("requests:case", pk=fee.request_id)
    return form_page(request, fee.request, form, title=f"登记缴费 {fee.yuan} 元", button="记入")


@require_POST
def unpaid(request: HttpRequest, pk: int) -> HttpResponse:
    """The time to pay is over."""
    fee = _fee(request, pk)
    today = clock.today()
    done(request, lambda: lapse(request.actor, fee, on=today), "已记入，不再处理。", None)
    return redirect("requests:case", pk=fee.request_id)


@require_POST
def clear_order(request: HttpRequest, pk: int) -> HttpResponse:
    """What was doubtful about money that came on line has been looked into."""
    order = get_object_or_404(PaymentOrder.objects.select_related("fee__request__body"), pk=pk)
    case = order.fee.request
    demand(permissions.may_register, request.standing, case.body)
    remark = request.POST.get("remark", "").strip()[:200]
    if not remark:
        messages.error(request, "请写明核实的结果，例如：已退费。")
    else:
        done(request, lambda: clear(request.actor, order, remark=remark), "已记入。", None)
    return redirect("requests:case", pk=case.pk)


def _fee(request: HttpRequest, pk: int) -> Fee:
    fee = get_object_or_404(Fee.objects.select_related("request__body"), pk=pk)
    demand(permissions.may_register, request.standing, fee.request.body)
    return fee
