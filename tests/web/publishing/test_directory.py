"""The standard directory and the division of duties, from the office's own tables."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.publishing.acts import directory as acts
from gongkai.web.publishing.acts import items as item_acts
from gongkai.web.publishing.duty_tables import read_directory, read_division
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.models.directory import DirectoryEntry
from gongkai.web.publishing.queries import directory as queries
from gongkai.web.publishing.sheets import SheetError
from tests.web.publishing.conftest import actor, published

HEAD = "领域,公开事项,公开内容,公开依据,公开时限,公开主体,公开渠道,更新周期（月）"
TABLE = f"""武昌区基层政务公开标准目录,,,,,,,
{HEAD}
社会救助,低保,低保对象名单,社会救助暂行办法,20个工作日,社会事务科,政府网站、公示栏,1
,,低保标准,,20个工作日,社会事务科,政府网站,
,临时救助,救助政策,,20个工作日,社会事务科,政府网站,
""".encode()
DIVISION = """栏目,责任单位,责任人,联系电话,更新要求,更新天数
工作动态,网格管理科,方听雨,027-00000203,动态、要闻,10
办事服务,受理科,,027-00000205,,
""".encode()


def take(body, data: bytes = TABLE) -> dict[str, int]:
    duties = read_directory("表.csv", data)
    return acts.take_directory(actor("wangge.jingban"), body=body, duties=duties, data=data)


def states(body, on: date) -> dict[str, str]:
    return {each.entry.content: each.state for each in queries.shown(body, on)}


def test_merged_cells_go_on_with_what_stands_above(body):
    take(body)
    found = DirectoryEntry.objects.filter(body=body).values_list("area", "matter", "content")
    assert list(found) == [
        ("社会救助", "低保", "低保对象名单"),
        ("社会救助", "低保", "低保标准"),
        ("社会救助", "临时救助", "救助政策"),
    ]


def test_an_entry_is_fulfilled_by_an_item_until_its_cycle_is_over(body, draft):
    take(body)
    entry = DirectoryEntry.objects.get(content="低保对象名单")
    item = published(draft(), on=date(2026, 10, 12))
    acts.fulfil(actor("wangge.jingban"), entry=entry, item=item)
    assert states(body, date(2026, 11, 12))["低保对象名单"] == "已公开"
    assert states(body, date(2026, 11, 13))["低保对象名单"] == "超期未更新"
    assert states(body, date(2026, 11, 12))["低保标准"] == "未公开"


def test_what_is_withdrawn_fulfils_nothing_any_more(body, draft):
    take(body)
    item = published(draft())
    by = actor("wangge.jingban")
    acts.fulfil(by, entry=DirectoryEntry.objects.get(content="救助政策"), item=item)
    item_acts.withdraw(by, item=item, reason="核实")
    assert states(body, date(2026, 11, 1))["救助政策"] == "未公开"


def test_a_new_edition_keeps_what_fulfils_the_entries_that_stay(body, draft):
    take(body)
    entry = DirectoryEntry.objects.get(content="低保标准")
    acts.fulfil(actor("wangge.jingban"), entry=entry, item=published(draft()))
    lines = TABLE.decode().splitlines()
    assert take(body, "\n".join(lines[:4]).encode()) == {"entries": 2, "ended": 1}
    assert states(body, date(2026, 11, 1)) == {"低保对象名单": "未公开", "低保标准": "已公开"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("社会救助,低保,名单,,20日,科,网站,两", "第 2 行的更新周期"),
        ("社会救助,低保,,,20日,科,网站,", "第 2 行没有填公开内容"),
        ("社会救助,低保,名单,,20日,科,网站,\n社会救助,低保,名单,,20日,科,网站,", "第 3 行与前面"),
        ("", "没有可以导入"),
    ],
)
def test_a_fault_is_told_with_its_row(rows, said):
    with pytest.raises(SheetError, match=said):
        read_directory("表.csv", f"{HEAD}\n{rows}".encode())


def test_the_division_of_duties_says_who_answers_for_each_column(signed_in, body):
    officer = signed_in("wangge.jingban")
    page = officer.post(
        "/desk/items/directory/of/wangge/division",
        {"file": SimpleUploadedFile("分工.csv", DIVISION)},
        follow=True,
    ).text
    assert "更新 2 个栏目的责任，其中新设 1 个" in page
    news = Column.objects.get(body=body, name="工作动态")
    assert (news.kind, news.own_days, news.keeper) == ("news", 10, "方听雨")
    assert Column.objects.get(body=body, name="办事服务").kind == "notices"


def test_an_unknown_demand_is_told_with_those_there_are():
    with pytest.raises(SheetError, match="每周一次"):
        read_division("表.csv", "栏目,责任单位,更新要求\n动态,科,每周一次".encode())


def test_the_public_reads_what_must_be_published_by_whom_and_where_it_stands(
    client, signed_in, body, draft
):
    take(body)
    entry = DirectoryEntry.objects.get(content="低保标准")
    item = published(draft(title="低保标准公布"))
    form = {"number": item.index_number}
    signed_in("wangge.jingban").post(f"/desk/items/directory/{entry.pk}/fulfil", form)
    page = client.get("/bodies/wangge/directory/").text
    assert all(words in page for words in ("低保标准公布", "社会事务科", "尚未公开"))
