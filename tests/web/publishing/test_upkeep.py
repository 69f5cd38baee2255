"""What is done to items after publication, and with what is withheld."""

from datetime import date

import pytest

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.acts import items as item_acts
from gongkai.web.publishing.acts import upkeep as acts
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.models.upkeep import Campaign, Disposal, Topic, Withheld
from gongkai.web.publishing.queries import items, upkeep
from gongkai.web.publishing.queries.register import register_table
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.search.queries import Asked, find
from gongkai.web.ui import clock
from tests.web.publishing.conftest import actor, published

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 31)


def officer():
    return actor("wangge.jingban")


@pytest.fixture
def documents(draft):
    return [
        published(
            draft(
                kind="normative_document",
                title=f"第{number}号规定",
                document_number=f"硚网格规〔2026〕{number}号",
                details={"in_force_from": "2026-10-09", "valid_until": f"202{6 + number}-12-01"},
            )
        )
        for number in range(3)
    ]


@pytest.fixture
def cleanup(documents, body):
    facts = {"purpose": "cleanup", "title": "清理", "basis": "通知", "due": DUE}
    found = upkeep.to_look_at(body, "cleanup", before=None, words="")
    return acts.open_campaign(officer(), body=body, facts=facts, items=found)


def test_a_cleanup_lists_the_documents_in_force_and_ends_those_it_repeals(cleanup, body):
    first, second, third = cleanup.assignments.select_related("item__body", "campaign__body")
    settled = {"on": date(2026, 11, 1), "note": ""}
    acts.settle(officer(), assignment=first, outcome="repeal", **settled)
    acts.settle(officer(), assignment=second, outcome="keep", **settled)
    with pytest.raises(NotProvidedForError, match="还有 1 件"):
        acts.close_campaign(officer(), campaign=cleanup)
    acts.settle(officer(), assignment=third, outcome="lapse", **settled)
    acts.close_campaign(officer(), campaign=cleanup)
    ended = Item.objects.filter(body=body, kind="normative_document").order_by("pk")
    assert [each.validity for each in ended] == ["废止", "有效", "失效"]
    counted = register_table(Body.objects.filter(pk=body.pk), 2026)[body.pk]
    assert counted["proactive.normative_documents.repealed"] == 1
    assert dict(upkeep.summed(cleanup)) == {
        "待办": 0, "继续有效": 1, "拟修改": 0, "废止": 1, "宣布失效": 1,
    }  # fmt: skip
    with pytest.raises(NotProvidedForError, match="已经结束"):
        acts.assign(officer(), campaign=cleanup, ids=[first.pk], section="综合科")


def test_a_campaign_finds_old_items_by_their_words_and_withdraws_what_it_must(draft, body):
    old = published(draft(title="关于更名的通知", content="原街道综治办电话已经停用。"))
    published(draft(title="另一份通知文件"))
    found = upkeep.to_look_at(body, "mending", before=None, words="综治办")
    assert found == [old]
    facts = {"purpose": "mending", "title": "修正", "due": DUE}
    made = acts.open_campaign(officer(), body=body, facts=facts, items=found)
    assignment = made.assignments.select_related("item__body", "campaign__body").get()
    with pytest.raises(NotProvidedForError, match="写明理由"):
        acts.settle(officer(), assignment=assignment, outcome="withdrawn", on=DUE, note="")
    acts.settle(officer(), assignment=assignment, outcome="withdrawn", on=DUE, note="机构已撤销")
    assert not Item.objects.get(pk=old.pk).public


def test_a_campaign_over_nothing_is_not_opened(body):
    facts = {"purpose": "cleanup", "title": "清理", "due": DUE}
    with pytest.raises(NotProvidedForError, match="没有符合条件"):
        acts.open_campaign(officer(), body=body, facts=facts, items=[])


def test_documents_that_end_soon_are_told_of(documents, body):
    assert list(upkeep.expiring(body, date(2026, 11, 20))) == [documents[0]]
    assert list(upkeep.expiring(body, date(2026, 8, 1))) == []


FACTS = {
    "title": "讨论稿",
    "document_number": "",
    "ground": "E16b",
    "reason": "尚在讨论",
    "decided_on": date(2025, 11, 3),
    "reviewer": "某人",
}


def test_what_is_withheld_is_looked_at_every_year_until_it_may_be_published(body):
    made = acts.withhold(officer(), body=body, facts=FACTS)
    own = frozenset({body.pk})
    assert made not in upkeep.to_look_at_again(own, date(2026, 11, 2))
    assert made in upkeep.to_look_at_again(own, date(2026, 11, 3))
    looked = {"withheld": made, "on": date(2026, 11, 5)}
    acts.look_again(actor("wangge.baomi"), **looked, opens=False, note="仍在讨论")
    assert made.next_on == date(2027, 11, 5)
    acts.look_again(actor("wangge.baomi"), withheld=made, on=DUE, opens=True, note="已经定稿")
    assert made not in upkeep.to_look_at_again(own, date(2030, 1, 1))
    with pytest.raises(NotProvidedForError, match="已经决定公开"):
        acts.look_again(officer(), withheld=made, on=DUE, opens=True, note="再查")


def test_what_is_over_is_listed_and_goes_when_a_second_person_approves(draft, body, client):
    acts.set_retention(officer(), body=body, kind="news", years=2, then="destroy")
    old = published(draft(kind="news", title="很久以前的动态"), on=date(2020, 1, 6))
    new = published(draft(kind="news", title="最近的动态消息"), on=date(2026, 1, 6))
    listed = [item for item, _then in upkeep.over(body, date(2026, 11, 20))]
    assert (old in listed, new in listed) == (True, False)
    made = acts.propose_disposal(officer(), body=body, on=date(2026, 11, 20))
    with pytest.raises(NotProvidedForError, match="另一人"):
        acts.approve_disposal(officer(), disposal=made)
    assert client.get(items.address(old)).status_code == 200
    acts.approve_disposal(actor("wangge.zhuren"), disposal=made)
    assert client.get(items.address(old)).status_code == 410
    assert client.get(items.address(new)).status_code == 200
    assert not find(Asked("很久以前的动态")).hits
    with pytest.raises(NotProvidedForError, match="已经批准"):
        acts.approve_disposal(actor("wangge.yibashou"), disposal=made)


def test_a_topic_gathers_items_and_drops_what_is_withdrawn(signed_in, draft, body, client):
    item = published(draft(title="专题里的一条"))
    form = {"title": "一件事", "summary": "说明", "shown": "on", "items": item.index_number}
    desk = signed_in("wangge.jingban")
    assert (
        "没有找到"
        in desk.post("/desk/items/topics/of/wangge", {**form, "items": "无此件"}).content.decode()
    )
    desk.post("/desk/items/topics/of/wangge", form)
    topic = Topic.objects.get(title="一件事")
    address = f"/bodies/wangge/topics/{topic.pk}/"
    assert "专题里的一条" in client.get(address).content.decode()
    assert "一件事" in client.get("/bodies/wangge/disclosure/").content.decode()
    item_acts.withdraw(officer(), item=item, reason="核实")
    assert "专题里的一条" not in client.get(address).content.decode()
    desk.post(f"/desk/items/topics/{topic.pk}/", {**form, "items": "", "shown": ""})
    assert client.get(address).status_code == 200


def test_the_pages_of_the_desk_do_the_same(signed_in, documents, body):
    desk = signed_in("wangge.jingban")
    form = {"purpose": "cleanup", "title": "年度清理", "due": "2026-12-31", "basis": ""}
    page = desk.post("/desk/items/campaigns/of/wangge", form, follow=True).content.decode()
    assert "已经列出 3 件" in page
    campaign = Campaign.objects.get(title="年度清理")
    first = campaign.assignments.first()
    address = f"/desk/items/campaigns/{campaign.pk}/"
    page = desk.post(
        address + "assign", {"assignment": [first.pk], "section": "综合科"}, follow=True
    )
    assert "综合科" in page.content.decode()
    page = desk.post(f"{address}settle/{first.pk}", {"outcome": "keep", "note": ""}, follow=True)
    assert "继续有效 1 件" in page.content.decode()
    assert "还有 2 件" in desk.post(address + "close", follow=True).content.decode()
    desk.post("/desk/items/retention/wangge", {"kind": "news", "years": 5, "then": "archive"})
    assert "工作动态：公布满 5 年" in desk.get("/desk/items/retention/wangge").content.decode()
    disposal = Disposal.objects.filter(body=body).first()
    head = signed_in("wangge.zhuren")
    page = head.post(f"/desk/items/disposals/{disposal.pk}/", follow=True).content.decode()
    assert "已经批准" in page
    reviewer = signed_in("wangge.baomi")
    typed = {**FACTS, "decided_on": "2025-11-03", "title": "登记的一条"}
    reviewer.post("/desk/items/withheld/of/wangge", typed)
    made = Withheld.objects.get(title="登记的一条")
    assert "登记的一条" in desk.get("/desk/").content.decode()
    page = reviewer.post(
        f"/desk/items/withheld/{made.pk}/", {"opens": "no", "note": "未定"}, follow=True
    )
    assert "一年后再复查" in page.content.decode()
    assert clock.today() < Withheld.objects.get(pk=made.pk).next_on
