"""Consultations, surveys, questions, proposals: from the public and back to it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from time_machine import travel

from gongkai.web.publishing.acts import consultations as acts
from gongkai.web.publishing.acts import questions as question_acts
from gongkai.web.publishing.forms.dialogue import ConsultationForm, read, written
from gongkai.web.publishing.models.dialogue import Consultation, Opinion, Question
from gongkai.web.publishing.queries import consultations as queries
from gongkai.web.publishing.queries import questions as question_queries
from gongkai.web.publishing.queries.items import address as address_of
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.ui import clock
from gongkai.web.vault.models import Holder
from tests.web.publishing.conftest import actor, published

ASKED = [
    {"key": "q1", "type": "one", "text": "满意吗？", "choices": ["满意", "不满意"]},
    {"key": "q2", "type": "several", "text": "哪里好？", "choices": ["快", "准"]},
    {"key": "q3", "type": "text", "text": "建议", "choices": []},
]


@pytest.fixture
def consultation(body):
    """One that has begun today and runs for 30 days."""

    def made(**change) -> Consultation:
        today = clock.today()
        facts = {
            "kind": "opinions",
            "title": "征求意见",
            "about": "背景",
            "since": today,
            "until": today + timedelta(days=29),
            "contact": "电话 027-00000200",
            **change,
        }
        planned = acts.plan(actor("wangge.jingban"), body=body, facts=facts)
        acts.put_out(actor("wangge.jingban"), consultation=planned)
        return planned

    return made


def address(made: Consultation) -> str:
    return f"/bodies/wangge/consultations/{made.pk}/"


def say(made: Consultation, text: str = "建议改进", **person) -> Opinion:
    return acts.give_opinion(
        actor("wangge.keshi"), consultation=made, text=text, answers={}, person=person
    )


def judged(opinion: Opinion, verdict="adopted", gist="改进", why="") -> None:
    acts.judge(actor("wangge.jingban"), opinion=opinion, verdict=verdict, gist=gist, why=why)


def later(made: Consultation) -> str:
    """Noon of the day after its end."""
    return f"{made.until + timedelta(days=1)}T04:00:00+00:00"


def test_an_unknown_visitor_gives_an_opinion_without_an_account(client, consultation):
    made = consultation()
    answer = client.post(address(made), {"text": "希望延长服务时间"}, follow=True)
    assert "已经收到" in answer.text
    assert queries.words_of(made.opinions.get())["text"] == "希望延长服务时间"


def test_what_somebody_said_stands_nowhere_in_the_clear(client, consultation):
    made = consultation(named=True)
    sent = {"text": "只有我知道的话", "name": "钱小余", "phone": "13800001234"}
    client.post(address(made), sent)
    opinion = made.opinions.get()
    assert "只有我知道的话" not in str(vars(opinion))
    assert opinion.holder.purge_on == made.until + acts.KEPT
    assert queries.words_of(opinion)["name"] == "钱小余"
    Holder.objects.filter(pk=opinion.holder_id).update(wrapped=None)
    assert queries.words_of(Opinion.objects.get(pk=opinion.pk)) == {}


def test_a_named_consultation_wants_the_name(client, consultation):
    answer = client.post(address(consultation(named=True)), {"text": "意见"})
    assert "请填写姓名" in answer.text


def test_the_same_is_not_taken_twice(client, consultation):
    made = consultation()
    client.post(address(made), {"text": "同一句话"})
    answer = client.post(address(made), {"text": "同一句话 "})
    assert "已经收到，不用重复提交" in answer.text
    assert made.opinions.count() == 1


def test_a_sixth_opinion_within_an_hour_has_to_wait(consultation):
    made = consultation()
    status = [Client().post(address(made), {"text": f"第{n}条"}).status_code for n in range(6)]
    assert status == [302] * 5 + [429]


@pytest.mark.parametrize(
    "sent",
    [
        {"text": "好", "website": "http://spam.example"},
        {"text": "看 http://a.example http://b.example http://c.example"},
        {"text": "长" * 3001},
    ],
)
def test_what_a_machine_sends_is_not_kept(client, consultation, sent):
    made = consultation()
    assert client.post(address(made), sent).status_code == 200
    assert made.opinions.count() == 0


def test_nothing_is_taken_before_the_first_and_after_the_last_day(client, consultation):
    today = clock.today()
    coming = consultation(since=today + timedelta(days=2), until=today + timedelta(days=40))
    client.post(address(coming), {"text": "早了"})
    over = consultation()
    Consultation.objects.filter(pk=over.pk).update(until=today - timedelta(days=1))
    client.post(address(over), {"text": "晚了"})
    assert Opinion.objects.filter(consultation__in=(coming, over)).count() == 0


def test_a_draft_is_seen_by_nobody_and_takes_no_opinion(client, body):
    facts = {"kind": "opinions", "title": "草稿", "about": "x", "contact": "x"}
    days = {"since": clock.today(), "until": clock.today()}
    made = acts.plan(actor("wangge.jingban"), body=body, facts={**facts, **days})
    assert client.get(address(made)).status_code == 404
    assert "草稿" not in client.get("/bodies/wangge/consultations/").text


def test_a_major_decision_needs_its_thirty_days_or_a_reason(consultation):
    today = clock.today()
    with pytest.raises(NotProvidedForError, match="30日"):
        consultation(major=True, until=today + timedelta(days=28))
    assert consultation(major=True, until=today + timedelta(days=29)).published
    short = consultation(major=True, until=today + timedelta(days=9), short_why="汛期将至")
    assert "汛期将至" in Client().get(address(short)).text


def test_the_result_waits_for_the_end_and_for_every_verdict(consultation):
    made, by = consultation(), actor("wangge.jingban")
    opinion = say(made)
    with pytest.raises(NotProvidedForError, match="截止以后"):
        acts.tell_result(by, consultation=made, result="完成")
    with travel(later(made), tick=False):
        with pytest.raises(NotProvidedForError, match="还有 1 条"):
            acts.tell_result(by, consultation=made, result="完成")
        judged(opinion)
        acts.tell_result(by, consultation=made, result="完成")
    assert queries.stage_of(made, clock.today()) is queries.Stage.TOLD


def test_the_public_reads_gists_with_their_number_and_never_the_words(client, consultation):
    made = consultation()
    for text in ("原话甲", "原话乙"):
        judged(say(made, text), gist="延长开放时间")
    judged(say(made, "原话丙"), "not_adopted", "免费停车", "没有依据")
    with travel(later(made), tick=False):
        acts.tell_result(actor("wangge.jingban"), consultation=made, result="已修改")
    page = client.get(address(made)).text
    assert [(each.gist, each.count) for each in queries.adopted(made)] == [
        ("延长开放时间", 2),
        ("免费停车", 1),
    ]
    assert "没有依据" in page
    assert "原话" not in page


def test_who_does_not_adopt_says_why(consultation):
    with pytest.raises(NotProvidedForError, match="理由"):
        judged(say(consultation()), "not_adopted")


def test_a_gist_with_a_mobile_number_does_not_go_out(consultation):
    with pytest.raises(NotProvidedForError, match="不能公开"):
        judged(say(consultation()), gist="来电人 13800001234 建议改进")


def test_a_survey_is_counted_choice_by_choice(client, consultation):
    made = consultation(kind="survey", questions=ASKED)
    for at, (one, several) in enumerate((("满意", ["快", "准"]), ("满意", ["快"]))):
        Client().post(address(made), {"q1": one, "q2": several, "q3": f"话{at}"})
    assert [each.choices for each in queries.answered(made)] == [
        [("满意", 2), ("不满意", 0)],
        [("快", 2), ("准", 1)],
    ]


def test_a_survey_without_a_free_word_may_be_answered_alike_by_many(client, consultation):
    made = consultation(kind="survey", questions=ASKED)
    for _each in range(2):
        Client().post(address(made), {"q1": "满意", "q2": ["快"]})
    assert made.opinions.count() == 2


def test_the_questions_of_a_survey_are_written_a_line_each(body):
    lines = written(ASKED)
    assert read(lines) == ASKED
    form = ConsultationForm({"asked": "单选|只有一个选项|甲"}, instance=Consultation(body=body))
    assert "第 1 行不对" in str(form.errors["asked"])


def test_the_time_may_be_made_longer_and_never_shorter(consultation):
    made, by = consultation(), actor("wangge.jingban")
    with pytest.raises(NotProvidedForError, match="晚于"):
        acts.prolong(by, consultation=made, until=made.until)
    acts.prolong(by, consultation=made, until=made.until + timedelta(days=5))


ASK = {"title": "怎样查进度", "text": "在哪里查", "public": "on"}


def asked(client: Client, **change) -> tuple[Question, str]:
    page = client.post("/bodies/wangge/questions/ask", {**ASK, **change}, follow=True).text
    question = Question.objects.order_by("-pk")[0]
    return question, page.split('查询码</dt><dd><strong class="big">')[1][:8]


def answer(question: Question, **change) -> None:
    facts = {"title": "怎样查进度？", "text": "", "answer": "凭编号查", "public": True}
    question_acts.answer(actor("wangge.jingban"), question=question, **{**facts, **change})


def test_a_question_is_followed_with_its_code_and_with_no_other(client, db):
    question, code = asked(client)
    answer(question)
    for given, said in ((code, "凭编号查"), ("ABCDEFGH", "查询码不对")):
        form = {"number": question.number, "code": given}
        assert said in client.post("/questions/follow/", form).text


def test_before_it_is_answered_a_question_shows_none_of_its_words(client, signed_in, db):
    question, _code = asked(client, title="关于我家的事")
    assert "关于我家的事" not in client.get("/bodies/wangge/questions/").text
    assert "关于我家的事" not in str(vars(question))
    desk = signed_in("wangge.jingban").get(f"/desk/items/dialogue/questions/{question.pk}/")
    assert "关于我家的事" in desk.text


def test_who_does_not_agree_is_answered_alone(client, db):
    question, _code = asked(client, public="")
    with pytest.raises(NotProvidedForError, match="不同意公开"):
        answer(question)
    answer(question, public=False)
    assert client.get(f"/bodies/wangge/questions/{question.pk}/").status_code == 404


def test_an_answer_with_an_identity_number_does_not_go_out(client, db):
    question, _code = asked(client)
    with pytest.raises(NotProvidedForError, match="不能公开"):
        answer(question, answer="当事人身份证 11010519491231002X")


def test_a_question_waits_seven_working_days(db):
    assert question_queries.due_from(date(2026, 11, 20)) == date(2026, 12, 1)


@pytest.fixture
def proposal(body):
    facts = {
        "kind": "deputy",
        "session": "六次会议",
        "number": "9号",
        "title": "改造小区",
        "received_on": date(2026, 3, 2),
        "due": date(2026, 6, 2),
    }
    return question_acts.enter_proposal(actor("wangge.jingban"), body=body, facts=facts)


def test_a_proposal_is_answered_by_its_day_and_published_within_twenty_working_days(proposal):
    day = date(2026, 6, 3)
    assert question_queries.shown(proposal, day) == question_queries.Shown(
        proposal, "待答复", date(2026, 6, 2), late=True
    )
    question_acts.reply(actor("wangge.jingban"), proposal=proposal, on=date(2026, 6, 1))
    shown = question_queries.shown(proposal, day)
    assert (shown.step, shown.until, shown.late) == ("已答复，待公开", date(2026, 6, 30), False)


def test_the_reply_and_the_proposal_it_answers_lead_to_one_another(client, proposal, draft):
    by = actor("wangge.jingban")
    question_acts.reply(by, proposal=proposal, on=date(2026, 6, 1))
    item = published(draft(title="对9号建议的答复"))
    there = address_of(item)
    before = client.get(there)
    assert "答复的建议提案" not in before.text
    question_acts.publish_reply(by, proposal=proposal, item=item, kept_back="")
    assert f'<a href="{there}">改造小区</a>' in client.get("/bodies/wangge/proposals/").text
    page = client.get(there, headers={"If-None-Match": before.headers["ETag"]}).text
    assert "答复的建议提案" in page
    assert '<a href="/bodies/wangge/proposals/">改造小区</a>' in page
    assert question_queries.shown(proposal, date(2026, 12, 1)).step == "答复已公开"


def test_at_the_desk_too_the_reply_and_the_proposal_lead_to_one_another(signed_in, proposal, draft):
    by = actor("wangge.jingban")
    question_acts.reply(by, proposal=proposal, on=date(2026, 6, 1))
    item = published(draft(title="对9号建议的答复"))
    question_acts.publish_reply(by, proposal=proposal, item=item, kept_back="")
    clerk = signed_in("wangge.jingban")
    there = f"/desk/items/dialogue/proposals/{proposal.pk}/"
    assert f'<a href="{there}">改造小区</a>' in clerk.get(f"/desk/items/{item.pk}/").text
    assert f'<a href="/desk/items/{item.pk}/">对9号建议的答复</a>' in clerk.get(there).text


def test_a_reply_is_published_or_the_reason_is_told(proposal):
    by = actor("wangge.jingban")
    question_acts.reply(by, proposal=proposal, on=date(2026, 6, 1))
    with pytest.raises(NotProvidedForError, match="二者填一项"):
        question_acts.publish_reply(by, proposal=proposal, item=None, kept_back="")
