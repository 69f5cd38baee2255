"""Columns: how fresh they are, who answers for them, which links lead nowhere."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import docx
import pytest

from gongkai.web.agencies.models import Body
from gongkai.web.notices.models import Notice
from gongkai.web.publishing.acts import channels as channel_acts
from gongkai.web.publishing.acts import columns as acts
from gongkai.web.publishing.acts import page_links as link_acts
from gongkai.web.publishing.acts.remind import remind_of_columns
from gongkai.web.publishing.connectors.told import Told
from gongkai.web.publishing.models.channels import Channel
from gongkai.web.publishing.models.columns import Column
from gongkai.web.publishing.queries import columns as queries
from gongkai.web.publishing.queries.page_links import last_run
from gongkai.web.publishing.record import NotProvidedForError
from gongkai.web.publishing.tasks.page_links import start_monthly
from gongkai.web.ui import clock
from tests.web.publishing.conftest import actor, published

DAY = date(2026, 10, 12)


@pytest.fixture
def street(db) -> Body:
    """A body that has no columns but those that a test gives it."""
    return Body.objects.get(code="jiguan")


@pytest.fixture
def alone(body) -> Body:
    """The grid centre without its sample links to sites that are not the test's."""
    Channel.objects.filter(body=body).update(address="")
    Column.objects.filter(body=body).update(address="")
    return body


@pytest.fixture
def column(street):
    def made(kind="news", **facts) -> Column:
        usual = {"name": f"栏目{kind}", "kind": kind, "responsible": "综合科", "telephone": "123"}
        return acts.open_column(actor("jiguan.jingban"), body=street, facts={**usual, **facts})

    return made


def state(column: Column, on: date) -> str:
    return next(s for s in queries.shown([column.body], on) if s.column == column).state


def confirm(column: Column, on: date) -> None:
    acts.confirm_column(actor("jiguan.jingban"), column=column, on=on, note="更新")


@pytest.mark.parametrize(
    ("kind", "days", "said"),
    [
        ("news", 14, "即将到期"),
        ("news", 16, "超期 2 天"),
        ("notices", 16, "正常"),
        ("plans", 300, "正常"),
        ("organisation", 900, "正常"),
    ],
)
def test_a_column_is_as_fresh_as_its_kind_must_be(column, kind, days, said):
    made = column(kind)
    confirm(made, DAY)
    assert state(made, DAY + timedelta(days=days)) == said


def test_the_days_of_the_body_count_where_they_end_sooner(column):
    strict, lax = column(own_days=10), column(name="宽", own_days=90)
    for each in (strict, lax):
        confirm(each, DAY)
    assert [state(each, DAY + timedelta(days=15)) for each in (strict, lax)] == [
        "超期 5 天",
        "超期 1 天",
    ]


def test_an_item_that_is_published_updates_the_columns_of_its_kind(body, draft):
    facts = {
        "name": "测试公告",
        "kind": "notices",
        "responsible": "党政办",
        "item_kinds": ["other"],
    }
    made = acts.open_column(actor("wangge.jingban"), body=body, facts=facts)
    assert state(made, DAY) == "没有内容"
    published(draft(kind="other"), on=DAY)
    assert state(made, DAY) == "正常"
    assert state(made, DAY - timedelta(days=1)) == "没有内容"


def test_what_goes_out_through_its_channel_updates_a_column(column, street):
    by = actor("jiguan.jingban")
    facts = {"kind": "wechat", "name": "号", "opened_on": date(2020, 1, 1)}
    channel = channel_acts.open_channel(by, body=street, facts=facts)
    made = column("new_media", channel=channel)
    channel_acts.disseminate(by, channel=channel, told=Told("一条", DAY))
    assert state(made, DAY + timedelta(days=20)) == "超期 6 天"


def test_a_column_that_was_never_filled_is_empty_whatever_its_kind(column):
    assert state(column("organisation"), DAY) == "没有内容"


def test_five_empty_columns_fail_a_site_outright(column, street):
    for number in range(5):
        column("organisation", name=f"空{number}")
    confirm(column("homepage"), DAY)
    found = queries.failing(queries.shown([street], DAY), DAY)
    assert [each.indicator for each in found] == ["栏目不更新"]


def test_the_supervising_department_sees_who_is_how_long_overdue(signed_in, db):
    page = signed_in("zhengshu.zhuguan").get("/desk/items/columns/district/").text
    assert "网格管理科 方听雨 027-00000203" in page
    assert "超期 12 天" in page
    assert signed_in("wangge.jingban").get("/desk/items/columns/district/").status_code == 403


def test_the_officer_is_told_once_of_each_time_a_column_stands_overdue(column):
    made = column("news", responsible="综合科")
    confirm(made, date(2026, 9, 1))
    told = Notice.objects.filter(kind="column_overdue", person__login="jiguan.jingban")
    told = told.filter(subject=queries.subject_of(made))
    remind_of_columns(date(2026, 9, 18))
    remind_of_columns(date(2026, 9, 19))
    assert [each.title for each in told] == [f"栏目“{made.name}”超期 3 天没有更新"]
    confirm(made, date(2026, 9, 20))
    remind_of_columns(date(2026, 10, 25))
    assert told.all().count() == 2


def test_an_ended_column_is_watched_no_more(column, street):
    made = column()
    acts.end_column(actor("jiguan.jingban"), column=made)
    assert queries.shown([street], DAY) == []


def test_the_public_reads_a_column_with_its_metadata(client, body, draft):
    facts = {"name": "公告栏", "kind": "notices", "responsible": "办", "item_kinds": ["other"]}
    made = acts.open_column(actor("wangge.jingban"), body=body, facts=facts)
    published(draft(title="在栏目里的通知", kind="other"))
    page = client.get(f"/bodies/wangge/columns/{made.pk}/").text
    assert "在栏目里的通知" in page
    assert '<meta name="ColumnName" content="公告栏">' in page


def test_the_links_of_own_pages_are_tried_and_the_dead_ones_named(draft, site, alone):
    good, gone = site.put("/good"), f"{site.address}/gone"
    closed = site.put("/closed", status=403)
    links = "".join(f'<a href="{link}">x</a>' for link in (good, gone, closed, gone))
    item = published(draft(content=f"<p>{links}<a href='https://elsewhere.example/x'>y</a></p>"))
    run = link_acts.start_links(actor("wangge.jingban"), body=alone, everywhere=False)
    link_acts.try_links(run, pause=0)
    assert [(each.link, each.item_id, each.said) for each in run.dead.all()] == [
        (gone, item.pk, "返回 404")
    ]
    assert (run.tried, run.left_out >= 1) == (3, True)
    assert not any("elsewhere" in told["host"] for _m, _p, told, _d in site.asked)


def test_hosts_of_others_are_tried_where_the_operator_lists_them_and_somebody_asks(
    draft, alone, settings, monkeypatch
):
    asked = []
    monkeypatch.setattr(link_acts, "fault", lambda address: asked.append(address) or "返回 404")
    monkeypatch.setattr(link_acts, "MOST_ELSEWHERE", 2)
    settings.GONGKAI = replace(settings.GONGKAI, link_hosts=("*.city.example",))
    others = [f"https://www.city.example/{n}" for n in range(3)]
    links = "".join(f'<a href="{link}">x</a>' for link in (*others, "https://city.example.org/"))
    published(draft(content=f"<p>{links}</p>"))
    by = actor("wangge.jingban")
    for everywhere, tried in ((False, []), (True, others[:2])):
        asked.clear()
        run = link_acts.start_links(by, body=alone, everywhere=everywhere)
        link_acts.try_links(run, pause=0)
        assert [each for each in asked if "example" in each] == tried


def test_a_run_is_bounded(draft, site, alone, monkeypatch):
    monkeypatch.setattr(link_acts, "MOST", 2)
    links = "".join(f'<a href="{site.address}/{n}">x</a>' for n in range(6))
    published(draft(content=f"<p>{links}</p>"))
    run = link_acts.start_links(actor("wangge.jingban"), body=alone, everywhere=False)
    link_acts.try_links(run, pause=0)
    assert run.tried == 2
    assert len({path for _m, path, _t, _d in site.asked}) == 2


def test_one_run_at_a_time(body):
    by = actor("wangge.jingban")
    link_acts.start_links(by, body=body, everywhere=False)
    with pytest.raises(NotProvidedForError, match="没有做完"):
        link_acts.start_links(by, body=body, everywhere=False)
    assert last_run(body).ended is None


def test_links_are_tried_once_a_month_without_being_asked(db):
    watched = start_monthly.call()
    assert watched == Column.objects.values("body").distinct().count() > 0
    assert start_monthly.call() == 0


def test_the_self_check_names_every_late_column_and_who_answers_for_it(signed_in, db):
    today = clock.today()
    answer = signed_in("wangge.jingban").get(
        f"/desk/items/columns/of/wangge/selfcheck/{today.year}/{today.month}.docx"
    )
    paper = docx.Document(BytesIO(answer.content))
    words = "\n".join(each.text for each in paper.paragraphs)
    assert "栏目“工作动态”超期 12 天，由网格管理科 方听雨 027-00000203负责整改。" in words
    assert paper.tables[0].cell(0, 5).text == "情况"
    assert len(paper.tables[0].rows) == 1 + len(
        queries.columns_of([Body.objects.get(code="wangge")])
    )


def test_a_month_to_come_has_no_self_check(signed_in, db):
    address = "/desk/items/columns/of/wangge/selfcheck/{}/{}.docx"
    clerk = signed_in("wangge.jingban")
    assert clerk.get(address.format(clock.today().year + 1, 1)).status_code == 404
    assert clerk.get(address.format(2026, 13)).status_code == 404
