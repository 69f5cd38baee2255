"""Enters sample consultations, a survey, questions and proposals; what people say is invented."""

from collections.abc import Mapping
from datetime import date, timedelta

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import PUBLIC, system
from gongkai.web.publishing.acts import consultations, questions
from gongkai.web.publishing.models.dialogue import Consultation
from gongkai.web.publishing.models.items import Item

BY = system("演示数据")
CONTACT = "电话 027-00000200；信函寄京汉大道 100 号（示例）党政办公室"


def load(bodies: Mapping[str, Body], today: date) -> None:
    grid, street = bodies["wangge"], bodies["shidong"]
    _open(grid, today)
    _finished(street, today)
    _survey(grid, today)
    _questions(grid)
    _proposals(street)
    _answered(grid)


def _planned(body: Body, kind: str, title: str, about: str, *, since: date, days: int, **more):
    facts = {
        "kind": kind,
        "title": title,
        "about": about,
        "since": since,
        "until": since + timedelta(days=days),
        "contact": CONTACT,
        **more,
    }
    made = consultations.plan(BY, body=body, facts=facts)
    consultations.put_out(BY, consultation=made)
    return made


def _open(body: Body, today: date) -> None:
    made = _planned(
        body,
        "opinions",
        "关于《网格事项办理规范（征求意见稿）》公开征求意见的公告",
        "为规范网格事项的受理、派发和办结，起草了办理规范，现公开征求意见。\n"
        "主要内容：明确事项分类、办理时限、回访方式。",
        since=today - timedelta(days=10),
        days=35,
        major=True,
    )
    for text in ("办结后建议用短信告知办理结果。", "希望周末也能受理报修类事项。"):
        consultations.give_opinion(PUBLIC, consultation=made, text=text, answers={}, person={})


def _finished(body: Body, today: date) -> None:
    """A consultation that ran and was told; it is dated back after it was filled."""
    made = _planned(
        body,
        "opinions",
        "老旧小区改造项目征求意见",
        "就建桥社区老旧小区改造内容征求居民意见：楼道照明、雨污分流、停车位划线。",
        since=today,
        days=30,
    )
    said = (
        ("停车位不要占用消防通道。", "adopted", "停车位避开消防通道", ""),
        ("车位应该离消防通道远一点。", "adopted", "停车位避开消防通道", ""),
        ("希望加装电梯。", "not_adopted", "加装电梯", "不在本次改造范围，按加装电梯政策另行申请"),
        ("楼道灯改成声控的。", "partly", "楼道灯改为声控", "一至三层改为声控，其余保留常亮"),
    )
    for text, verdict, gist, why in said:
        opinion = consultations.give_opinion(
            PUBLIC, consultation=made, text=text, answers={}, person={}
        )
        consultations.judge(BY, opinion=opinion, verdict=verdict, gist=gist, why=why)
    _date_back(made, today - timedelta(days=60))
    result = (
        "共收到意见 4 条，采纳 2 条，部分采纳 1 条，未采纳 1 条。改造方案已经按采纳的意见修改。"
    )
    consultations.tell_result(BY, consultation=made, result=result)


def _date_back(made: Consultation, since: date) -> None:
    Consultation.objects.filter(pk=made.pk).update(since=since, until=since + timedelta(days=30))
    made.refresh_from_db()


def _survey(body: Body, today: date) -> None:
    asked = [
        {
            "key": "q1",
            "type": "one",
            "text": "您主要通过哪个渠道反映诉求？",
            "choices": ["热线", "留言板", "网格员"],
        },
        {
            "key": "q2",
            "type": "several",
            "text": "您希望增加哪些公开内容？",
            "choices": ["办理进度", "办结期限", "回访结果"],
        },
        {"key": "q3", "type": "text", "text": "其他建议", "choices": []},
    ]
    made = _planned(
        body,
        "survey",
        "诉求办理公开情况问卷",
        "了解居民对诉求办理公开的需求，用时约一分钟。",
        since=today - timedelta(days=3),
        days=20,
        questions=asked,
    )
    for one, several in (("热线", ["办理进度"]), ("网格员", ["办理进度", "回访结果"])):
        answers = {"q1": [one], "q2": several}
        consultations.give_opinion(PUBLIC, consultation=made, text="", answers=answers, person={})


def _questions(body: Body) -> None:
    first = questions.ask(
        PUBLIC,
        body=body,
        title="反映事项以后怎样查进度",
        text="上周通过热线反映了路灯的事，不知道在哪里查办理进度。",
        person={},
        public=True,
    )
    questions.answer(
        BY,
        question=first.question,
        title="反映事项以后怎样查询办理进度？",
        text="通过热线反映事项后，在哪里查询进度。",
        answer="可以拨打受理热线，报受理编号查询；也可以在留言板用编号查询。办结后网格员会回访。",
        public=True,
    )
    questions.ask(
        PUBLIC,
        body=body,
        title="网格员的联系方式在哪里公布",
        text="想知道本小区的网格员是谁，怎么联系。",
        person={},
        public=True,
    )


def _proposals(body: Body) -> None:
    facts = {
        "kind": "deputy",
        "session": "区第十五届人民代表大会第六次会议",
        "number": "173号",
        "title": "关于改造老旧小区基础设施的建议",
        "received_on": date(2021, 3, 10),
        "due": date(2021, 6, 10),
    }
    made = questions.enter_proposal(BY, body=body, facts=facts)
    questions.reply(BY, proposal=made, on=date(2021, 5, 28))


def _answered(body: Body) -> None:
    """A proposal whose reply stands before the public."""
    facts = {
        "kind": "deputy",
        "session": "区第十五届人民代表大会第六次会议",
        "number": "88号",
        "title": "关于方便老年人反映诉求的建议",
        "received_on": date(2026, 3, 9),
        "due": date(2026, 6, 9),
    }
    made = questions.enter_proposal(BY, body=body, facts=facts)
    questions.reply(BY, proposal=made, on=date(2026, 5, 20))
    reply = Item.objects.get(body=body, title__contains="第88号建议")
    questions.publish_reply(BY, proposal=made, item=reply, kept_back="")
