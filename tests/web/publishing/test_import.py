# ruff: noqa: E501 (tables and pages)
"""A year's list and pages of an old site become items before the public."""

import io
import zipfile
from datetime import date

import pytest
from django.test import Client

from gongkai.web.agencies.models import Body
from gongkai.web.audit.actor import Actor
from gongkai.web.ledgers.acts import run, take_back, take_in
from gongkai.web.ledgers.models import Batch
from gongkai.web.ledgers.target import targets
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.importing import ITEMS
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries.items import copies, state_of
from gongkai.web.publishing.queries.register import counted
from gongkai.web.search.entry import Reader
from gongkai.web.search.queries import Asked, find
from tests.web.ledgers.conftest import xlsx

pytestmark = pytest.mark.django_db
BY = Actor("7", "马晓")
HEAD = [
    "序号",
    "信息名称",
    "索引号",
    "生成日期",
    "发布日期",
    "类别",
    "文号",
    "有效性",
    "废止日期",
    "网址",
]


@pytest.fixture
def body(db):
    return Body.objects.get(code="chengguan")


@pytest.fixture
def imported(body):
    def done(data: bytes, name="目录.xlsx", year=2025) -> Batch:
        batch = take_in.take_in(
            BY, body=body, target=targets["items"], year=year, name=name, data=data
        )
        run.start(BY, batch)
        run.proceed(Batch.objects.get(pk=batch.pk))
        batch.refresh_from_db()
        return batch

    return done


def row(title="健身设施维修通知", **said):
    usual = {
        "index": "", "made": "2025-06-03", "on": "2025-06-05", "kind": "通知公告", "number": "",
        "validity": "", "ended": "", "address": "https://example.cn/5.html",
    }  # fmt: skip
    return [1, title, *(usual | said).values()]


def only(batch: Batch) -> Item:
    return Item.objects.get(pk=batch.rows.get(state="made").made[0])


def fault(batch: Batch) -> dict[str, str]:
    return batch.rows.get(state="bad").faults


def test_a_row_is_an_item_before_the_public_with_a_number_and_found(imported):
    item = only(imported(xlsx([HEAD, row()])))
    assert (item.stage, item.public, item.kind) == ("published", True, "notice")
    assert (item.made_on, item.published_on) == (date(2025, 6, 3), date(2025, 6, 5))
    assert item.index_number
    page = Client().get(f"/bodies/chengguan/items/2025/{item.serial}/")
    assert "https://example.cn/5.html" in page.content.decode()
    assert all(getattr(item, name) == value for name, value in copies(state_of(item)).items())


def test_its_own_index_number_is_kept_and_stands_for_one_item(imported):
    assert only(imported(xlsx([HEAD, row(index="MB1-202506-001")]))).index_number
    batch = imported(xlsx([HEAD, row("另一条", index="ＭＢ1-202506-001")]), name="又一份.xlsx")
    assert "已经用过" in fault(batch)["index_number"]


def test_numbers_go_on_without_gaps_after_an_import(imported):
    batch = imported(xlsx([HEAD, row("甲"), row("乙"), row("丙")]))
    serials = [Item.objects.get(pk=each.made[0]).serial for each in batch.rows.order_by("number")]
    assert serials == list(range(serials[0], serials[0] + 3))


def test_a_repealed_document_counts_in_the_register_as_it_did(imported, body):
    before = {cell: value for cell, (value, _ids) in counted(body, 2025).items()}
    rows = [
        row("旧办法", kind="规范性文件", made="2022-03-02", on="2022-03-10", number="城规〔2022〕1号",
            validity="废止", ended="2025-06-01"),
        row("新规定", kind="规范性文件", made="2025-05-20", on="2025-05-26", number="城规[2025]2号"),
    ]  # fmt: skip
    batch = imported(xlsx([HEAD, *rows]))
    after = counted(body, 2025)
    changed = {cell.split(".")[-1]: value - before[cell] for cell, (value, _ids) in after.items()}
    assert {name: by for name, by in changed.items() if by} == {
        "issued": 1, "repealed": 1, "in_force": 1,
    }  # fmt: skip
    new = Item.objects.get(pk=batch.rows.get(number=3).made[0])
    assert new.document_number == "城规〔2025〕2号"


def test_decisions_bring_what_their_kind_tells(imported, body):
    head = [
        "名称",
        "决定日期",
        "发布日期",
        "类别",
        "当事人",
        "违法行为",
        "处罚内容",
        "罚没金额（万元）",
    ]
    said = [
        "占道经营处罚",
        "2025-04-01",
        "2025-04-03",
        "行政处罚",
        "示例商行",
        "占道",
        "罚款",
        "0.5",
    ]
    item = only(imported(xlsx([head, said])))
    assert item.kind == "penalty"
    assert item.details == {"party": "示例商行", "act": "占道", "penalty": "罚款", "amount": "0.5"}
    cell = next(name for name in counted(body, 2025) if name.endswith("penalties"))
    assert item.pk in counted(body, 2025)[cell][1]


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"on": "2025-06-01"}, "on", "早于生成日期"),
        ({"made": "", "on": ""}, "on", "至少要写一个"),
        ({"made": "2055-01-01", "on": "2055-01-02"}, "made_on", "晚于今天"),
        ({"kind": "啥也不是"}, "kind", "没有这一类"),
        ({"address": "见官网"}, "address", "http"),
        ({"kind": "规范性文件", "validity": "废止"}, "ended_on", "没有写废止日期"),
        ({"title": "名单（电话13800001234）"}, "", "不能公开"),
        ({"title": ""}, "title", "不能为空"),
    ],
)
def test_what_cannot_stand_before_the_public_is_named(imported, said, field, words):
    title = said.pop("title", "健身设施维修通知")
    batch = imported(xlsx([HEAD, row(title, **said)]))
    assert batch.made == 0
    assert words in fault(batch)[field]
    assert "13800001234" not in str(fault(batch))


def test_one_that_stands_is_not_taken_over_again(imported):
    imported(xlsx([HEAD, row()]))
    batch = imported(xlsx([HEAD, row(number="城〔2025〕9号")]), name="又一份.xlsx")
    assert "已有同名的信息" in fault(batch)["title"]


def test_the_example_goes_in_with_its_two_faults(imported, body):
    found = ITEMS.sample(body, 2025)
    batch = imported(xlsx([[found.title], *found.rows]))
    assert (batch.made, batch.bad, batch.skipped) == (5, 2, 1)


def test_an_undone_list_is_off_its_pages_and_the_search_at_once(imported):
    batch = imported(xlsx([HEAD, row("独一无二的通知")]))
    item = only(batch)
    take_back.begin(BY, batch)
    take_back.proceed(Batch.objects.get(pk=batch.pk))
    item.refresh_from_db()
    assert (item.stage, item.public) == ("withdrawn", False)
    assert Client().get(f"/bodies/chengguan/items/2025/{item.serial}/").status_code in (404, 410)
    assert imported(xlsx([HEAD, row("独一无二的通知")])).made == 1


def test_a_list_is_not_undone_once_an_item_was_corrected(imported):
    batch = imported(xlsx([HEAD, row("要更正的通知")]))
    acts.correct(BY, item=only(batch), reason="错字")
    with pytest.raises(take_in.NotPossibleError, match="要更正的通知"):
        take_back.begin(BY, batch)


OLD = """<!DOCTYPE html><!-- saved from url=(0026)https://old.example.cn/a.html -->
<html><head><meta charset="{charset}"><title>某局关于绿化养护的通知 - 某局</title>
<meta name="ArticleTitle" content="关于绿化养护的通知"><meta name="PubDate" content="2025-04-02 10:00">
</head><body><div class="nav"><a href="/">首页</a></div>
<table><tr><th>索 引 号：</th><td>MB2-2025-7</td><th>文号</th><td>城绿〔2025〕3号</td></tr>
<tr><th>生成日期</th><td>2025年4月1日</td><th>体裁</th><td>通知</td></tr></table>
<div class="TRS_Editor"><p>各街道：</p><p>请于五月底前完成绿化养护。</p><script>alert(1)</script></div>
<div class="foot">版权所有</div></body></html>"""


def pages(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("_", "."), data)
    return out.getvalue()


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_saved_page_of_the_old_site_comes_with_its_text(imported, charset):
    codec = "gb18030" if charset == "gb2312" else charset
    page = OLD.format(charset=charset).encode(codec)
    batch = imported(pages(a_html=page, style_css=b"p{}"), name="旧站.zip")
    item = only(batch)
    assert (item.title, item.index_number) == ("关于绿化养护的通知", "MB2-2025-7")
    assert (item.made_on, item.published_on) == (date(2025, 4, 1), date(2025, 4, 2))
    assert (item.document_number, item.kind) == ("城绿〔2025〕3号", "notice")
    assert "请于五月底前完成绿化养护。" in item.content
    assert "alert" not in item.content
    assert "版权" not in item.content


def test_a_page_that_names_nothing_is_a_bad_row(imported):
    batch = imported(pages(a_html=b"<html><body><p>x</p></body></html>"), name="旧站.zip")
    assert (batch.made, batch.bad) == (0, 1)


def test_what_was_imported_is_found(imported):
    item = only(imported(xlsx([HEAD, row("独一无二的绿化通知")])))
    found = find(Asked(words="独一无二的绿化", reader=Reader()))
    assert [hit.page.title for hit in found.hits] == [item.title]
