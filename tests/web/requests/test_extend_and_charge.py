"""Extensions go through the head; fees follow the tariff; neither moves the clock too early."""

from datetime import date

import pytest

from gongkai.law.fee.tariff import Basis
from gongkai.law.request.lifecycle import NotProvidedFor
from gongkai.web.requests.acts.charge import charge, lapse, pay
from gongkai.web.requests.acts.extend import ask_extension, decide_extension, tell_extension
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.others import Extension
from gongkai.web.requests.signs import in_the_month
from tests.web.requests.conftest import BY

pytestmark = pytest.mark.django_db


def test_an_extension_holds_from_the_day_the_applicant_was_told(apply):
    case = apply().request
    asked = ask_extension(BY, case, days=20, reason="材料较多")
    with pytest.raises(NotProvidedFor):
        tell_extension(BY, asked, on=date(2026, 2, 10))
    decide_extension(BY, asked, approved=True, opinion="")
    case.refresh_from_db()
    assert case.due == date(2026, 2, 28)
    tell_extension(BY, asked, on=date(2026, 2, 10))
    case.refresh_from_db()
    assert case.due == date(2026, 3, 27)
    with pytest.raises(NotProvidedFor):
        tell_extension(BY, asked, on=date(2026, 2, 11))


def test_what_was_refused_changes_nothing_and_can_be_asked_again(apply):
    case = apply().request
    asked = ask_extension(BY, case, days=20, reason="材料较多")
    with pytest.raises(NotProvidedFor, match="还没有批复"):
        ask_extension(BY, case, days=10, reason="材料较多")
    decide_extension(BY, asked, approved=False, opinion="抓紧办理")
    with pytest.raises(NotProvidedFor):
        tell_extension(BY, asked, on=date(2026, 2, 10))
    ask_extension(BY, case, days=10, reason="材料较多")


def test_only_the_head_of_the_office_decides(signed_in):
    asked = Extension.objects.get(request__body__code="wangge")
    address = f"/desk/requests/extensions/{asked.pk}/decide"
    sent = {"approved": "yes", "opinion": "同意"}
    assert signed_in("wangge.jingban").post(address, sent).status_code == 403
    assert signed_in("jiguan.jingban").get(address).status_code == 403
    head = signed_in("wangge.zhuren")
    assert "报请延长" in head.get("/desk/").content.decode()
    assert "告知申请人" not in head.get(f"/desk/requests/{asked.request_id}/").content.decode()
    assert "已同意" in head.post(address, sent, follow=True).content.decode()


def test_a_body_without_a_head_of_the_office_is_warned_before_it_asks(signed_in):
    for code, warned in (("wangge", False), ("jiguan", True)):
        case = Request.objects.filter(body__code=code, stage="IN_HAND").first()
        page = signed_in(f"{code}.jingban").get(f"/desk/requests/{case.pk}/extend")
        assert ("没有人能批复" in page.content.decode()) is warned


def test_more_than_the_law_allows_is_said_beside_the_field(signed_in):
    case = Request.objects.get(topic="2025年城市留言板办理情况统计")
    sent = {"days": 21, "reason": "材料较多"}
    page = signed_in("wangge.jingban").post(f"/desk/requests/{case.pk}/extend", sent)
    assert "最多 20 个工作日" in page.content.decode()


def test_the_tariff_makes_the_sum_and_payment_begins_the_period_anew(apply):
    case = apply().request
    fee = charge(BY, case, basis=Basis.PAGES, units=101, earlier=0, on=date(2026, 2, 2))
    assert (fee.yuan, fee.due) == (720, date(2026, 3, 6))
    assert (case.stage, case.due) == ("AWAITING_PAYMENT", None)
    pay(BY, fee, on=date(2026, 2, 10), slip="鄂财 0001")
    case.refresh_from_db()
    assert (case.stage, case.due) == ("IN_HAND", date(2026, 3, 16))
    with pytest.raises(NotProvidedFor, match="已经缴纳"):
        pay(BY, fee, on=date(2026, 2, 10), slip="鄂财 0001")


def test_within_what_is_free_nothing_is_charged(apply):
    with pytest.raises(NotProvidedFor, match="没有超过不收费的范围"):
        charge(BY, apply().request, basis=Basis.ITEMS, units=1, earlier=9, on=date(2026, 2, 2))


def test_unpaid_it_lapses_after_the_last_day_and_counts_in_its_row(apply):
    case = apply().request
    fee = charge(BY, case, basis=Basis.ITEMS, units=1, earlier=10, on=date(2026, 2, 2))
    assert fee.yuan == 100
    with pytest.raises(NotProvidedFor, match="才届满"):
        lapse(BY, fee, on=date(2026, 3, 6))
    lapse(BY, fee, on=date(2026, 3, 9))
    assert (fee.request.stage, fee.request.row) == ("ABANDONED", "other_fee_unpaid")


def test_the_page_of_the_fee_counts_the_months_applications_of_the_applicant(signed_in):
    last = Request.objects.filter(topic__contains="食堂").latest("pk")
    same_month = Request.objects.filter(
        holder__traces__field="phone", body=last.body, received__month=last.received.month
    )
    assert in_the_month(last, last.received) == same_month.filter(pk__lt=last.pk).distinct().count()
    fee = last.fees.get()
    officer = signed_in("jiguan.jingban")
    paid = {"slip": "鄂财 0002", "on": str(fee.noticed)}
    page = officer.post(f"/desk/requests/fees/{fee.pk}/paid", paid, follow=True)
    assert "鄂财 0002" in page.content.decode()
