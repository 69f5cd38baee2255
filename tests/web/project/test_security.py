"""What an attacker would try; docs/security.md says which demand each test answers."""

import ast
import json
import os
import stat
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher, identify_hasher
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django_otp.oath import totp

import gongkai
from gongkai.reports.read import UnreadableError, read_bytes
from gongkai.web.accounts import acts
from gongkai.web.accounts.models import Person
from gongkai.web.agencies.models import Body, Post
from gongkai.web.audit.actor import system
from gongkai.web.audit.models import Entry
from gongkai.web.requests.models.case import Request
from gongkai.web.ui.config import config
from gongkai.web.ui.outward import NotReachedError, ask
from gongkai.web.ui.receipts import give

pytestmark = pytest.mark.django_db
RIGHT = {"login": "wangge.jingban", "password": "gongkai-2026"}
SOURCE = Path(gongkai.__file__).parent
TELL = """
import json, django
django.setup()
from django.conf import settings
names = ("DEBUG", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE",
         "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_NAME",
         "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY", "CSRF_COOKIE_SAMESITE", "SESSION_COOKIE_AGE",
         "SESSION_SERIALIZER", "SESSION_COOKIE_DOMAIN")
print(json.dumps({name: getattr(settings, name) for name in names}))
"""


@pytest.fixture(scope="module")
def in_production(tmp_path_factory) -> dict[str, object]:
    """Settings as they are for a platform that serves the public."""
    environ = {
        **os.environ,
        "GONGKAI_PRODUCTION": "on",
        "GONGKAI_HOSTS": "gk.example.org",
        "GONGKAI_DATA": str(tmp_path_factory.mktemp("production")),
    }
    told = subprocess.check_output([sys.executable, "-c", TELL], env=environ, text=True)
    return json.loads(told)


# Passwords and signing in


def test_a_password_is_kept_as_a_slow_salted_hash():
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"]):
        person = Person(login="x")
        person.set_password("changjiang-da-qiao")
        assert identify_hasher(person.password).algorithm == "pbkdf2_sha256"
        assert int(person.password.split("$")[1]) >= 600_000
        assert "changjiang" not in person.password


def change(client: Client, new: str) -> str:
    typed = {"old": "gongkai-2026", "new": new, "again": new}
    answer = client.post("/desk/me/password", typed)
    return "" if answer.status_code == 302 else answer.content.decode()


@pytest.mark.parametrize("length", [11, 129])
def test_a_password_has_twelve_to_128_characters(signed_in, length):
    new = ("q7-" * length)[:length]
    assert "有内容需要更正" in change(signed_in("wangge.jingban"), new)


@pytest.mark.parametrize(
    "new", ["长江大桥 一九五七年 通车 那一天", "  spaces at both ends  ", "x7" * 64]
)
def test_long_passwords_blanks_and_chinese_are_taken_whole(signed_in, new):
    assert not change(signed_in("wangge.jingban"), new)
    assert Client().post("/sign-in/", {**RIGHT, "password": new[:-1]}).status_code == 200
    assert Client().post("/sign-in/", {**RIGHT, "password": new}).status_code == 302


@pytest.mark.parametrize("new", ["password1234", "qwertyuiop12", "123456789012", "wangge.jingban1"])
def test_a_password_that_is_guessed_first_is_refused(signed_in, new):
    assert "有内容需要更正" in change(signed_in("wangge.jingban"), new)


def test_changing_the_password_takes_the_old_one(signed_in):
    typed = {"old": "wrong", "new": "changjiang-da-qiao", "again": "changjiang-da-qiao"}
    page = signed_in("wangge.jingban").post("/desk/me/password", typed).content.decode()
    assert "现在的密码不对" in page


def test_password_fields_let_a_password_manager_help():
    page = Client().get("/sign-in/").content.decode()
    assert 'autocomplete="current-password"' in page
    assert 'autocomplete="username"' in page
    assert "onpaste" not in page


def test_an_unknown_account_costs_as_much_time_as_a_known_one(monkeypatch):
    hashed = []
    hasher = "django.contrib.auth.hashers.MD5PasswordHasher"
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        f"{hasher}.encode", lambda self, *told: hashed.append(1) or encode(self, *told)
    )
    counts = []
    for login in ("wangge.jingban", "nobody.at.all"):
        hashed.clear()
        Client().post("/sign-in/", {"login": login, "password": "wrong"})
        counts.append(len(hashed))
    assert counts[0] == counts[1] > 0


def test_a_temporary_password_is_made_by_chance_and_long():
    person = Person.objects.get(login="wangge.jingban")
    given = {acts.reset_password(system(), person=person) for _each in range(20)}
    assert len(given) == 20
    assert all(len(password) >= 12 for password in given)


def test_accounts_with_known_passwords_cannot_come_into_production(tmp_path):
    environ = {
        **os.environ,
        "GONGKAI_PRODUCTION": "on",
        "GONGKAI_HOSTS": "gk.example.org",
        "GONGKAI_DATA": str(tmp_path),
    }
    environ.pop("GONGKAI_DATABASE_URL", None)
    run = "from gongkai.web.project.commands.demo import command; command()"
    done = subprocess.run(
        [sys.executable, "-c", run], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "正式运行时不能装入" in done.stderr


@pytest.fixture
def with_code(settings):
    """An officer who has passed the password and owes the code; the device."""
    person = Person.objects.get(login="wangge.jingban")
    device = acts.begin_second_factor(person)
    acts.confirm_second_factor(system(), device=device)
    return device


def test_a_one_time_code_is_taken_once(with_code):
    code = f"{totp(with_code.bin_key):06}"
    first, second = Client(), Client()
    for client in (first, second):
        client.post("/sign-in/", RIGHT)
    assert first.post("/sign-in/code", {"code": code}).status_code == 302
    with_code.refresh_from_db()
    with_code.throttle_reset()
    assert "口令不对或已过期" in second.post("/sign-in/code", {"code": code}).content.decode()


def test_guessing_the_one_time_code_is_slowed_down(with_code):
    client = Client()
    client.post("/sign-in/", RIGHT)
    client.post("/sign-in/code", {"code": "000000"})
    right = f"{totp(with_code.bin_key):06}"
    page = client.post("/sign-in/code", {"code": right}).content.decode()
    assert "请稍等片刻再试" in page


# Sessions


def test_signing_in_gives_a_new_session_whatever_the_visitor_brought():
    client = Client()
    client.get("/apply/wangge/")
    brought = client.session
    brought["x"] = 1
    brought.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = brought.session_key
    client.post("/sign-in/", RIGHT)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != brought.session_key
    other = Client()
    other.cookies[settings.SESSION_COOKIE_NAME] = brought.session_key
    assert other.get("/desk/").status_code == 302


def test_a_session_that_was_signed_out_opens_nothing():
    client = Client()
    client.post("/sign-in/", RIGHT)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/sign-out")
    again = Client()
    again.cookies[settings.SESSION_COOKIE_NAME] = key
    assert again.get("/desk/").status_code == 302


def test_a_session_key_is_long_and_unlike_any_other():
    keys = set()
    for _each in range(5):
        client = Client()
        client.post("/sign-in/", RIGHT)
        keys.add(client.cookies[settings.SESSION_COOKIE_NAME].value)
    assert len(keys) == 5
    assert all(len(key) >= 32 for key in keys)


def test_cookies_are_for_this_host_over_https_and_not_for_scripts(in_production):
    for cookie in ("SESSION", "CSRF"):
        assert in_production[f"{cookie}_COOKIE_SECURE"]
        assert in_production[f"{cookie}_COOKIE_HTTPONLY"]
        assert in_production[f"{cookie}_COOKIE_SAMESITE"] == "Lax"
    assert in_production["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert in_production["SESSION_COOKIE_DOMAIN"] is None


def test_a_receipt_is_for_this_host_over_https_and_not_for_scripts(settings):
    settings.SESSION_COOKIE_SECURE = True
    cookies = give(HttpResponse(), "application", "SQ001-2026-0001", "ABCDEFGH").cookies
    told = cookies["__Host-receipt-application"]
    assert told["secure"]
    assert told["httponly"]
    assert (told["samesite"], told["path"], told["domain"]) == ("Lax", "/", "")


def test_a_session_ends_within_twelve_hours(in_production):
    assert in_production["SESSION_COOKIE_AGE"] <= 12 * 3600


def test_no_session_key_stands_in_an_address(signed_in):
    client = signed_in("wangge.jingban")
    page = client.get("/desk/").content.decode()
    assert client.cookies[settings.SESSION_COOKIE_NAME].value not in page


def test_what_is_shown_to_somebody_signed_in_stays_in_no_cache(signed_in):
    assert "no-store" in signed_in("wangge.jingban").get("/desk/")["Cache-Control"]
    assert "Cache-Control" not in Client().get("/bodies/")


# Who may do what


def test_a_form_without_its_secret_is_refused():
    client = Client(enforce_csrf_checks=True)
    answer = client.post("/sign-in/", RIGHT)
    assert answer.status_code == 403
    assert "表单" in answer.content.decode()
    client.force_login(Person.objects.get(login="wangge.jingban"))
    assert client.post("/sign-out").status_code == 403
    assert client.get("/desk/").status_code == 200


def test_the_case_of_another_body_is_not_opened_by_its_number(signed_in):
    case = Request.objects.filter(body__code="wangge").first()
    stranger = signed_in("jiguan.jingban")
    assert stranger.get(f"/desk/requests/{case.pk}/").status_code == 403
    assert stranger.post(f"/desk/requests/{case.pk}/person").status_code == 403
    assert Entry.objects.filter(action="vault.reveal", actor_name="夏采薇").count() == 0


def test_an_application_cannot_be_followed_by_its_number_alone():
    case = Request.objects.first()
    assert Client().get("/follow/case").status_code == 302
    client = Client()
    client.post("/follow/", {"number": case.number, "code": "AAAAAAAA"})
    assert client.get("/follow/case").status_code == 302


def test_fields_that_the_form_does_not_show_are_not_taken(signed_in):
    body = Body.objects.get(code="wangge")
    shown = {name: getattr(body, name) for name in ("office", "address", "hours", "telephone")}
    more = {"code": "taken", "name": "改名", "path": "/", "supervises": "on", "parent": ""}
    signed_in("wangge.jingban").post("/desk/bodies/wangge/office", {**shown, **more})
    after = Body.objects.get(pk=body.pk)
    assert (after.code, after.name, after.path) == (body.code, body.name, body.path)
    assert after.supervises == body.supervises


def test_an_account_that_is_opened_gets_no_more_than_its_kind(signed_in):
    typed = {"login": "new.clerk", "name": "新人", "is_superuser": "on", "is_active": "", "pk": "1"}
    signed_in("admin.xitong").post("/desk/people/", typed)
    person = Person.objects.get(login="new.clerk")
    assert person.must_change
    assert person.is_active
    assert not Post.objects.filter(person=person).exists()


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "CONNECT"])
def test_unusual_methods_change_nothing(signed_in, method):
    before = Entry.objects.count()
    client = signed_in("wangge.jingban")
    for address in ("/desk/items/1/publish", "/sign-out", "/follow/withdraw"):
        assert client.generic(method, address).status_code in (403, 405)
    assert Entry.objects.count() == before


# What is typed


@pytest.mark.parametrize("typed", ["' OR 1=1 --", '"; DROP TABLE x; --', "%", "_", "\\", "'::int"])
def test_what_is_typed_never_becomes_a_query(signed_in, typed):
    for page in ("/search/", "/bodies/wangge/catalogue/"):
        assert Client().get(page, {"words": typed}).status_code == 200
    listing = signed_in("wangge.jingban").get("/desk/requests/", {"words": typed, "stage": typed})
    assert listing.status_code == 200


@pytest.mark.parametrize("page", ["/search/", "/bodies/wangge/catalogue/"])
def test_what_is_typed_comes_back_as_text(page):
    shown = Client().get(page, {"words": "<script>alert(1)</script>\"'"}).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;script&gt;alert" in shown


def test_markup_of_an_item_cannot_run(signed_in):
    client = signed_in("wangge.jingban")
    typed = {
        "title": "<img src=x onerror=alert(1)>",
        "kind": "notice",
        "subject": "综合政务\\政务公开",
        "made_on": "2026-03-02",
        "summary": "摘要",
        "audience": "public",
        "content": '<p onclick="x()">正文</p><script>alert(1)</script><a href="javascript:x()">a</a>',  # noqa: E501
    }
    made = client.post("/desk/items/new/wangge", typed)
    page = client.get(made.url).content.decode()
    assert "<img src=x" not in page
    assert "onclick" not in page
    assert "<script>alert" not in page
    assert "javascript:" not in page


@pytest.mark.parametrize(
    "onward", ["//evil.example/", "https:evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_away_after_signing_in(onward):
    answer = Client().post(f"/sign-in/?next={onward}", RIGHT)
    assert answer.url == "/desk/"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a b"])
def test_a_foreign_host_name_is_refused(host):
    assert Client().get("/bodies/", headers={"Host": host}).status_code == 400


# Files


@pytest.mark.parametrize(
    "address",
    [
        "/static/../gongkai.sqlite3",
        "/static/%2e%2e/%2e%2e/etc/passwd",
        "/files/../../etc/passwd",
        "/bodies/wangge/catalogue.../etc/passwd",
        "/bodies/..%2f..%2fetc/",
        "/static/",
        "/files/",
    ],
)
def test_no_address_leads_out_of_its_folder_or_lists_one(address):
    assert Client().get(address).status_code == 404


def test_a_document_cannot_make_the_platform_read_other_files():
    entity = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>年度报告 &e;</w:t></w:r></w:p></w:body></w:document>"
    )
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", entity)
    try:
        text = str(read_bytes("x.docx", packed.getvalue()))
    except UnreadableError as refused:
        text = str(refused)
    assert "root:" not in text


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://localhost:8000/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://0.0.0.0/",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
    ],
)
def test_an_address_that_somebody_typed_does_not_lead_inward(address):
    with pytest.raises(NotReachedError):
        ask(address, seconds=3)


# The installation


def test_production_speaks_https_only(in_production):
    assert in_production["SECURE_SSL_REDIRECT"]
    assert in_production["SECURE_HSTS_SECONDS"] >= 31536000
    assert not in_production["DEBUG"]


def test_sessions_are_plain_data(in_production):
    assert in_production["SESSION_SERIALIZER"].endswith("JSONSerializer")


def test_keys_are_for_their_owner_only():
    for path in config().keys.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def calls() -> list[tuple[Path, ast.Call]]:
    """Every call in what answers the web."""
    return [
        (path, node)
        for path in (SOURCE / "web").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]


def test_no_code_is_made_of_data_and_no_shell_is_asked():
    for path, call in calls():
        name = ast.unparse(call.func)
        assert name not in ("eval", "exec", "os.system", "os.popen"), path
        assert not name.startswith(("pickle.", "marshal.", "yaml.load")), path
        assert all(each.arg != "shell" for each in call.keywords), path


def test_no_other_site_may_read_our_pages():
    answer = Client().get("/bodies/", headers={"Origin": "https://evil.example"})
    assert "Access-Control-Allow-Origin" not in answer
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"


def test_no_answer_tells_versions():
    answer = Client().get("/bodies/")
    assert {"Server", "X-Powered-By"} & set(answer.headers) == set()
    assert "Django" not in answer.content.decode()


def test_every_page_says_how_its_letters_are_coded():
    for address in ("/", "/bodies/", "/sign-in/", "/health", "/no-such-page"):
        assert "charset=utf-8" in Client().get(address)["Content-Type"]
