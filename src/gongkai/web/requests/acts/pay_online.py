"""A fee is paid at a payment platform: its answers are entered once, what is doubtful is shown."""

from datetime import timedelta

from django.db import transaction
from django.urls import reverse

from gongkai.law.request.lifecycle import NotProvidedFor, Stage
from gongkai.web.agencies.models import Role
from gongkai.web.agencies.queries import holders
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.requests import orders
from gongkai.web.requests.acts.charge import pay
from gongkai.web.requests.acts.enter import subject
from gongkai.web.requests.models.fees import Fee, PaymentOrder
from gongkai.web.requests.payment.provider import (
    Order,
    Provider,
    ProviderError,
    State,
    Told,
    Wanted,
)
from gongkai.web.ui import clock
from gongkai.web.ui.clock import local_day
from gongkai.web.ui.config import config
from gongkai.web.ui.templatetags.gongkai import day

AT_ONCE = 50
PATIENCE = 3
"""Questions without an answer, after which a round ends."""
LONGEST = timedelta(hours=6)
"""Between two questions, in the end."""
GIVEN_UP = timedelta(days=60)
"""After this an order that was not paid is not asked for any more."""
Stand = PaymentOrder.State


def begin(by: Actor, fee: Fee, platform: Provider, unit: str) -> PaymentOrder:
    """The order with which the fee can be paid; the same one while it stands. May be repeated."""
    order = open_order(by, fee)
    if order.address:
        return order
    base = config().address
    wanted = Wanted(
        name=order.name,
        unit=unit,
        number=fee.request.number,
        fen=order.fen,
        until=fee.due,
        notify=base + reverse("requests:payment_called"),
        back=base + reverse("requests:payment_back"),
    )
    return taken(order, platform.begin(wanted))


@transaction.atomic
def open_order(by: Actor, fee: Fee) -> PaymentOrder:
    """Written down before the platform is asked, so that no order there is unknown here."""
    locked = Fee.objects.select_for_update(of=("self",)).select_related("request__body")
    found = locked.get(pk=fee.pk)
    if found.paid or found.request.stage != Stage.AWAITING_PAYMENT.name:
        raise NotProvidedFor("这件申请现在没有待缴的费用")
    if found.orders.filter(state=Stand.DOUBTFUL).exists():
        raise NotProvidedFor("已有款项到账，工作人员正在核实，请不要重复缴纳")
    standing = found.orders.filter(state=Stand.WAITING, fen=found.yuan * 100).last()
    if standing is not None:
        return standing
    name = f"{found.request.number}-{found.pk}-{found.orders.count() + 1}"
    made = PaymentOrder.objects.create(fee=found, name=name, fen=found.yuan * 100, made=clock.now())
    _trail(by, made, "open_order", "网上缴费下单")
    return made


@transaction.atomic
def taken(order: PaymentOrder, there: Order) -> PaymentOrder:
    """The platform has the order."""
    order.code, order.address = there.code, there.address
    order.following = clock.now() + timedelta(minutes=1)
    order.save(update_fields=["code", "address", "following"])
    return order


@transaction.atomic
def settle(by: Actor, told: Told) -> PaymentOrder | None:
    """Enter what the platform says, once however often it says it; None for no order of ours.

    Paid in full and in time, the fee is paid. Everything else a clerk decides.
    """
    locked = PaymentOrder.objects.select_for_update(of=("self",))
    found = locked.select_related("fee__request__body").filter(name=told.name).first()
    if found is None or found.state not in (Stand.WAITING, Stand.CLOSED):
        return found
    if told.state is State.UNPAID:
        return found
    if told.state is State.CLOSED or told.paid is None:
        found.state, found.following = Stand.CLOSED, None
        found.save(update_fields=["state", "following"])
        return found
    found.paid, found.paid_fen, found.receipt = told.paid, told.fen, told.receipt
    found.problem = _problem(found) or _entered(by, found)
    found.state = Stand.DOUBTFUL if found.problem else Stand.PAID
    found.following = None
    found.save()
    _trail(by, found, "settle_order", found.get_state_display())
    if found.problem:
        _tell(found)
    return found


def _problem(order: PaymentOrder) -> str:
    """Why the money that came is not simply entered; empty where it is."""
    fee, on = order.fee, local_day(order.paid)
    if order.paid_fen != order.fen:
        return f"到账 {order.paid_fen / 100:.2f} 元，与应缴的 {order.fen / 100:.2f} 元不一致。"
    if fee.paid:
        return f"这笔费用已凭 {fee.slip} 登记缴纳，网上又到账一笔，请核实是否退费。"
    if fee.request.stage != Stage.AWAITING_PAYMENT.name:
        return f"{day(on)}到账时申请已是“{fee.request.stage_name}”，是否退费请核实。"
    if fee.due and on > fee.due:
        return f"{day(on)}到账，已过缴费期限{day(fee.due)}，是否继续办理请核实决定。"
    return ""


def _entered(by: Actor, order: PaymentOrder) -> str:
    """Enter the payment; the sentence of the law where it has no place for it."""
    try:
        with transaction.atomic():
            pay(by, order.fee, on=local_day(order.paid), slip=order.receipt)
    except NotProvidedFor as refusal:
        return f"到账后没有能够记入：{refusal}。"
    return ""


@transaction.atomic
def clear(by: Actor, order: PaymentOrder, *, remark: str) -> None:
    """A clerk has looked into what was doubtful, and says what was done."""
    found = PaymentOrder.objects.select_for_update(of=("self",)).get(pk=order.pk)
    if found.state != Stand.DOUBTFUL:
        raise NotProvidedFor("这笔网上缴费没有需要核实的问题")
    found.state, found.remark = Stand.CLEARED, remark
    found.save(update_fields=["state", "remark"])
    _trail(by, found, "clear_order", f"核实网上缴费：{remark}")


def check(by: Actor) -> None:
    """Ask for the orders whose time has come; where the platform is silent the rest wait."""
    platform, silent = orders.provider(), 0
    for order in orders.due()[:AT_ONCE] if platform else ():
        try:
            look(by, order, platform)
        except ProviderError:
            silent += 1
        if silent == PATIENCE:
            return


def look(by: Actor, order: PaymentOrder, platform: Provider) -> PaymentOrder:
    """Ask the platform for one order now; ProviderError when it has no answer to rely on."""
    try:
        found = settle(by, platform.look(order.name)) or order
    except ProviderError:
        _postpone(order)
        raise
    if found.state == Stand.WAITING:
        _postpone(found)
    return found


@transaction.atomic
def _postpone(order: PaymentOrder) -> None:
    """The pauses double, from a minute on."""
    order.looked += 1
    pause = min(timedelta(minutes=2 ** min(order.looked, 10)), LONGEST)
    later = clock.now() + pause
    order.following = later if later < order.made + GIVEN_UP else None
    order.save(update_fields=["looked", "following"])


def _tell(order: PaymentOrder) -> None:
    case = order.fee.request
    news = News(
        kind="payment_doubtful",
        key=f"payment_doubtful:{order.pk}",
        subject=subject(case),
        address=reverse("requests:case", args=[case.pk]),
        facts={"number": case.number, "problem": order.problem},
    )
    people = holders(case.body, Role.OFFICER, clock.today()).values_list("pk", flat=True)
    tell(news, people=people, scopes=[f"agencies.body:{case.body_id}"])


def _trail(by: Actor, order: PaymentOrder, verb: str, title: str) -> None:
    case = order.fee.request
    record(
        by,
        f"requests.{verb}",
        subject=subject(case),
        title=f"{case.number} {title}",
        chain=case.body.code,
        facts={"order": order.name, "fen": order.fen, "state": order.state, "why": order.problem},
    )
