"""Channels: their register, what went out through them, the counts of a year."""

import json
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.audit.models import Entry as TrailEntry
from gongkai.web.publishing.acts import channels as acts
from gongkai.web.publishing.connectors.told import Told
from gongkai.web.publishing.models.channels import Channel, Dissemination
from gongkai.web.publishing.queries import channels as queries
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.tasks.channels import gather as gather_all
from tests.web.publishing.conftest import actor

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>动态</title>
<entry><title>甲</title><published>2026-03-01T23:30:00Z</published>
<link href="/a" /><category term="工作动态" /></entry>
<entry><title>乙</title><updated>2026-03-02T08:00:00+08:00</updated><link href="javascript:x" />
</entry><entry><title>没有日期</title></entry></feed>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "title": "丙", "date_published": "2026-04-01T09:00:00+08:00", "url": "/c"},
            {"id": "2", "title": "没有日期"},
            "不是条目",
        ],
    }
)


@pytest.fixture
def channel(body) -> Channel:
    facts = {"kind": "wechat", "name": "网格测试号", "opened_on": date(2020, 1, 1)}
    return acts.open_channel(actor("wangge.jingban"), body=body, facts=facts)


def fed(channel: Channel, address: str, connector: str = "atom") -> Channel:
    facts = {"connector": connector, "feed": address}
    acts.change_channel(actor("wangge.jingban"), channel=channel, facts=facts)
    return channel


def titles(channel: Channel) -> set[str]:
    return {each.title for each in queries.went_out(channel)}


def test_a_day_is_that_of_beijing_and_what_has_none_is_left_out(channel, site):
    fed(channel, site.put("/feed", ATOM))
    assert acts.gather(actor("wangge.jingban"), channel=channel) == 2
    found = {each.title: each for each in queries.went_out(channel)}
    assert (found["甲"].on, found["甲"].sort) == (date(2026, 3, 2), "工作动态")
    assert found["甲"].address == f"{site.address}/a"


def test_a_link_that_is_none_of_the_web_is_dropped(channel, site):
    fed(channel, site.put("/feed", ATOM))
    acts.gather(actor("wangge.jingban"), channel=channel)
    assert queries.went_out(channel).get(title="乙").address == ""


def test_a_json_feed_is_read_the_same_way(channel, site):
    fed(channel, site.put("/feed.json", JSON_FEED), "json_feed")
    assert acts.gather(actor("wangge.jingban"), channel=channel) == 1
    assert titles(channel) == {"丙"}


def test_what_was_gathered_before_is_not_counted_again(channel, site):
    fed(channel, site.put("/feed", ATOM))
    by = actor("wangge.jingban")
    assert [acts.gather(by, channel=channel) for _ in range(2)] == [2, 0]


def test_a_feed_that_has_not_changed_is_not_sent_again(channel, site):
    fed(channel, site.put("/feed", ATOM, ETag='"1"'))
    by = actor("wangge.jingban")
    acts.gather(by, channel=channel)
    acts.gather(by, channel=channel)
    assert site.asked[1][2]["if-none-match"] == '"1"'
    assert channel.fault == ""


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [("<html>", 200, "不是 Atom"), ("", 404, "404"), ("x" * (5 * 1024**2 + 1), 200, "超过 5 MB")],
)
def test_a_feed_that_cannot_be_read_says_why_on_the_register(channel, site, data, status, said):
    fed(channel, site.put("/feed", data, status=status))
    assert acts.gather(actor("wangge.jingban"), channel=channel) == 0
    assert said in Channel.objects.get(pk=channel.pk).fault


def test_an_address_of_the_private_network_is_not_asked(channel, site, settings):
    fed(channel, site.put("/feed", ATOM))
    settings.GONGKAI = type(settings.GONGKAI)(data=settings.GONGKAI.data)
    acts.gather(actor("wangge.jingban"), channel=channel)
    assert "GONGKAI_FETCH_HOSTS" in channel.fault
    assert site.asked == []


def test_a_public_page_that_leads_into_the_private_network_is_not_followed(channel, site, settings):
    inside = site.address.replace("127.0.0.1", "localhost") + "/inside"
    fed(channel, site.put("/feed", status=302, Location=inside))
    acts.gather(actor("wangge.jingban"), channel=channel)
    assert "内部网络" in channel.fault
    assert [path for _method, path, _told, _data in site.asked] == ["/feed"]


def test_every_feed_is_asked_once_a_day_and_a_closed_channel_no_more(channel, site):
    fed(channel, site.put("/feed", ATOM))
    assert gather_all.call() == 2
    acts.close_channel(actor("wangge.jingban"), channel=channel, on=date(2026, 5, 1), why="并入")
    gather_all.call()
    assert len(site.asked) == 1


def sheet(*rows) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return out.getvalue()


HEAD = ("发布日期", "标题", "网址", "信息类别")
ROWS = [("2026年3月1日", "甲", "https://www.example.org/1", "动态"), ("2026-3-2", "乙", "", "")]


@pytest.mark.parametrize(
    "data",
    [
        sheet(("新媒体发布登记表",), HEAD, *ROWS),
        "\n".join(",".join(row) for row in (HEAD, *ROWS)).encode("gb18030"),
        "\n".join(",".join(row) for row in (HEAD, *ROWS)).encode("utf-8-sig"),
    ],
    ids=("xlsx", "gb18030", "utf-8"),
)
def test_a_table_is_taken_in_once(channel, signed_in, data):
    clerk = signed_in("wangge.jingban")
    for said in ("新登记 2 条。", "新登记 0 条，2 条以前登记过。"):
        answer = clerk.post(
            f"/desk/items/channels/{channel.pk}/import",
            {"file": SimpleUploadedFile("表.xlsx", data)},
            follow=True,
        )
        assert said in answer.text
    assert titles(channel) == {"甲", "乙"}
    imported = TrailEntry.objects.filter(action="publishing.take_in").last()
    assert len(imported.facts["manifest"]) == 64


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a,b\n1,2\n", "没有找到表头"),
        ("发布日期,标题\n2026-02-30,甲\n,乙\n2026-01-01,\n".encode(), "第 2 行的发布日期"),
        (b"PK\x03\x04broken", "读不出这个表格"),
        ("发布日期,标题\n".encode(), "没有可以导入"),
    ],
)
def test_a_table_with_a_fault_is_refused_whole_with_the_rows(channel, signed_in, data, said):
    answer = signed_in("wangge.jingban").post(
        f"/desk/items/channels/{channel.pk}/import",
        {"file": SimpleUploadedFile("表.csv", data)},
        follow=True,
    )
    assert said in answer.text
    assert titles(channel) == set()


def test_the_figures_of_the_sample_report_are_counted_from_its_records(body):
    found = {
        (each.channel.kind, each.sort): each
        for each in queries.figures(type(body).objects.get(code="chengguan"), 2021)
    }
    assert {key: each.shown for key, each in found.items()} == {
        ("website", "政府信息"): "74",
        ("weibo", "工作动态"): "近420",
        ("wechat", "工作动态"): "48",
        ("douyin", "工作动态"): "62",
    }
    wechat = found["wechat", "工作动态"].channel
    assert queries.went_out(wechat, year=2021, sort="工作动态").count() == 48


def test_records_count_and_a_stated_figure_only_where_there_are_none(channel, body):
    by = actor("wangge.jingban")
    facts = {"year": 2025, "sort": "动态", "count": 90, "approximate": True, "source": "旧报告"}
    acts.state_figure(by, channel=channel, facts=facts)
    assert [each.shown for each in queries.figures(body, 2025)] == ["近90"]
    acts.disseminate(by, channel=channel, told=Told("一条", date(2025, 3, 1), sort="动态"))
    assert [each.shown for each in queries.figures(body, 2025)] == ["1"]
    with pytest.raises(NotProvidedForError, match="以记录为准"):
        acts.state_figure(by, channel=channel, facts=facts)


def test_what_was_entered_by_mistake_counts_no_more_and_stays(channel, body):
    by = actor("wangge.jingban")
    acts.disseminate(by, channel=channel, told=Told("错登", date(2025, 3, 1)))
    entry = Dissemination.objects.get(title="错登")
    acts.make_void(by, entry=entry, why="登错账号")
    assert queries.figures(body, 2025) == []
    assert Dissemination.objects.get(pk=entry.pk).void == "登错账号"


def test_the_public_sees_the_channels_in_use_and_not_the_intranet(client, db):
    page = client.get("/bodies/shidong/channels/").text
    assert "石洞之声" in page
    assert "街道内网" not in page
    assert "硚口网格" not in client.get("/bodies/wangge/channels/").text


def test_a_stranger_to_the_body_enters_nothing(channel, signed_in):
    answer = signed_in("jiguan.jingban").post(
        f"/desk/items/channels/{channel.pk}/close", {"why": "x"}
    )
    assert answer.status_code == 403
