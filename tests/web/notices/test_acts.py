"""Telling people, and what reaches them."""

import base64
import email
import email.policy
import hashlib
import hmac
import json
from dataclasses import replace
from datetime import time
from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.db import connection

from gongkai.web.accounts.models import Person
from gongkai.web.audit.actor import system
from gongkai.web.notices import queries
from gongkai.web.notices.acts.deliver import deliver
from gongkai.web.notices.acts.settle import add_group, prefer
from gongkai.web.notices.acts.tell import News, mark_read, tell, tell_outside
from gongkai.web.notices.models import Delivery
from gongkai.web.notices.times import RETRIES
from gongkai.web.notices.wording import kinds, worded
from gongkai.web.vault.acts import keep

pytestmark = pytest.mark.django_db
BY = system("测试")
FACTS = {"number": "GK-2026-7", "due": "2026年11月27日", "stage": "办理中", "days": 5}


def news(key: str = "request_due:7:5", kind: str = "request_due") -> News:
    return News(kind, key, "requests.request:7", "/desk/requests/7/", FACTS)


@pytest.fixture
def officer():
    """Somebody who has not been told anything yet."""
    found = Person.objects.get(login="wangge.jingban")
    found.notices.all().delete()
    return found


def wishing(person: Person, **changed):
    usual = {
        "email": "jingban@example.org",
        "phone": None,
        "mail": "each",
        "sms": "off",
        "quiet_from": time(0),
        "quiet_to": time(0),
    }
    return prefer(BY, person=person, **(usual | changed))


def test_a_person_is_told_the_same_thing_once(officer):
    assert tell(news(), people=[officer.pk]) == 1
    assert tell(news(), people=[officer.pk]) == 0
    assert queries.inbox(officer).get().title == "申请 GK-2026-7 还有 5 个工作日到期"


def test_somebody_who_left_is_not_told(officer):
    officer.is_active = False
    officer.save()
    assert tell(news(), people=[officer.pk]) == 0


def test_what_was_read_counts_no_more(officer):
    tell(news(), people=[officer.pk])
    tell(news("other"), people=[officer.pk])
    assert queries.unread(officer) == 2
    mark_read(officer, [queries.inbox(officer)[0].pk])
    assert queries.unread(officer) == 1
    mark_read(officer)
    assert queries.unread(officer) == 0


def test_without_a_mail_server_nothing_waits_to_be_sent(officer):
    wishing(officer)
    tell(news(), people=[officer.pk])
    assert not Delivery.objects.exists()


def test_a_notice_arrives_by_mail_with_the_link(mailbox, officer):
    wishing(officer)
    tell(news(), people=[officer.pk])
    assert deliver() == 1
    (envelope,) = mailbox.taken
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert envelope.rcpt_tos == ["jingban@example.org"]
    assert mail["Subject"].strip() == "申请 GK-2026-7 还有 5 个工作日到期"
    assert "http://127.0.0.1:8000/desk/requests/7/" in mail.get_content()
    assert Delivery.objects.get().state == Delivery.State.SENT
    assert deliver() == 0


def test_a_digest_is_one_message_of_several_notices(mailbox, officer, at_once):
    wishing(officer, mail="digest")
    for number in range(3):
        tell(news(f"k{number}"), people=[officer.pk])
    assert deliver() == 0
    at_once()
    assert deliver() == 1
    (envelope,) = mailbox.taken
    mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert "3 件待办提醒" in mail["Subject"]
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


def test_a_busy_server_is_tried_again_and_given_up_at_last(mailbox, officer, at_once):
    wishing(officer)
    tell(news(), people=[officer.pk])
    mailbox.answer = "451 busy"
    for attempt in range(len(RETRIES) + 1):
        at_once()
        assert deliver() == 0
        waiting = Delivery.objects.get()
        assert waiting.tries == attempt + 1
    assert waiting.state == Delivery.State.FAILED
    assert "451" in waiting.fault


def test_a_refused_address_is_not_tried_again(mailbox, officer):
    wishing(officer)
    tell(news(), people=[officer.pk])
    mailbox.answer = "550 no such user"
    deliver()
    assert Delivery.objects.get().state == Delivery.State.FAILED


def test_what_failed_once_leaves_when_the_server_is_back(mailbox, officer, at_once):
    wishing(officer)
    tell(news(), people=[officer.pk])
    mailbox.answer = "451 busy"
    deliver()
    mailbox.answer = "250 OK"
    assert deliver() == 0, "it waits for its next attempt"
    at_once()
    assert deliver() == 1


def test_an_applicant_is_told_by_the_contact_of_the_application(mailbox, at_once):
    holder = keep({"name": "程远山", "email": "cheng@example.org"})
    told = News("applicant_progress", "p1", "requests.request:7", "/follow/", {
        "number": "GK-2026-7", "body": "江南区政府", "step": "已答复"})  # fmt: skip
    tell_outside(told, holder)
    tell_outside(told, holder)
    at_once()
    assert deliver() == 1
    assert mailbox.taken[0].rcpt_tos == ["cheng@example.org"]


def test_a_group_of_wecom_gets_markdown_without_personal_data(hook, at_once):
    add_group(BY, name="公开群", channel="wecom", scope="agencies.body:1", url=hook.url)
    tell(news(), scopes=["agencies.body:1"])
    at_once()
    assert deliver() == 1
    path, _, body = hook.taken[0]
    assert path == "/robot?key=1"
    assert "还有 5 个工作日到期" in json.loads(body)["markdown"]["content"]


def test_a_message_to_dingtalk_is_signed(hook, at_once):
    add_group(
        BY, name="钉钉", channel="dingtalk", scope="agencies.body:1", url=hook.url, secret="SEC1"
    )
    tell(news(), scopes=["agencies.body:1"])
    at_once()
    deliver()
    asked = parse_qs(urlsplit(hook.taken[0][0]).query)
    stamp = asked["timestamp"][0]
    code = hmac.new(b"SEC1", f"{stamp}\nSEC1".encode(), hashlib.sha256).digest()
    assert asked["sign"] == [base64.b64encode(code).decode()]


def test_a_robot_that_refuses_for_good_is_not_asked_again(hook, at_once):
    add_group(BY, name="公开群", channel="wecom", scope="agencies.body:1", url=hook.url)
    tell(news(), scopes=["agencies.body:1"])
    hook.answer = {"errcode": 93000, "errmsg": "invalid webhook"}
    at_once()
    deliver()
    failed = Delivery.objects.get()
    assert (failed.state, failed.tries) == (Delivery.State.FAILED, 1)
    assert "93000" in failed.fault


def test_an_sms_carries_the_gateways_signature(hook, officer, at_once, monkeypatch):
    sending = replace(settings.GONGKAI, sms=hook.url, sms_secret="s3cret")
    monkeypatch.setattr(settings, "GONGKAI", sending)
    wishing(officer, sms="each", phone="13800001234", mail="off")
    tell(news(), people=[officer.pk])
    at_once()
    assert deliver() == 1
    _, headers, body = hook.taken[0]
    code = hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()
    assert headers["X-Gongkai-Signature"] == f"sha256={code}"
    assert json.loads(body)["to"] == "13800001234"


def test_addresses_lie_in_the_vault_only(officer):
    wish = wishing(officer, phone="13800001234")
    assert queries.contact_of(wish).phone == "138****1234"
    columns = connection.introspection.get_table_description(
        connection.cursor(), wish._meta.db_table
    )
    assert not {"email", "phone"} & {column.name for column in columns}


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_kind_has_words_for_its_facts(kind):
    class Facts(dict):
        def __missing__(self, name):
            return name

    words = worded(kind, Facts())
    assert words.title
    assert words.text
    assert "{" not in words.title + words.text + words.short
