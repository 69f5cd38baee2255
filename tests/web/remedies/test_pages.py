"""The desk's pages, as people use them."""

from datetime import date

import pytest

from gongkai.web.remedies.models import Remedy
from gongkai.web.requests.models.letters import Letter
from gongkai.web.ui import clock

pytestmark = pytest.mark.django_db
NEW = "/desk/remedies/new/wuchang-wangge"
TYPED = {
    "kind": "reconsideration",
    "against": "answer",
    "claimant": "applicant",
    "name": "程远山",
    "forum": "区人民政府",
    "filed_on": "2026-03-02",
    "received_on": "2026-03-03",
    "instance": "1",
}


def text_of(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def officer(signed_in):
    return signed_in("wuchang.jingban")


def test_from_the_copy_to_the_new_answer(officer, answered):
    page = officer.post(NEW, {**TYPED, "number": answered.number}, follow=True)
    assert "2026年3月17日" in text_of(page), "ten working days after the copy"
    remedy = Remedy.objects.get(request=answered)
    assert remedy.letter.number == "武网公复〔2026〕1号"
    here = f"/desk/remedies/{remedy.pk}/"
    officer.post(here + "act/reply", {"on": "2026-03-10"})
    decided = {
        "on": "2026-04-20",
        "decision": "review_revoked",
        "served_on": "2026-04-22",
        "anew": "on",
        "days": "15",
    }
    assert "还没有登记落实情况" in text_of(officer.post(here + "act/decide", decided, follow=True))
    assert "待重新处理" in text_of(officer.get("/desk/remedies/"))
    page = officer.post(here + "act/mend", {"on": "2026-05-08", "done": "重新答复"}, follow=True)
    assert "已落实" in text_of(page)


def test_what_is_missing_is_said_beside_its_field(officer, db):
    page = text_of(officer.post(NEW, {**TYPED, "forum": ""}))
    assert "请填写受理机关或者法院" in page
    assert "请填写争议事项，或者关联一件申请" in page
    assert 'value="2026-03-02"' in page, "what was typed is kept"


def test_a_number_of_another_bodys_application_is_not_linked(officer, db):
    assert "没有这个编号的申请" in text_of(
        officer.post(NEW, {**TYPED, "number": "SQ999-2026-0001"})
    )


def test_an_order_without_the_day_it_came_is_refused(officer, attack):
    here = f"/desk/remedies/{attack().pk}/act/decide"
    page = officer.post(here, {"on": "2026-04-20", "decision": "review_revoked", "anew": "on"})
    assert "请填写收到决定的日期" in text_of(page)


def test_others_do_not_get_in(signed_in, attack):
    here = f"/desk/remedies/{attack().pk}/"
    assert signed_in("jiguan.jingban").get(here).status_code == 403
    assert signed_in("jumin").get("/desk/remedies/").status_code == 403


def test_from_the_application_a_case_is_registered_with_its_answer(officer, answered):
    page = text_of(officer.get(f"/desk/requests/{answered.pk}/"))
    assert "登记复议、诉讼" in page
    form = text_of(officer.get(f"{NEW}?request={answered.number}"))
    letter = answered.letters.get()
    assert f'name="letter" value="{letter.pk}"' in form
    assert 'value="小区改造资金安排"' in form
    officer.post(NEW, {**TYPED, "number": answered.number, "letter": letter.pk})
    assert "待提交答复" in text_of(officer.get(f"/desk/requests/{answered.pk}/"))


def test_an_answer_given_anew_is_linked_from_the_case_that_ordered_it(officer, answered):
    officer.post(NEW, {**TYPED, "number": answered.number})
    remedy = Remedy.objects.get(request=answered)
    Remedy.objects.filter(pk=remedy.pk).update(decided=date(2026, 4, 20))
    answered.letters.create(
        code="D2",
        state=Letter.State.ISSUED,
        answer="GRANTED",
        number="武网公复〔2026〕9号",
        issued=date(2026, 5, 6),
        made=clock.now(),
    )
    page = text_of(officer.get(f"/desk/remedies/{remedy.pk}/"))
    assert "重新作出的答复" in page
    assert "武网公复〔2026〕9号" in page
