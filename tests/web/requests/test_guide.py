"""The law's questions, one page each, up to a draft that says what the law makes it say."""

import re
from html import unescape

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.guide import QUESTIONS, Decision
from gongkai.web.requests.guided import walk
from gongkai.web.requests.models.case import Request
from gongkai.web.requests.models.letters import Letter

NOTHING_AGAINST = {
    "petition": "n",
    "clear": "y",
    "publication": "n",
    "excessive": "n",
    "repeated": "n",
    "reconfirm": "n",
    "register": "n",
    "responsible": "y",
    "archives": "n",
    "held": "y",
    "ready": "y",
    "public": "n",
}

BEFORE_HELD = ["否", "是", *"否否否否否", "是", "否"]


def test_it_begins_with_the_first_question_of_the_law():
    assert walk({}).question == QUESTIONS[0]


def test_an_answer_to_a_question_that_is_not_asked_is_left_aside():
    way = walk({"held": "n", "petition": "y"})
    assert way.decision == Decision(AnswerKind.PETITION)
    assert [each.question.key for each in way.answered] == ["petition"]


def test_going_back_keeps_what_was_answered_before():
    way = walk(NOTHING_AGAINST)
    assert way.answered[2].again == "petition=n&clear=y"


@pytest.mark.django_db
class TestThePage:
    @pytest.fixture
    def case(self):
        return Request.objects.get(topic="2025年城市留言板办理情况统计")

    def follow(self, browser, case, answers) -> str:
        page = browser.get(f"/desk/requests/{case.pk}/guide").content.decode()
        for answer in answers:
            links = re.findall(r'class="button" href="\?([^"]+)">(是|否)', page)
            link = unescape(next(link for link, word in links if word == answer))
            page = browser.get(f"/desk/requests/{case.pk}/guide?{link}").content.decode()
        return page

    def test_clicking_through_ends_in_a_refusal_with_its_provision_row_and_remedy(
        self, case, signed_in
    ):
        officer = signed_in("wangge.jingban")
        grounds = [*"否否否否", "是", *"否否"]
        answers = [*BEFORE_HELD, "是", "是", "否", *grounds, "否"]
        page = self.follow(officer, case, answers)
        for said in (
            "不予公开：内部事务信息",
            "第三十六条第三项",
            "5.属于三类内部事务信息",
            "不予公开告知书",
            "应当先自收到本答复之日起六十日内向硚口区人民政府申请行政复议",
        ):
            assert said in page
        sent = {"kind": "REFUSED_INTERNAL_AFFAIRS", "withheld": "INTERNAL_AFFAIRS"}
        officer.post(f"/desk/requests/{case.pk}/answer", sent)
        assert Letter.objects.filter(request=case).last().answer == "REFUSED_INTERNAL_AFFAIRS"

    def test_what_has_to_be_done_first_is_linked(self, case, signed_in):
        page = self.follow(signed_in("wangge.jingban"), case, ["否", "否", "否"])
        assert "先办：告知补正" in page
        assert f"/desk/requests/{case.pk}/act/ASK_CORRECTION" in page

    def test_nothing_held_without_a_search_is_warned_of(self, signed_in):
        answers = [*BEFORE_HELD, "否"]
        case = Request.objects.get(topic="网格化服务的所有材料")
        page = self.follow(signed_in("wangge.jingban"), case, answers)
        assert "信息不存在" in page
        assert "还没有检索记录" in page
