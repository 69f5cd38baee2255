"""Fees that are paid at a payment platform: which platform, which orders are to be looked at."""

from django.db.models import QuerySet

from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.fees import Fee, PaymentOrder
from gongkai.web.requests.payment.nontax import NonTax
from gongkai.web.requests.payment.provider import Provider
from gongkai.web.requests.payment.setting import read_treasury
from gongkai.web.ui import clock


def provider() -> Provider | None:
    """The platform that is set, if any."""
    treasury, _fault = read_treasury()
    return NonTax(treasury) if treasury else None


def unit_of(case: Request) -> str:
    """The code under which the case's body collects money on line; empty where it does not."""
    treasury, _fault = read_treasury()
    return treasury.units.get(case.body.code, "") if treasury else ""


def open_fee(case: Request) -> Fee | None:
    """The fee that the applicant owes now."""
    if case.stage != "AWAITING_PAYMENT":
        return None
    return case.fees.filter(paid=None).last()


def standing(fee: Fee) -> PaymentOrder | None:
    """The order that can be paid now."""
    found = fee.orders.filter(state=PaymentOrder.State.WAITING, fen=fee.yuan * 100)
    return found.exclude(address="").last()


def is_doubtful(fee: Fee) -> bool:
    """Whether money came that a clerk has still to look into."""
    return fee.orders.filter(state=PaymentOrder.State.DOUBTFUL).exists()


def due() -> QuerySet[PaymentOrder]:
    found = PaymentOrder.objects.filter(
        state=PaymentOrder.State.WAITING, following__lte=clock.now()
    )
    return found.order_by("following")


def anything_due() -> bool:
    return provider() is not None and due().exists()
