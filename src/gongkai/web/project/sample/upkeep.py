"""Enters the sample campaigns, withheld information, topics and retention."""

from datetime import date, timedelta

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.project.sample.items import officer_of
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.acts.clarifications import clarify
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.models.upkeep import Topic
from gongkai.web.publishing.queries import upkeep
from gongkai.web.ui import clock

RUMOUR = {
    "title": "夜间临时占道经营点没有取消",
    "said": "全区夜间临时占道经营点下月起全部取消。",
    "seen": "社交群组中转发的一张截图",
    "facts": "没有取消的安排。今年设置的经营点照常开放，时间为每天18时至23时。\n"
    "调整经营点的，提前十个工作日公布。",
}


def load(bodies: dict[str, Body]) -> None:
    officers = {code: officer_of(bodies[code]) for code in ("wangge", "chengguan")}
    _mend(officers["wangge"], bodies["wangge"])
    _clean_up(officers["chengguan"], bodies["chengguan"])
    _withhold(officers["wangge"], bodies["wangge"])
    acts.set_retention(
        officers["wangge"], body=bodies["wangge"], kind="plan", years=3, then="archive"
    )
    acts.propose_disposal(officers["wangge"], body=bodies["wangge"], on=clock.today())
    clarify(officers["chengguan"], body=bodies["chengguan"], facts=RUMOUR)
    for code, title, summary in (
        ("wangge", "民生诉求办理", "网格服务的制度、清单和安排。"),
        ("chengguan", "门前责任区", "办法、解读和执行情况。"),
    ):
        items = Item.objects.filter(body=bodies[code], public=True, audience="public")[:4]
        topic = Topic(title=title, summary=summary)
        acts.keep_topic(officers[code], body=bodies[code], topic=topic, items=list(items))


def _mend(by: Actor, body: Body) -> None:
    found = upkeep.to_look_at(body, "mending", before=date(2026, 1, 1), words="")
    facts = {
        "purpose": "mending",
        "title": "历年信息中旧机构名称、旧电话的修正",
        "basis": "年度工作要点",
        "due": clock.today() + timedelta(days=30),
    }
    made = acts.open_campaign(by, body=body, facts=facts, items=found)
    first = made.assignments.first()
    acts.assign(by, campaign=made, ids=[first.pk], section="综合科")
    acts.settle(by, assignment=first, outcome="fine", on=clock.today(), note="名称、电话无误")


def _clean_up(by: Actor, body: Body) -> None:
    found = upkeep.to_look_at(body, "cleanup", before=None, words="")
    facts = {
        "purpose": "cleanup",
        "title": "2026年规范性文件清理",
        "basis": "区司法局关于开展规范性文件清理的通知",
        "due": clock.today() + timedelta(days=20),
    }
    acts.open_campaign(by, body=body, facts=facts, items=found)


def _withhold(by: Actor, body: Body) -> None:
    for title, ground, reason, on in (
        ("诉求高发点位分析（讨论稿）", "E16b", "尚在讨论，属于过程稿", date(2025, 10, 20)),
        ("网格员个人考核情况", "E16a", "属于人事管理的内部事务", date(2026, 6, 1)),
    ):
        facts = {"title": title, "document_number": "", "ground": ground, "reason": reason}
        acts.withhold(by, body=body, facts={**facts, "decided_on": on, "reviewer": "保密审查员"})
