"""Packages from an office system, published addresses back, public items to another system."""

import base64
import json
from dataclasses import replace
from datetime import date

import pytest

from gongkai.web.publishing.acts import channels as channel_acts
from gongkai.web.publishing.acts import exchange as acts
from gongkai.web.publishing.acts import handover
from gongkai.web.publishing.acts import items as item_acts
from gongkai.web.publishing.models.exchange import Intake
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.package import PackageError, read
from gongkai.web.publishing.queries import channels as channel_queries
from gongkai.web.publishing.queries import exchange as queries
from gongkai.web.publishing.queries.items import address, state_of
from gongkai.web.publishing.record import Stage
from gongkai.web.publishing.tasks.exchange import exchange as go_round
from tests.web.publishing.conftest import actor, published, signed

TODAY = date(2026, 11, 20)
PACKAGE = {
    "format": "gongkai-item/1",
    "id": "OA-2026-17",
    "title": "关于做好防汛排涝工作的通知",
    "kind": "notice",
    "made_on": "2026-10-08",
    "summary": "安排汛期值守和排涝。",
    "subject": "综合政务\\其他",
    "content": "各社区：\n请安排汛期值守。",
    "openness": "public",
}


def package(**change) -> bytes:
    return json.dumps({**PACKAGE, **change}).encode()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The exchange folder of this test."""
    settings.GONGKAI = replace(settings.GONGKAI, exchange=tmp_path)
    return tmp_path


@pytest.fixture
def token(body) -> str:
    return acts.open_gate(actor("wangge.jingban"), body=body, name="公文系统")


def send(client, token: str, data: bytes, code: str = "wangge"):
    headers = {"Authorization": f"Bearer {token}"}
    return client.post(f"/intake/{code}/", data, content_type="application/json", headers=headers)


def put(folder, name: str, data: bytes, code: str = "wangge") -> None:
    place = folder / "in" / code
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(data)


def test_a_package_for_the_public_becomes_a_draft_with_its_files(client, token):
    files = [{"name": "说明.txt", "data": base64.b64encode("附件".encode()).decode()}]
    answer = send(client, token, package(attachments=files))
    item = Intake.objects.get(source="OA-2026-17").item
    assert (answer.status_code, answer.json()["state"]) == (202, "drafting")
    assert (item.title, item.stage) == (PACKAGE["title"], Stage.DRAFTING)
    assert [each.name for each in state_of(item).attachments] == ["说明.txt"]


@pytest.mark.parametrize("openness", ["on_application", "withheld"])
def test_what_is_not_for_everybody_is_kept_with_its_ground_and_not_drafted(client, token, openness):
    send(client, token, package(openness=openness, ground="条例第十六条第一款"))
    kept = Intake.objects.get(source="OA-2026-17")
    assert (kept.item, kept.ground) == (None, "条例第十六条第一款")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"openness": "withheld"}, "写明依据"),
        ({"openness": "secret"}, "openness"),
        ({"title": ""}, "缺少 title"),
        ({"kind": "nothing"}, "kind"),
        ({"made_on": "2026-13-01"}, "made_on"),
        ({"made_on": "2027-01-01"}, "不能晚于今天"),
        ({"attachments": [{"name": "x"}]}, "base64"),
        ({"attachments": [{"name": "x.exe", "data": "TVqQAAMAAAA="}]}, "不是可以上传的文件"),
        ({"format": "else"}, "format"),
        ({"summary": "长" * 101}, "summary"),
    ],
)
def test_a_package_with_a_fault_is_refused_with_a_sentence_and_leaves_nothing(
    client, token, change, said
):
    before = Item.objects.count()
    answer = send(client, token, package(**change))
    assert answer.status_code == 422
    assert said in answer.json()["message"]
    assert (Item.objects.count(), Intake.objects.count()) == (before, 0)


def test_bytes_that_are_no_package_are_refused():
    for data in (b"", b"[]", b"{", b"null", "文字".encode("gb18030")):
        with pytest.raises(PackageError):
            read(data, TODAY)


def test_the_same_package_twice_makes_one_draft_and_a_changed_one_rewrites_it(client, token):
    for data in (package(), package(), package(title="改过的通知")):
        send(client, token, data)
    assert Intake.objects.get().item.title == "改过的通知"


def test_a_draft_that_was_sent_round_is_not_overwritten(client, token):
    send(client, token, package())
    item_acts.submit(actor("wangge.jingban"), item=Intake.objects.get().item)
    answer = send(client, token, package(title="改过的通知"))
    assert (answer.status_code, "已经送审" in answer.json()["message"]) == (422, True)


def test_a_key_opens_the_gate_of_its_body_only_and_not_once_it_is_closed(client, token, body):
    assert send(client, token, package(), code="jiguan").status_code == 401
    assert send(client, "wrong", package()).status_code == 401
    acts.close_gate(actor("wangge.jingban"), gate=body.gates.get())
    assert send(client, token, package()).status_code == 401


def test_who_tries_keys_has_to_wait(client, db):
    assert [send(client, "x", b"").status_code for _ in range(21)][-1] == 429


def test_the_key_is_shown_once_and_stands_nowhere(signed_in, body):
    officer = signed_in("wangge.jingban")
    page = officer.post("/desk/items/exchange/of/wangge/gate", {"name": "公文"}, follow=True).text
    shown = page.split("<strong>")[1].split("</strong>")[0]
    assert queries.gate("wangge", shown) == body.gates.get()
    assert shown not in officer.get("/desk/items/exchange/of/wangge/").text
    assert shown not in str(vars(body.gates.get()))


def test_once_published_its_address_goes_back(client, token, folder):
    send(client, token, package())
    put(folder, "17.json", package(id="OA-18"))
    handover.read_folder(actor("wangge.jingban"))
    for intake in Intake.objects.all():
        item_acts.publish(actor("wangge.jingban"), item=signed(intake.item), on=TODAY)
    headers = {"Authorization": f"Bearer {token}"}
    told = client.get("/intake/wangge/OA-2026-17", headers=headers).json()
    item = Intake.objects.get(source="OA-2026-17").item
    assert told["address"].endswith(address(item))
    assert (handover.tell_back(), handover.tell_back()) == (1, 0)
    back = json.loads((folder / "out/wangge/OA-18.published.json").read_text("utf-8"))
    assert back["index_number"] == Intake.objects.get(source="OA-18").item.index_number


def test_the_folder_answers_beside_each_package_and_takes_none_twice(folder, body):
    put(folder, "good.json", package())
    put(folder, "bad.json", b"{")
    put(folder, "half.json.part", package(id="later"))
    put(folder, "lost.json", package(), code="nobody")
    assert queries.anything_due()
    assert [handover.read_folder(actor("wangge.jingban")) for _ in range(2)] == [1, 0]
    replies = {
        path.name: json.loads(path.read_text("utf-8"))["state"]
        for path in folder.glob("out/*/*.json")
    }
    assert replies == {"good.json": "drafting", "bad.json": "refused", "lost.json": "refused"}
    assert (folder / "in/wangge/done/good.json").exists()
    assert (folder / "in/wangge/half.json.part").exists()


@pytest.fixture
def outlet(body):
    """Everything published from the test's day on goes to another system."""

    def made(way="post", where="", token="s3cret"):
        by = actor("wangge.jingban")
        facts = {"kind": "website", "name": "市平台", "opened_on": date(2020, 1, 1)}
        channel = channel_acts.open_channel(by, body=body, facts=facts)
        return acts.open_outlet(
            by, channel=channel, way=way, address=where, token=token, since=TODAY
        )

    return made


def test_a_published_item_is_handed_on_once_and_its_address_filled_back(outlet, draft, site):
    answer = json.dumps({"address": "https://city.example/a/1"})
    to = outlet(where=site.put("/cms", answer, "application/json"))
    item = published(draft(), on=TODAY)
    by = actor("wangge.jingban")
    assert [handover.hand_over(by, to) for _ in range(2)] == [1, 0]
    method, _path, told, sent = site.asked[0]
    assert (method, told["authorization"]) == ("POST", "Bearer s3cret")
    assert json.loads(sent)["index_number"] == item.index_number
    assert to.handovers.get().address == "https://city.example/a/1"
    assert channel_queries.went_out(to.channel).get().address == "https://city.example/a/1"
    assert "s3cret" not in str(vars(to))


def test_a_corrected_item_goes_again_and_a_withdrawn_one_is_taken_back(outlet, draft, site):
    to, by = outlet(where=site.put("/cms", "{}")), actor("wangge.jingban")
    item = published(draft(), on=TODAY)
    handover.hand_over(by, to)
    item_acts.withdraw(by, item=item, reason="核实")
    assert [handover.hand_over(by, to) for _ in range(2)] == [1, 0]
    assert json.loads(site.asked[-1][3]) == {
        "format": "gongkai-item/1",
        "id": item.index_number,
        "withdrawn": True,
    }


def test_a_refusal_is_kept_with_its_reason_and_tried_again(outlet, draft, site):
    to, by = outlet(where=site.put("/cms", status=503)), actor("wangge.jingban")
    published(draft(), on=TODAY)
    assert handover.hand_over(by, to) == 0
    assert queries.failed(to).get().fault == "对方系统返回 503。"
    site.put("/cms", "{}")
    assert handover.hand_over(by, to) == 1
    assert not queries.failed(to).exists()


def test_what_the_intranet_reads_is_not_handed_on(outlet, draft, site):
    to = outlet(where=site.put("/cms", "{}"))
    published(draft(audience="intranet"), on=TODAY)
    assert handover.hand_over(actor("wangge.jingban"), to) == 0
    assert site.asked == []


def test_through_the_folder_the_address_comes_back_in_a_reply(outlet, draft, folder):
    to = outlet("folder")
    item = published(draft(), on=TODAY)
    go_round.call()
    name = item.index_number.replace("/", "_")
    assert json.loads((folder / f"cms/wangge/{name}.json").read_text("utf-8"))["title"]
    reply = {"address": "https://city.example/b/2"}
    (folder / f"cms/wangge/{name}.reply.json").write_text(json.dumps(reply), "utf-8")
    assert handover.read_replies(actor("wangge.jingban"), to) == 1
    assert to.handovers.get().address == "https://city.example/b/2"
    assert not queries.anything_due()
