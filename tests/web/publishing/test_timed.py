"""What happens by itself: publication at a time, the end of a showing; decisions set aside."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from gongkai.web.files import acts as file_acts
from gongkai.web.notices.models import Notice
from gongkai.web.publishing.acts import decisions, timed
from gongkai.web.publishing.acts import items as acts
from gongkai.web.publishing.acts.decisions import overturn
from gongkai.web.publishing.models.items import Item
from gongkai.web.publishing.queries import items as queries
from gongkai.web.publishing.record import NotProvidedForError, Stage
from gongkai.web.publishing.tasks.items import at_their_time
from gongkai.web.search.queries import Asked, find
from gongkai.web.ui import clock
from tests.web.publishing.conftest import actor, published, signed

pytestmark = pytest.mark.django_db
BEIJING = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 11, 30, 9, 0, tzinfo=BEIJING)
BEFORE = datetime(2026, 11, 25, 10, 0, tzinfo=BEIJING)
SHOWN = {
    "kind": "objection_notice",
    "title": "救助对象公示名单",
    "made_on": "2026-11-24",
    "details": {
        "since": "2026-11-25",
        "until": "2026-12-01",
        "channel": "办公室",
        "ground": "规程",
    },
}
END = datetime(2026, 12, 2, 0, 0, tzinfo=BEIJING)
"""The last day is shown to its end, in Beijing."""


@pytest.fixture(autouse=True)
def _a_day_in_november():
    with time_machine.travel(BEFORE, tick=False):
        yield


def officer():
    return actor("wangge.jingban")


def found(words: str) -> list[str]:
    return [hit.page.subject for hit in find(Asked(words)).hits]


def test_what_is_scheduled_goes_out_at_its_beijing_time_and_not_before(draft):
    item = signed(draft(made_on="2026-11-20"))
    timed.schedule(officer(), item=item, at=AT)
    assert not queries.anything_due()
    at_their_time.func()
    item.refresh_from_db()
    assert item.stage == Stage.SIGNED
    with time_machine.travel(AT, tick=False):
        at_their_time.func()
        at_their_time.func()
    item.refresh_from_db()
    assert (item.stage, item.published_on, item.published_at) == ("published", AT.date(), AT)


def test_an_hour_that_is_another_day_in_greenwich_is_that_day_in_beijing(draft):
    item, early = signed(draft()), datetime(2026, 11, 30, 0, 30, tzinfo=BEIJING)
    timed.schedule(officer(), item=item, at=early)
    with time_machine.travel(early, tick=False):
        at_their_time.func()
    assert Item.objects.get(pk=item.pk).published_on == date(2026, 11, 30)


@pytest.mark.parametrize("stop", [timed.unschedule, acts.recall])
def test_what_was_called_off_stays_in(draft, stop):
    item = signed(draft())
    timed.schedule(officer(), item=item, at=AT)
    stop(officer(), item=item)
    with time_machine.travel(AT, tick=False):
        at_their_time.func()
    assert not Item.objects.get(pk=item.pk).public


def test_a_time_that_is_past_is_refused(draft):
    with pytest.raises(NotProvidedForError, match="晚于现在"):
        timed.schedule(officer(), item=signed(draft()), at=BEFORE - timedelta(hours=1))


def test_what_stops_publication_stops_it_when_it_is_scheduled(draft):
    item = signed(draft(content="手机 13800001234"))
    with pytest.raises(NotProvidedForError, match="扫描发现"):
        timed.schedule(officer(), item=item, at=AT)


def test_what_cannot_go_out_at_its_time_says_why(draft):
    item = signed(draft(**SHOWN))
    timed.schedule(officer(), item=item, at=BEFORE + timedelta(days=1))
    late = END + timedelta(days=1)
    with time_machine.travel(late, tick=False):
        at_their_time.func()
    state = queries.state_of(item)
    assert "公示截止日期已经过去" in state.missed
    [told] = Notice.objects.filter(kind="publication_missed", person__login="wangge.jingban")
    assert "公示截止日期已经过去" in told.text
    assert told.address == f"/desk/items/{item.pk}/"
    assert (state.stage, state.scheduled) == (Stage.SIGNED, None)


def shown_notice(draft):
    item = draft(**SHOWN)
    upload = acts.attach(officer(), item=item, name="名单.txt", data="陈某某 800元".encode())
    file_acts.inspect(upload)
    return published(item, on=BEFORE.date()), upload


PLACES = ("/bodies/wangge/catalogue/", "/bodies/wangge/items.atom", "/sitemap-items.xml")


def seen(client, item, upload) -> list[bool]:
    """Page, file, search, and every list."""
    lists = [queries.address(item) in client.get(each).content.decode() for each in PLACES]
    return [
        client.get(queries.address(item)).status_code == 200,
        client.get(f"/files/{upload.pk}").status_code == 200,
        bool(found("救助对象公示名单")),
        *lists,
    ]


def test_a_notice_for_objection_is_gone_everywhere_at_its_end_though_no_worker_runs(draft, client):
    item, upload = shown_notice(draft)
    with time_machine.travel(END - timedelta(seconds=1), tick=False):
        assert all(seen(client, item, upload))
        fresh = client.get(queries.address(item))
    with time_machine.travel(END, tick=False):
        assert not any(seen(client, item, upload))
        again = client.get(queries.address(item), headers={"If-None-Match": fresh["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (410, "no-store")
        assert "陈某某" not in again.content.decode()
        assert SHOWN["title"] not in again.content.decode()


def test_the_worker_takes_it_down_once_at_its_end(draft):
    item, _upload = shown_notice(draft)
    at_their_time.func()
    assert Item.objects.get(pk=item.pk).public
    with time_machine.travel(END, tick=False):
        assert queries.anything_due()
        at_their_time.func()
        at_their_time.func()
        assert not queries.anything_due()
    item.refresh_from_db()
    assert (item.stage, item.public) == (Stage.TAKEN_DOWN, False)
    assert item.entries.filter(act="expire").count() == 1


def test_a_correction_on_its_way_does_not_keep_a_notice_up(draft):
    item, _upload = shown_notice(draft)
    acts.correct(officer(), item=item, reason="金额")
    acts.submit(officer(), item=item)
    with time_machine.travel(END, tick=False):
        at_their_time.func()
    assert Item.objects.get(pk=item.pk).stage == Stage.TAKEN_DOWN


PENALTY = {"kind": "penalty", "title": "占道经营处罚决定", "made_on": "2026-11-02"}


def test_a_penalty_set_aside_is_withdrawn_within_three_working_days_with_its_reason(draft, client):
    item = published(draft(**PENALTY))
    day = date(2026, 11, 19)
    overturn(officer(), item=item, how="撤销", on=day, authority="区人民法院")
    assert queries.withdraw_by(item) == date(2026, 11, 24)  # over a weekend
    acts.withdraw(officer(), item=item, reason="判决撤销，罚款已退还")
    assert queries.withdraw_by(item) is None
    page = client.get(queries.address(item))
    assert page.status_code == 410
    for words in ("区人民法院撤销", "判决撤销，罚款已退还"):
        assert words in page.content.decode()


def test_another_item_that_was_withdrawn_does_not_tell_why(draft, client):
    item = published(draft())
    acts.withdraw(officer(), item=item, reason="附件里有张某的住址")
    assert "张某" not in client.get(queries.address(item)).content.decode()


def test_only_penalties_have_a_period_of_withdrawal(draft):
    with pytest.raises(NotProvidedForError, match="没有法定的撤回期限"):
        decisions.overturn(
            officer(), item=published(draft()), how="撤销", on=clock.today(), authority="法院"
        )


def test_the_pages_of_the_desk_arrange_it(draft, signed_in):
    item, desk = signed(draft()), signed_in("wangge.jingban")
    address = f"/desk/items/{item.pk}/"
    page = desk.post(address + "schedule", {"at": "2026-11-30T09:00"}, follow=True)
    assert "将于2026年11月30日 09:00" in page.content.decode()
    page = desk.post(address + "unschedule", follow=True)
    assert "已经取消定时公布" in page.content.decode()
    page = desk.post(address + "publish", follow=True)
    assert "服务器记录首次公布于2026年11月25日 10:00" in page.content.decode()


def test_a_false_date_stands_beside_the_servers_time(draft, client):
    item = published(draft(), on=date(2026, 10, 12))
    page = client.get(queries.address(item)).content.decode()
    assert "标明的发布日期：2026年10月12日。服务器记录：首次公布于2026年11月25日 10:00" in page
