"""The list of what I was told, and where I want to be told."""

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.notices import queries
from gongkai.web.notices.acts.tell import News, tell
from gongkai.web.notices.models import Delivery, Group

pytestmark = pytest.mark.django_db
FACTS = {"number": "GK-7", "due": "2026年11月27日", "stage": "办理中", "days": 2}


@pytest.fixture
def told():
    person = Person.objects.get(login="wangge.jingban")
    news = News("request_due", "k", "requests.request:7", "/desk/requests/", FACTS)
    tell(news, people=[person.pk])
    return queries.inbox(person).get(key="k")


def test_a_notice_leads_to_its_page_and_is_read_then(signed_in, told):
    client = signed_in("wangge.jingban")
    page = client.get("/desk/notices/").content.decode()
    assert "申请 GK-7 还有 2 个工作日到期" in page
    answer = client.post(f"/desk/notices/{told.pk}")
    assert (answer.status_code, answer.url) == (302, "/desk/requests/")
    told.refresh_from_db()
    assert told.read


def test_a_notice_of_somebody_else_is_not_found(signed_in, told):
    assert signed_in("jiguan.jingban").post(f"/desk/notices/{told.pk}").status_code == 404


def test_all_are_marked_as_read_at_once(signed_in, told):
    signed_in("wangge.jingban").post("/desk/notices/read")
    assert queries.unread(told.person) == 0


def test_an_address_is_kept_when_the_field_is_left_empty(signed_in):
    client, person = signed_in("wangge.jingban"), Person.objects.get(login="wangge.jingban")
    typed = {"email": "jb@example.org", "mail": "digest", "sms": "off"}
    typed |= {"quiet_from": "20:00", "quiet_to": "07:30"}
    assert client.post("/desk/notices/settings", typed).status_code == 302
    assert client.post("/desk/notices/settings", typed | {"email": ""}).status_code == 302
    wish = queries.preference_of(person)
    assert queries.contact_of(wish).email == "j****@example.org"
    assert wish.mail == "digest"
    assert "j****@example.org" in client.get("/desk/notices/settings").content.decode()


def test_a_short_message_needs_a_number(signed_in):
    typed = {"mail": "off", "sms": "each", "quiet_from": "20:00", "quiet_to": "07:30"}
    answer = signed_in("wangge.jingban").post("/desk/notices/settings", typed)
    assert "请填写手机号码，或者选择“不发”" in answer.content.decode()


def test_the_administrator_connects_a_group_and_tries_it(signed_in, hook, at_once):
    client = signed_in("admin.xitong")
    body = client.get("/desk/senders/").context["form"].fields["scope"].choices[0][0]
    typed = {"name": "公开群", "channel": "wecom", "scope": body, "url": hook.url}
    assert client.post("/desk/senders/", typed).status_code == 302
    group = Group.objects.get()
    client.post(f"/desk/senders/{group.pk}/test")
    assert Delivery.objects.get().channel == "wecom"
    page = client.get("/desk/senders/").content.decode()
    assert "试发一条消息" in page
    assert hook.url not in page, "whoever has the address can write to the group"
    client.post(f"/desk/senders/{group.pk}/active")
    group.refresh_from_db()
    assert not group.active
