"""Signing in: password, lock-out, second factor, sessions."""

import pytest
from django.test import Client
from django_otp.oath import totp

from gongkai.web.accounts import acts, queries
from gongkai.web.accounts.models import Person, SignIn
from gongkai.web.audit.actor import system
from gongkai.web.audit.models import Entry

pytestmark = pytest.mark.django_db
RIGHT = {"login": "wangge.jingban", "password": "gongkai-2026"}


@pytest.fixture
def officer() -> Person:
    return Person.objects.get(login="wangge.jingban")


def test_the_right_password_opens_the_desk_and_is_written_down(officer):
    answer = Client().post("/sign-in/", RIGHT, follow=True)
    assert answer.redirect_chain[-1][0] == "/desk/"
    assert queries.open_sessions(officer).count() == 1
    assert Entry.objects.filter(action="accounts.sign_in", actor_id=str(officer.pk)).exists()


def test_a_wrong_password_says_what_to_do_and_keeps_the_account_typed():
    page = Client().post("/sign-in/", {**RIGHT, "password": "nope"}).content.decode()
    assert "账号或密码不对" in page
    assert 'value="wangge.jingban"' in page


def test_an_unknown_account_is_not_told_from_a_wrong_password_nor_written_down():
    page = Client().post("/sign-in/", {"login": "13800001234", "password": "x"}).content.decode()
    assert "账号或密码不对" in page
    assert SignIn.objects.get().typed not in ("", "13800001234")
    assert not Entry.objects.filter(title__contains="1380000").exists()


def test_five_wrong_passwords_lock_the_account_even_for_the_right_one():
    client = Client()
    for _ in range(5):
        client.post("/sign-in/", {**RIGHT, "password": "nope"})
    answer = client.post("/sign-in/", RIGHT)
    assert answer.status_code == 429
    assert "暂时不能登录" in answer.content.decode()


def test_an_account_that_does_not_exist_is_locked_like_one_that_does():
    client = Client()
    for _ in range(5):
        client.post("/sign-in/", {"login": "nobody", "password": "nope"})
    assert client.post("/sign-in/", {"login": "nobody", "password": "nope"}).status_code == 429


def test_a_success_forgives_the_wrong_passwords_before_it():
    client = Client()
    for password in ("a", "b", "c", "d", "gongkai-2026", "e"):
        client.post("/sign-in/", {**RIGHT, "password": password})
    assert client.post("/sign-in/", RIGHT).status_code == 302


def test_the_address_to_go_on_to_must_be_ours():
    assert Client().post("/sign-in/?next=/desk/me/", RIGHT).url == "/desk/me/"
    assert Client().post("/sign-in/?next=https://example.org/", RIGHT).url == "/desk/"


def test_a_one_time_code_is_asked_after_the_password(officer):
    device = acts.begin_second_factor(officer)
    acts.confirm_second_factor(system(), device=device)
    client = Client()
    assert client.post("/sign-in/", RIGHT).url.startswith("/sign-in/code")
    assert client.get("/desk/").status_code == 302, "the password alone opens nothing"
    assert "口令不对" in client.post("/sign-in/code", {"code": "000000"}).content.decode()
    device.refresh_from_db()
    device.throttle_reset()
    answer = client.post("/sign-in/code", {"code": f"{totp(device.bin_key):06}"})
    assert answer.url == "/desk/"
    assert client.get("/desk/").status_code == 200


def test_a_temporary_password_opens_nothing_but_the_page_to_change_it(officer, signed_in):
    acts.reset_password(system(), person=officer)
    client = signed_in("wangge.jingban")
    assert client.get("/desk/").url == "/desk/me/password"
    assert client.get("/desk/me/password").status_code == 200
    assert client.get("/bodies/").status_code == 200, "what is public stays public"


def test_changing_the_password_ends_the_other_sessions(officer):
    here, elsewhere = Client(), Client()
    here.post("/sign-in/", RIGHT)
    elsewhere.post("/sign-in/", RIGHT)
    typed = {"old": "gongkai-2026", "new": "changjiang-da-qiao", "again": "changjiang-da-qiao"}
    assert here.post("/desk/me/password", typed).url == "/desk/me/"
    assert here.get("/desk/").status_code == 200
    assert elsewhere.get("/desk/").status_code == 302


@pytest.mark.parametrize("weak", ["short", "1234567890123", "wangge.jingban"])
def test_a_weak_password_is_refused_with_the_reason(signed_in, weak):
    typed = {"old": "gongkai-2026", "new": weak, "again": weak}
    page = signed_in("wangge.jingban").post("/desk/me/password", typed).content.decode()
    assert "有内容需要更正" in page


def test_a_session_on_another_device_can_be_ended(officer):
    here, elsewhere = Client(), Client()
    elsewhere.post("/sign-in/", RIGHT)
    other = queries.open_sessions(officer).get()
    here.post("/sign-in/", RIGHT)
    assert "退出那台设备" in here.get("/desk/me/").content.decode()
    here.post(f"/desk/me/sessions/{other.pk}/end")
    assert elsewhere.get("/desk/").status_code == 302
    assert here.get("/desk/").status_code == 200


def test_a_stopped_account_cannot_sign_in_and_is_out_at_once(officer, signed_in):
    client = Client()
    client.post("/sign-in/", RIGHT)
    acts.set_active(system(), person=officer, active=False)
    assert client.get("/desk/").status_code == 302
    assert "账号或密码不对" in Client().post("/sign-in/", RIGHT).content.decode()
