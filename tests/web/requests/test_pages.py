"""From the application form to the answer, as an applicant and the people of a body see it."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter

pytestmark = pytest.mark.django_db
FORM = {
    "applicant": "natural_person",
    "name": "程远山",
    "identity_number": "11010519491231002X",
    "phone": "13800001234",
    "topic": "2025年度部门决算",
    "delivery": "online",
}


def text(answer) -> str:
    return re.sub(r"<[^>]+>", "", answer.content.decode())


@pytest.fixture
def applied():
    """A visitor who has applied to the grid centre; the browser, number and code."""
    visitor = Client()
    answer = visitor.post("/apply/wangge/", FORM, follow=True)
    number = re.search(r"SQ\d+-\d+-\d+", text(answer))[0]
    code = re.search(r"查询码\s*([2-9A-Z]{8})", text(answer))[1]
    return visitor, number, code


def test_a_visitor_applies_and_gets_number_and_code(applied):
    _visitor, number, _code = applied
    request = Request.objects.get(number=number)
    assert (request.stage, request.channel) == ("SUBMITTED", "ONLINE")


def test_the_code_is_shown_until_the_applicant_goes_on(applied):
    visitor, number, code = applied
    assert code in text(visitor.get("/apply/done"))
    visitor.post("/follow/", {"number": number, "code": code})
    assert code not in text(visitor.get("/apply/done", follow=True))


def test_a_receipt_that_somebody_made_up_is_none(applied):
    visitor, number, _code = applied
    visitor.cookies["receipt-application"] = f"{number} ABCDEFGH:x:y"
    assert visitor.get("/apply/done").status_code == 302


def test_no_session_is_opened_for_an_applicant(applied):
    assert "gongkai" not in applied[0].cookies


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"identity_number": ""}, "请填写身份证号码"),
        ({"identity_number": "110105194912310021"}, "身份证号码有误"),
        ({"applicant": "business"}, "请填写统一社会信用代码"),
        ({"applicant": "business", "credit_code": "123"}, "统一社会信用代码有误"),
        ({"delivery": "email"}, "请填写电子邮箱"),
        ({"delivery": "post"}, "请填写通信地址"),
        ({"topic": ""}, "请填写所需信息的名称或者文号"),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_what_was_typed_is_kept(change, said):
    answer = Client().post("/apply/wangge/", {**FORM, **change})
    assert said in text(answer)
    assert "程远山" in answer.content.decode()


def test_the_follow_up_page_tells_where_it_stands(applied):
    _visitor, number, code = applied
    other = Client()
    page = other.post("/follow/", {"number": number, "code": code}, follow=True)
    assert "待确认收到" in text(page)
    assert "程远山" not in text(page)


def test_a_wrong_code_tells_nothing_and_ten_of_them_rest(applied):
    _visitor, number, _code = applied
    cache.clear()
    stranger = Client()
    for _try in range(10):
        page = stranger.post("/follow/", {"number": number, "code": "AAAAAAAA"})
        assert "不对" in text(page)
    assert stranger.post("/follow/", {"number": number, "code": "A"}).status_code == 429


def test_the_applicant_may_withdraw(applied):
    visitor, number, code = applied
    visitor.post("/follow/", {"number": number, "code": code})
    page = visitor.post("/follow/withdraw", follow=True)
    assert "已撤回" in text(page)


def test_from_confirmation_to_the_signed_answer(applied, signed_in):
    visitor, number, code = applied
    request = Request.objects.get(number=number)
    officer = signed_in("wangge.jingban")
    assert number in text(officer.get("/desk/requests/"))
    assert "程**" in text(officer.get(f"/desk/requests/{request.pk}/"))
    page = officer.post(f"/desk/requests/{request.pk}/receive", follow=True)
    assert "办理中" in text(page)
    assert "13800001234" in text(officer.post(f"/desk/requests/{request.pk}/person"))

    page = officer.post(f"/desk/requests/{request.pk}/answer", {"kind": "GRANTED"}, follow=True)
    letter = Letter.objects.get(request=request)
    assert "第三十六条第二项" in text(page)
    assert "行政复议" in text(page)
    unfinished = officer.post(f"/desk/letters/{letter.pk}/", {"text": "【信息内容】"})
    assert "还有【】" in text(unfinished)
    officer.post(f"/desk/letters/{letter.pk}/", {"text": "现将决算文件提供给您。"})
    for login in ("wangge.baomi", "wangge.zhuren", "wangge.fenguan", "wangge.yibashou"):
        signer = signed_in(login)
        assert number in text(signer.get("/desk/"))
        signer.post(f"/desk/letters/{letter.pk}/sign", {"verdict": "approve"})
    page = officer.post(f"/desk/letters/{letter.pk}/issue", follow=True)
    assert "公复〔" in text(page)

    page = visitor.post("/follow/", {"number": number, "code": code}, follow=True)
    assert "现将决算文件提供给您。" in text(page)
    assert "已答复" in text(page)


def test_an_unsigned_answer_does_not_go_out(signed_in):
    letter = Letter.objects.filter(state="draft", request__body__code="wangge").first()
    page = signed_in("wangge.jingban").post(f"/desk/letters/{letter.pk}/issue", follow=True)
    assert "还没有签发" in text(page)
    letter.refresh_from_db()
    assert (letter.state, letter.number) == ("draft", "")


def test_an_act_that_the_law_has_no_place_for_is_answered_in_a_sentence(signed_in):
    request = Request.objects.filter(stage="IN_HAND", body__code="wangge").first()
    page = signed_in("wangge.jingban").post(
        f"/desk/requests/{request.pk}/act/CORRECT", {"on": "2026-01-01"}
    )
    assert "不能“补正”" in text(page)


def test_a_paper_application_is_received_by_the_facts_of_its_channel(signed_in):
    officer = signed_in("wangge.jingban")
    paper = {**FORM, "channel": "SIGNED_POST", "arrived_on": "2026-01-05"}
    assert "要写明签收日期" in text(officer.post("/desk/requests/new/wangge", paper))
    page = officer.post(
        "/desk/requests/new/wangge", {**paper, "signed_on": "2026-01-04"}, follow=True
    )
    assert "2026年1月4日" in text(page)


def test_a_list_costs_few_queries(signed_in, django_assert_max_num_queries):
    officer = signed_in("chengguan.jingban")
    with django_assert_max_num_queries(14):
        officer.get("/desk/requests/?show=all")


def test_a_cell_of_table_two_opens_the_applications_behind_it(signed_in):
    officer = signed_in("chengguan.jingban")
    behind = Request.objects.get(topic="门前三包责任书")
    address = f"/desk/requests/counted/chengguan/{behind.closed.year}"
    page = text(officer.get(f"{address}/{behind.row}/total"))
    assert "共 1 件" in page
    assert behind.number in page
    assert officer.get(f"{address}/nothing/total").status_code == 404
    other = signed_in("wangge.jingban")
    assert other.get(f"{address}/{behind.row}/total").status_code == 403
