"""The information processing fee: decided, noticed, paid, or the application lapses."""

from datetime import date

from django.db import transaction

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.fee.applications import Application, fee_of
from gongkai.law.fee.tariff import Basis
from gongkai.law.request.details import FeeCharged
from gongkai.law.request.lifecycle import Act, NotProvidedFor
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.terms import payment_due
from gongkai.web.audit.actor import Actor
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.models import Fee, Request


@transaction.atomic
def charge(by: Actor, request: Request, *, basis: Basis, units: int, earlier: int, on: date) -> Fee:
    """Send the fee notice; nothing is charged within what is free."""
    tariff = Application(
        applicant="", received=request.received or on, items=units, pages=units, basis=basis
    )
    yuan = fee_of(tariff, earlier).yuan
    if not yuan:
        raise NotProvidedFor("没有超过不收费的范围，不能收取信息处理费")
    entry = LawEntry(Act.CHARGE_FEE, on, FeeCharged(amount=yuan))
    enter(by, request, entry, note=f"{basis.chinese}，{yuan} 元")
    due = payment_due(entry, default_calendar())
    return Fee.objects.create(
        request=request,
        basis=basis.value,
        units=units,
        earlier=earlier,
        yuan=yuan,
        noticed=on,
        due=due.date if due else None,
    )


@transaction.atomic
def pay(by: Actor, fee: Fee, *, on: date, slip: str) -> None:
    """The money has come; the period begins anew on the next day."""
    locked = Fee.objects.select_for_update(of=("self",)).select_related("request__body")
    found = locked.get(pk=fee.pk)
    if found.paid:
        raise NotProvidedFor("这笔费用已经缴纳")
    enter(by, found.request, LawEntry(Act.PAY, on), note=f"缴费凭证 {slip}")
    found.paid, found.slip = on, slip
    found.save(update_fields=["paid", "slip"])


@transaction.atomic
def order(fee: Fee, name: str) -> None:
    """Remember the payment provider's name for it."""
    fee.order = name
    fee.save(update_fields=["order"])


@transaction.atomic
def lapse(by: Actor, fee: Fee, *, on: date) -> None:
    """The time to pay is over: the application is not handled any more."""
    if fee.due and on <= fee.due:
        raise NotProvidedFor(f"缴费期限到{fee.due}才届满")
    enter(by, fee.request, LawEntry(Act.LAPSE_UNPAID, on))
