"""The pages, as readers and clerks use them."""

import csv
import io
import json

import openpyxl
import pytest

from gongkai.web.agencies.models import Body
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from tests.web.publishing.conftest import FACTS, SIGNERS, published

pytestmark = pytest.mark.django_db
FORM = {**FACTS, "about": "", "title": "关于冬季供暖巡查的通知"}


def text(answer) -> str:
    return answer.content.decode()


def test_from_the_form_to_the_public_page(signed_in, client):
    officer = signed_in("wangge.jingban")
    officer.post("/desk/items/new/wangge", FORM)
    item = Item.objects.get(title=FORM["title"])
    address = f"/desk/items/{item.pk}/"
    assert "已经送审" in text(officer.post(address + "submit", follow=True))
    for login in SIGNERS:
        answer = signed_in(login).post(address + "sign", {"verdict": "approve"}, follow=True)
        assert "已经签署" in text(answer)
    assert "已经公布" in text(officer.post(address + "publish", follow=True))
    item.refresh_from_db()
    page = text(client.get(queries.address(item)))
    assert item.index_number in page
    assert '<meta name="ArticleTitle" content="关于冬季供暖巡查的通知">' in page
    for part in ("/bodies/wangge/catalogue/", "/bodies/wangge/disclosure/"):
        assert FORM["title"] in text(client.get(part))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"summary": FORM["title"]}, "不能只重复名称"),
        ({"summary": "长" * 101}, "100"),
        ({"kind": "normative_document"}, "应当有文号"),
        ({"kind": "interpretation"}, "请选择这篇解读所解读的文件"),
        ({"document_number": "没有年份"}, "文号应为"),
        ({"made_on": "2099-01-01"}, "不能晚于今天"),
        ({"content": ""}, "请填写正文"),
        ({"content": "<p><br></p>"}, "请填写正文"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(signed_in, change, said):
    answer = signed_in("wangge.jingban").post("/desk/items/new/wangge", {**FORM, **change})
    assert said in text(answer)


def test_two_people_editing_are_told(signed_in, draft):
    item = draft()
    first, second = signed_in("wangge.jingban"), signed_in("wangge.keshi")
    address = f"/desk/items/{item.pk}/edit"
    assert first.post(address, {**FORM, "base": 1}).status_code == 302
    assert "别人刚刚修改" in text(second.post(address, {**FORM, "base": 1}))


def test_an_unchanged_page_is_not_sent_again_and_a_changed_one_is(draft, client):
    item = published(draft())
    address = queries.address(item)
    first = client.get(address)
    again = {"If-None-Match": first["ETag"]}
    assert client.get(address, headers=again).status_code == 304
    since = {"If-Modified-Since": first["Last-Modified"]}
    assert client.get(address, headers=since).status_code == 304
    assert client.get(address, headers=again)["ETag"] == first["ETag"]
    explained = {"kind": "interpretation", "about": item.pk, "title": "怎么看楼道清理"}
    published(draft(**explained))
    assert "怎么看楼道清理" in text(client.get(address, headers=again))
    client.cookies["large-type"] = "on"
    assert client.get(address, headers=again).status_code == 200


def test_the_catalogue_narrows_and_its_files_hold_the_same(client, body):
    address = "/bodies/wangge/catalogue"
    whole = queries.published(body).count()
    data = json.loads(client.get(f"{address}.json").content)["items"]
    assert len(data) == whole
    assert {"索引号", "名称", "内容概述", "生成日期"} <= set(data[0])
    narrowed = json.loads(client.get(f"{address}.json?kind=plan&year=2022").content)["items"]
    assert [each["体裁"] for each in narrowed] == ["规划、计划"]
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"{address}.csv").content.decode("utf-8-sig")))
    )
    assert [row["索引号"] for row in rows] == [each["索引号"] for each in data]
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{address}.xlsx").content))
    assert book.active.max_row == whole + 1
    assert "没有符合条件" in text(client.get(f"{address}/?words=不存在的词"))
    assert client.get(f"{address}.exe").status_code == 404


def test_a_title_that_looks_like_a_formula_stays_text_in_the_csv(draft, client):
    published(draft(title="=1+1等于二"))
    assert "'=1+1" in client.get("/bodies/wangge/catalogue.csv").content.decode("utf-8-sig")


def test_the_guide_follows_the_agency_data(client, body):
    Body.objects.filter(pk=body.pk).update(telephone="027-00000299")
    page = text(client.get("/bodies/wangge/guide/"))
    for fact in ("027-00000299", "办公地址", "传真号码", "20 个工作日"):
        assert fact in page


def test_interpretation_and_document_name_each_other(client):
    explained = Item.objects.get(title="硚口区门前责任区管理办法")
    explaining = Item.objects.get(title="门前责任区管理办法怎么看")
    assert explaining.title in text(client.get(queries.address(explained)))
    assert explained.title in text(client.get(queries.address(explaining)))


def test_pages_cost_few_queries(client, draft, django_assert_max_num_queries):
    item = published(draft())
    with django_assert_max_num_queries(7):
        client.get(queries.address(item))
    with django_assert_max_num_queries(6):
        client.get("/bodies/wangge/catalogue/")
    with django_assert_max_num_queries(8):
        client.get("/bodies/wangge/disclosure/")


def test_the_register_tells_what_held_on_a_day(client):
    old, new = "硚口区门前三包责任管理办法", "硚口区门前责任区管理办法"
    before = text(client.get("/bodies/chengguan/register/?on=2024-06-01"))
    after = text(client.get("/bodies/chengguan/register/?on=2025-04-01"))
    assert (old in before, new in before) == (True, False)
    assert (old in after, new in after) == (False, True)
    assert client.get("/bodies/chengguan/register/?on=x").status_code == 200


def test_a_draft_tells_the_last_day_of_publication(signed_in, draft):
    item = draft(made_on="2026-10-08")
    page = text(signed_in("wangge.jingban").get(f"/desk/items/{item.pk}/"))
    assert "期限是2026年11月4日" in page  # Saturday 10 October is worked
