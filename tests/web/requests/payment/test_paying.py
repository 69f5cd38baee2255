"""A fee is paid at a payment platform over HTTP; only what it signed is believed, and once."""

import json
from datetime import timedelta

import pytest
from django.test import Client

from gongkai.web.notices.models import Notice
from gongkai.web.project.commands.doctor import payment
from gongkai.web.requests import orders
from gongkai.web.requests.acts.charge import lapse, pay
from gongkai.web.requests.acts.pay_online import begin, check
from gongkai.web.requests.models.fees import Fee, PaymentOrder
from gongkai.web.requests.payment.provider import ProviderError
from gongkai.web.requests.payment.setting import read_treasury
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY
from tests.web.requests.payment.conftest import SETTINGS

pytestmark = pytest.mark.django_db
State = PaymentOrder.State


def shown(browser) -> str:
    return browser.get("/follow/case").content.decode()


def order_of(fee) -> PaymentOrder:
    return fee.orders.get()


@pytest.fixture
def ordered(online, fee, applicant):
    """The order stands at the platform."""
    applicant.post("/follow/pay")
    return online


@pytest.mark.parametrize("online", ["hmac-sha256", "hmac-sm3"], indirect=True)
def test_a_fee_is_paid_and_the_period_begins_anew(online, fee, applicant):
    assert "网上缴费" in shown(applicant)
    applicant.post("/follow/pay")
    page = shown(applicant)
    assert "42010426000000000017" in page
    assert 'href="https://pay.example.org/o/17"' in page
    (wanted,) = online.orders.values()
    assert (wanted["fen"], wanted["unit"], wanted["item"]) == (72000, "420106001", "103049950")
    assert wanted["notify"] == "https://gk.example.org/pay/called"
    assert "还没有收到付款" in applicant.get("/follow/paid", follow=True).content.decode()
    online.pay(clock.now())
    assert "缴费成功" in applicant.get("/follow/paid", follow=True).content.decode()
    fee.refresh_from_db()
    assert (fee.paid, fee.slip) == (clock.today(), "鄂财非税 26001234")
    assert (fee.request.stage, order_of(fee).state) == ("IN_HAND", State.PAID)


def test_asked_twice_it_is_one_order(ordered, fee, applicant):
    applicant.post("/follow/pay")
    assert (len(ordered.orders), fee.orders.count()) == (1, 1)


def test_an_order_whose_answer_was_lost_is_asked_for_by_the_same_name(online, fee, applicant):
    online.status = 502
    page = applicant.post("/follow/pay", follow=True).content.decode()
    assert "缴费平台暂时没有答复" in page
    online.status = 200
    applicant.post("/follow/pay")
    assert [order_of(fee).name] == list(online.orders)


def test_a_call_of_the_platform_settles_it_once(ordered, fee):
    order = ordered.pay(clock.now())
    for _call in range(2):
        assert ordered.call(Client(), order).json() == {"taken": True}
    fee.refresh_from_db()
    assert fee.paid == clock.today()
    assert fee.request.entries.filter(act="PAY").count() == 1


def test_a_call_without_the_right_signature_is_not_listened_to(ordered, fee):
    order = ordered.pay(clock.now())
    answer = ordered.call(Client(), order, secret_is_right=False)
    assert (answer.status_code, order_of(fee).state) == (401, State.WAITING)
    assert Client().post("/pay/called", "{}", content_type="application/json").status_code == 401
    assert ordered.call(Client(), {**order, "order": "SQ999-2026-0001-1-1"}).status_code == 404


def test_the_worker_asks_where_the_call_was_lost(ordered, fee):
    PaymentOrder.objects.update(following=clock.now())
    assert orders.anything_due()
    check(BY)
    waits = order_of(fee)
    assert (waits.state, waits.looked) == (State.WAITING, 1)
    assert waits.following > clock.now()
    ordered.pay(clock.now())
    PaymentOrder.objects.update(following=clock.now())
    check(BY)
    assert order_of(fee).state == State.PAID
    assert not orders.anything_due()


def test_an_answer_that_is_not_signed_for_this_question_is_none(ordered, fee, applicant):
    ordered.pay(clock.now())
    ordered.unsigned = True
    page = applicant.get("/follow/paid", follow=True).content.decode()
    assert "没有正确的签名" in page
    assert order_of(fee).state == State.WAITING
    with pytest.raises(ProviderError):
        orders.provider().look(order_of(fee).name)


def test_another_sum_is_shown_and_not_entered(ordered, fee, applicant):
    ordered.call(Client(), ordered.pay(clock.now(), 50000))
    order = order_of(fee)
    assert (order.state, order.problem) == (
        State.DOUBTFUL, "到账 500.00 元，与应缴的 720.00 元不一致。",
    )  # fmt: skip
    fee.refresh_from_db()
    assert (fee.paid, fee.request.stage) == (None, "AWAITING_PAYMENT")
    page = applicant.post("/follow/pay", follow=True).content.decode()
    assert "请不要重复缴纳" in page
    assert fee.orders.count() == 1


def test_paid_after_the_last_day_it_is_left_to_the_clerk(ordered, fee):
    Fee.objects.filter(pk=fee.pk).update(due=clock.today() - timedelta(days=1))
    ordered.call(Client(), ordered.pay(clock.now()))
    assert "已过缴费期限" in order_of(fee).problem
    fee.request.refresh_from_db()
    assert fee.request.stage == "AWAITING_PAYMENT"


def test_paid_after_the_lapse_it_revives_nothing(ordered, fee, signed_in):
    Fee.objects.filter(pk=fee.pk).update(due=clock.today() - timedelta(days=1))
    fee.refresh_from_db()
    lapse(BY, fee, on=clock.today())
    ordered.call(Client(), ordered.pay(clock.now()))
    order = order_of(fee)
    assert "到账时申请已是“视为放弃”" in order.problem
    fee.request.refresh_from_db()
    assert fee.request.stage == "ABANDONED"
    assert order.state == State.DOUBTFUL


def test_paid_over_the_counter_before_it_is_shown_as_paid_twice(ordered, fee):
    pay(BY, fee, on=clock.today(), slip="鄂财 0001")
    ordered.call(Client(), ordered.pay(clock.now()))
    assert "网上又到账一笔" in order_of(fee).problem


def test_a_clerk_is_told_and_says_how_it_was_cleared(online, configured, signed_in):
    both = SETTINGS.replace("wuchang-wangge", "jiguan")
    configured(both.format(address=online.address, signing="hmac-sha256"))
    fee = Fee.objects.get(request__body__code="jiguan")
    fee.orders.all().delete()
    begin(BY, fee, orders.provider(), "420104001")
    online.call(Client(), online.pay(clock.now(), 1))
    case = fee.request
    assert Notice.objects.filter(kind="payment_doubtful", title__contains=case.number).exists()
    officer = signed_in("jiguan.jingban")
    assert "到账 0.01 元" in officer.get(f"/desk/requests/{case.pk}/").content.decode()
    address = f"/desk/requests/orders/{fee.orders.last().pk}/clear"
    assert "请写明核实的结果" in officer.post(address, {}, follow=True).content.decode()
    page = officer.post(address, {"remark": "已退回一分钱"}, follow=True).content.decode()
    assert "核实结果：已退回一分钱" in page
    assert signed_in("wangge.jingban").post(address, {"remark": "x"}).status_code == 403


def test_a_body_that_is_not_set_takes_no_money_on_line(online, applicant, fee, configured):
    other = SETTINGS.replace("wuchang-wangge", "jiguan")
    configured(other.format(address=online.address, signing="hmac-sha256"))
    assert "网上缴费" not in shown(applicant)
    applicant.post("/follow/pay")
    assert not online.asked


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("client", "clint"), "没有“clint”这样的设置"),
        (('"gongkai-qk"', '""'), "“client”要写在引号里"),
        (('address = "http', 'address = "ftp'), "address 应当以 https:// 开头"),
        (("hmac-sha256", "md5"), "signing 只能是"),
        (("[units]\nwuchang-wangge = ", "units = "), "要有一节 [units]"),
        (('secret_env = "PAYMENT_SECRET"', ""), "密钥用 secret_file"),
    ],
)
def test_what_is_wrong_in_the_settings_is_named(configured, change, said):
    text = SETTINGS.format(address="https://fs.example.org", signing="hmac-sha256")
    configured(text.replace(*change))
    treasury, fault = read_treasury()
    assert treasury is None
    assert said in fault
    assert [serious for serious, _ in payment()] == [True]


def test_the_doctor_looks_whether_bodies_and_platform_are_there(online, configured, platform):
    assert list(payment()) == []
    wrong = SETTINGS.replace("wuchang-wangge", "no-such")
    configured(wrong.format(address="http://127.0.0.1:1", signing="hmac-sm3"))
    assert [serious for serious, _ in payment()] == [True, False]


def test_what_a_call_may_hold_is_bounded(online):
    assert Client().post("/pay/called", b"x" * 70_000, content_type="a/b").status_code == 413
    assert json.loads(Client().post("/pay/called").content)["taken"] is False
