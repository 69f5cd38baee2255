"""Repeated, many, petition, asked by several: shown with the evidence, decided by people."""

from datetime import date

import pytest

from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.request.details import Answered
from gongkai.law.request.lifecycle import Act
from gongkai.law.request.receipt import Channel, Receipt
from gongkai.law.request.record import Entry as LawEntry
from gongkai.web.requests.acts.enter import enter
from gongkai.web.requests.acts.register import Application, register
from gongkai.web.requests.alike import petition_phrases, same_matter
from gongkai.web.requests.models.case import Applicant, Delivery
from gongkai.web.requests.signs import same_applicant, signs
from tests.web.requests.conftest import BY, PERSON

ANOTHER = {"name": "顾南乔", "identity_number": "440524188001010014", "phone": "13900004321"}


@pytest.fixture
def ask(body):
    def asked(topic, on=date(2026, 1, 26), person=PERSON):
        application = Application(Applicant.NATURAL_PERSON, topic, Delivery.ONLINE, person)
        receipt = Receipt(channel=Channel.IN_PERSON, arrived_on=on)
        return register(BY, body, application, receipt).request

    return asked


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2025年度部门决算", "申请公开2025年度部门决算。", True),
        ("关于东风小区改造的资金安排", "东风小区改造资金安排情况", True),
        ("2025年度部门决算", "2024年度部门决算", False),
        ("东风小区改造资金", "西湖路拆迁补偿标准", False),
        ("的", "和", False),
        ("公开", "公开", True),
    ],
)
def test_two_topics_are_the_same_matter_or_not(one, other, same):
    assert same_matter(one, other) is same


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("要求公开2025年决算", []),
        ("投诉处理情况统计。", []),
        ("我要举报某公司违建。", ["我要举报某公司违建"]),
        ("公开施工许可。要求处理噪音扰民！为什么不管？", ["要求处理噪音扰民", "为什么不管"]),
    ],
)
def test_the_sentences_that_ask_for_action_are_quoted(text, phrases):
    assert petition_phrases(text) == phrases


def titles(case, description="") -> list[str]:
    return [sign.title for sign in signs(case, description, date(2026, 2, 2))]


@pytest.mark.django_db
class TestOnACase:
    def test_a_first_application_is_pointed_out_for_nothing(self, ask):
        assert titles(ask("东风小区改造资金")) == []

    def test_the_same_applicant_on_the_same_matter(self, ask):
        first = ask("东风小区改造资金")
        answered = Answered(kind=AnswerKind.GRANTED)
        enter(BY, first, LawEntry(Act.ANSWER, date(2026, 1, 30), answered))
        second = ask("关于东风小区改造的资金", person={**PERSON, "phone": "13800009999"})
        [sign] = signs(second, "", date(2026, 2, 2))
        assert sign.title == "可能是重复申请"
        assert "其中已答复 1 件" in sign.text
        assert list(sign.cases) == [first]

    def test_somebody_of_the_same_name_is_not_the_same_applicant(self, ask):
        ask("东风小区改造资金")
        namesake = ask("东风小区改造资金", person={**ANOTHER, "name": PERSON["name"]})
        assert list(same_applicant(namesake)) == []

    def test_without_proof_of_identity_name_and_telephone_together_tell(self, ask):
        person = {"name": "顾南乔", "phone": "139 0000-4321"}
        first = ask("甲", person=person)
        assert list(same_applicant(ask("乙", person={**person, "phone": "13900004321"}))) == [first]
        assert list(same_applicant(ask("丙", person={**person, "phone": "13900001111"}))) == []

    def test_eleven_in_a_month_are_many_and_ten_are_not(self, ask):
        cases = [ask(f"第{number}号合同", date(2026, 1, 5)) for number in range(11)]
        assert titles(cases[10]) == ["申请数量较多"]
        assert titles(ask("二月的合同", date(2026, 2, 2))) == []

    def test_several_applicants_on_the_same_matter(self, ask):
        ask("东风小区改造资金")
        assert titles(ask("东风小区改造资金", person=ANOTHER)) == ["多人申请同一信息"]

    def test_words_of_a_petition_in_the_description(self, ask):
        assert titles(ask("施工许可"), "请处理夜间施工噪音") == ["可能含有信访、投诉、举报事项"]
