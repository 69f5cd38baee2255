"""The information processing fee: decided, noticed, paid, or the application lapses."""

from datetime import date

from django.db import transaction

from gongkai.law.calendar.workdays import default_calendar
from gongkai.law.fee.applications import Application, fee_of
from gongkai.law.fee.tariff import Basis
from gongkai.law.request.details import FeeCharged, NoticeReached
from gongkai.law.request.lifecycle import Act, NotProvidedFor, Stage, move
from gongkai.law.request.record import Entry as LawEntry
from gongkai.law.request.terms import payment_due
from gongkai.web.audit.actor import Actor
from gongkai.web.audit.acts import record
from gongkai.web.requests.acts.enter import enter, subject
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.fees import Fee
from gongkai.web.requests.queries import record_of
from gongkai.web.ui import clock
from gongkai.web.ui.templatetags.gongkai import day


@transaction.atomic
def charge(
    by: Actor, request: Request, *, basis: Basis, units: int, earlier: int, on: date | None
) -> Fee:
    """Decide on a fee; nothing is charged within what is free.

    `on`: the day of the notice; None where it is still to be written and signed.
    """
    move(Stage[request.stage], Act.CHARGE_FEE)
    if request.fees.filter(noticed=None).exists():
        raise NotProvidedFor("已经决定收费，收费通知书还没有发出")
    received = request.received or on or clock.today()
    tariff = Application(applicant="", received=received, items=units, pages=units, basis=basis)
    yuan = fee_of(tariff, earlier).yuan
    if not yuan:
        raise NotProvidedFor("没有超过不收费的范围，不能收取信息处理费")
    made = Fee.objects.create(
        request=request, basis=basis.value, units=units, earlier=earlier, yuan=yuan
    )
    if on:
        noticed(by, made, on=on)
    else:
        title = f"{request.number} 拟收信息处理费 {yuan} 元"
        chain = request.body.code
        record(by, "requests.charge", subject=subject(request), title=title, chain=chain)
    return made


@transaction.atomic
def noticed(by: Actor, fee: Fee, *, on: date, received_on: date | None = None) -> None:
    """The notice is out; nothing where that is known already."""
    if _locked(fee).noticed:
        return
    entry = LawEntry(Act.CHARGE_FEE, on, FeeCharged(amount=fee.yuan, received_on=received_on))
    enter(by, fee.request, entry, note=f"{Basis(fee.basis).chinese}，{fee.yuan} 元")
    due = payment_due(entry, default_calendar())
    fee.noticed, fee.due = on, due.date if due else None
    fee.save(update_fields=["noticed", "due"])


@transaction.atomic
def reached(by: Actor, fee: Fee, *, on: date) -> None:
    """The notice was signed for after it was out: the time to pay runs from that day."""
    locked = _locked(fee)
    before = record_of(locked.request)
    charged = next(each for each in reversed(before) if isinstance(each.details, FeeCharged))
    if on < charged.on:
        raise NotProvidedFor(f"签收日期不能早于通知发出的日期{day(charged.on)}")
    said = NoticeReached(reached_on=on)
    entry = LawEntry(Act.NOTICE_RECEIVED, max(on, before[-1].on), said)
    enter(by, locked.request, entry, note=f"{day(on)}签收")
    due = payment_due(charged, default_calendar(), reached_on=on)
    locked.due = due.date if due else None
    locked.save(update_fields=["due"])


@transaction.atomic
def drop(by: Actor, fee: Fee) -> None:
    """Nothing is charged after all; only while the notice is not out."""
    locked = _locked(fee)
    if locked.noticed:
        raise NotProvidedFor("收费通知书已经发出，不能取消")
    title = f"{locked.request.number} 不再收取信息处理费"
    chain = locked.request.body.code
    record(by, "requests.charge", subject=subject(locked.request), title=title, chain=chain)
    locked.delete()


def _locked(fee: Fee) -> Fee:
    found = Fee.objects.select_for_update(of=("self",)).select_related("request__body")
    return found.get(pk=fee.pk)


@transaction.atomic
def pay(by: Actor, fee: Fee, *, on: date, slip: str) -> None:
    """The money has come; the period begins anew on the next day."""
    found = _locked(fee)
    if found.paid:
        raise NotProvidedFor("这笔费用已经缴纳")
    enter(by, found.request, LawEntry(Act.PAY, on), note=f"缴费凭证 {slip}")
    found.paid, found.slip = on, slip
    found.save(update_fields=["paid", "slip"])


@transaction.atomic
def lapse(by: Actor, fee: Fee, *, on: date) -> None:
    """The time to pay is over: the application is not handled any more."""
    if fee.due and on <= fee.due:
        raise NotProvidedFor(f"缴费期限到{day(fee.due)}才届满")
    enter(by, fee.request, LawEntry(Act.LAPSE_UNPAID, on))
