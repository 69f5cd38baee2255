"""What machines read: feeds, sitemap, metadata, linked data. And clarifications."""

import json
from datetime import date

import pytest
from lxml import etree, html

from gongkai.web.publishing.acts import clarifications as clarification_acts
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.linked import as_script
from gongkai.web.publishing.queries.items import address
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.search.models import Page
from tests.web.publishing.conftest import actor, published

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
FEEDS = ("/bodies/wangge/items.json", "/bodies/wangge/items.atom")


def test_the_json_feed_tells_the_newest_with_whole_addresses(client, draft):
    item = published(draft(title="订阅里的通知"))
    feed = json.loads(client.get(FEEDS[0]).content)
    told = next(each for each in feed["items"] if each["title"] == "订阅里的通知")
    assert told["url"] == f"http://testserver{address(item)}"
    assert (told["tags"], feed["version"][-3:]) == (["通知公告"], "1.1")


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_that_has_not_changed_is_not_sent_again_and_what_is_withdrawn_is_gone(
    client, draft, feed
):
    item = published(draft(title="将要撤下的通知"))
    first = client.get(feed)
    again = {"If-None-Match": first["ETag"]}
    assert client.get(feed, headers=again).status_code == 304
    acts.withdraw(actor("wangge.jingban"), item=item, reason="核实")
    later = client.get(feed, headers=again)
    assert later.status_code == 200
    assert "将要撤下的通知" in first.text
    assert "将要撤下的通知" not in later.text


def test_the_sitemap_is_an_index_of_parts_that_hold_every_item(client, draft):
    item = published(draft())
    parts = etree.fromstring(client.get("/sitemap.xml").content)
    found = set()
    for part in parts.iterfind(f"{SITEMAP}sitemap/{SITEMAP}loc"):
        page = etree.fromstring(client.get(part.text.removeprefix("http://testserver")).content)
        found |= {each.text for each in page.iterfind(f"{SITEMAP}url/{SITEMAP}loc")}
    assert f"http://testserver{address(item)}" in found
    assert "http://testserver/bodies/wangge/catalogue/" in found


def test_robots_are_led_to_the_sitemap_and_kept_from_the_desk(client, db):
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /desk/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_a_page_carries_the_metadata_of_the_guidelines(client, draft, settings):
    settings.GONGKAI = type(settings.GONGKAI)(data=settings.GONGKAI.data, site_code="4201040016")
    item = published(draft(title="带“引号”的通知"))
    page = html.fromstring(client.get(address(item)).content)
    told = {each.get("name"): each.get("content") for each in page.iterfind(".//meta[@name]")}
    assert told["SiteIDCode"] == "4201040016"
    assert told["ArticleTitle"] == "带“引号”的通知"
    assert told["PubDate"] == "2026-10-12"
    wanted = {"SiteName", "SiteDomain", "ColumnName", "ColumnType", "ContentSource", "Keywords"}
    assert wanted | {"Author", "Description", "Url"} <= set(told)


def linked(page: str) -> dict:
    block = html.fromstring(page).find('.//script[@type="application/ld+json"]')
    return json.loads(block.text)


def test_a_normative_document_is_told_as_legislation_with_its_force(client, draft):
    facts = {"kind": "normative_document", "document_number": "硚网格规〔2026〕1号"}
    item = published(draft(**facts, details={"in_force_from": "2026-11-01"}))
    told = linked(client.get(address(item)).text)
    assert (told["@type"], told["legislationLegalForce"]) == ("Legislation", "InForce")
    assert told["legislationIdentifier"] == "硚网格规〔2026〕1号"
    assert told["publisher"]["name"] == "硚口区社会管理网格化服务中心"


def test_nothing_in_a_title_ends_the_block(client, draft):
    title = "关于</script><script>alert(1)</script>的通知"
    item = published(draft(title=title))
    page = client.get(address(item)).text
    assert linked(page)["headline"] == title
    assert "<script>alert" not in page
    assert "<" not in as_script({"x": "</script>&"})


def test_what_the_intranet_reads_is_not_told_to_machines(signed_in, draft):
    item = published(draft(audience="intranet"))
    page = signed_in("wangge.keshi").get(address(item)).text
    assert "application/ld+json" not in page


def clarify(body, item=None, **change):
    facts = {
        "title": "关于热线停用传言的澄清",
        "said": "网传热线将要停用",
        "seen": "某微信群，2026年10月",
        "facts": "热线照常受理，没有停用计划。",
        "item": item,
    }
    return clarification_acts.clarify(actor("wangge.jingban"), body=body, facts={**facts, **change})


def test_a_clarification_stands_on_its_page_on_the_items_and_in_the_search(client, draft, body):
    item = published(draft())
    before = client.get(address(item))
    made = clarify(body, item)
    after = client.get(address(item), headers={"If-None-Match": before["ETag"]})
    assert "关于热线停用传言的澄清" in after.text
    assert "没有停用计划" in client.get(f"/bodies/wangge/clarifications/{made.pk}/").text
    assert Page.objects.filter(subject=f"publishing.clarification:{made.pk}").exists()


def test_a_withdrawn_clarification_is_gone_from_everywhere(client, draft, body):
    item = published(draft())
    made = clarify(body, item)
    clarification_acts.withdraw_clarification(
        actor("wangge.jingban"), clarification=made, why="重复"
    )
    assert client.get(f"/bodies/wangge/clarifications/{made.pk}/").status_code == 404
    assert "关于热线停用传言的澄清" not in client.get(address(item)).text
    assert not Page.objects.filter(subject=f"publishing.clarification:{made.pk}").exists()


def test_a_clarification_with_a_private_number_does_not_go_out(body):
    with pytest.raises(NotProvidedForError, match="不能公开"):
        clarify(body, facts="造谣者电话 13800001234")


def test_a_section_clerk_may_not_clarify(signed_in):
    assert signed_in("wangge.keshi").get("/desk/items/clarify/wangge").status_code == 403


def test_the_days_of_a_feed_are_moments(client, draft):
    published(draft(), on=date(2026, 10, 12))
    feed = json.loads(client.get(FEEDS[0]).content)
    assert all("T" in each["date_published"] for each in feed["items"])
