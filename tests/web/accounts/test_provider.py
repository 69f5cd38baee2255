"""Signing in with the identity provider, against a real one on loopback."""

import http.client
import json
import time
from base64 import urlsafe_b64encode
from dataclasses import replace
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from django.test import Client
from django_otp.oath import totp
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from gongkai.web.accounts import acts, queries
from gongkai.web.accounts.models import Identity, Person, SignIn
from gongkai.web.audit.actor import system
from gongkai.web.audit.models import Entry
from gongkai.web.project.commands import doctor
from gongkai.web.ui.config import config
from tests.web.accounts.stand_in import CLIENT, SECRET, SUBJECT, StandIn, running

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/sign-in/oidc", "/sign-in/oidc/back"


@pytest.fixture
def provider(settings):
    with running() as stand_in:
        door = stand_in.issuer.replace("http://", f"http://{CLIENT}:{quote(SECRET, safe='')}@")
        settings.GONGKAI = replace(
            config(), oidc=door, address="http://testserver", fetch_hosts=("127.0.0.1",)
        )
        yield stand_in


@pytest.fixture
def officer() -> Person:
    return Person.objects.get(login="wangge.jingban")


@pytest.fixture
def tied(provider, officer) -> Person:
    made = Identity.objects.create(
        issuer=provider.issuer, subject=SUBJECT, shown="陈**", seen=officer.joined
    )
    acts.tie(system(), identity=made, person=officer)
    return officer


def answered(client: Client, onward: str = "") -> str:
    """Begin here, sign in there; our address with the provider's answer."""
    door = urlsplit(client.get(BEGIN, {"next": onward} if onward else {}).url)
    link = http.client.HTTPConnection(door.hostname, door.port)
    link.request("GET", f"{door.path}?{door.query}")
    back = link.getresponse().headers["Location"]
    link.close()
    return back.removeprefix("http://testserver")


def test_who_is_tied_comes_in_and_it_is_written_down(tied):
    client = Client()
    assert client.get(answered(client)).url == "/desk/"
    assert client.get("/desk/").status_code == 200
    assert queries.open_sessions(tied).get().way == SignIn.Way.PROVIDER
    assert Entry.objects.get(action="accounts.sign_in").facts == {"way": "provider"}
    assert "统一身份认证，登录" in client.get("/desk/me/").content.decode()


def test_the_request_carries_state_nonce_and_a_challenge_and_no_secret(provider):
    door = Client().get(BEGIN).url
    told = parse_qs(urlsplit(door).query)
    assert told["response_type"] == ["code"]
    assert told["code_challenge_method"] == ["S256"]
    assert all(len(told[name][0]) >= 32 for name in ("state", "nonce", "code_challenge"))
    assert told["redirect_uri"] == ["http://testserver/sign-in/oidc/back"]
    assert SECRET not in door
    assert quote(SECRET, safe="") not in door


def test_it_leads_on_to_where_one_wanted_to_go_but_not_away(tied):
    client = Client()
    assert client.get(answered(client, "/desk/me/")).url == "/desk/me/"
    assert client.get(answered(client, "https://example.org/")).url == "/desk/"


def spoiled(name: str) -> dict[str, object]:
    now = int(time.time())
    return {
        "iss": {"iss": "https://other.example.org"},
        "aud": {"aud": "another-platform"},
        "azp": {"aud": [CLIENT, "another"], "azp": "another"},
        "nonce": {"nonce": "of-another-flow"},
        "no nonce": {"nonce": None},
        "expired": {"iat": now - 900, "exp": now - 600},
        "no end": {"exp": None},
        "future": {"iat": now + 900, "exp": now + 1200},
        "nobody": {"sub": ""},
    }[name]


@pytest.mark.parametrize(
    "name", ["iss", "aud", "azp", "nonce", "no nonce", "expired", "no end", "future", "nobody"]
)
def test_a_token_that_is_not_for_this_sign_in_opens_nothing(provider, tied, name):
    provider.claims = spoiled(name)
    client = Client()
    answer = client.get(answered(client))
    assert answer.status_code == 400
    assert "没有登录" in answer.content.decode()
    assert client.get("/desk/").status_code == 302
    assert Entry.objects.get(action="accounts.refuse").facts["reason"]


def test_an_expired_token_says_that_clocks_may_differ(provider, tied):
    provider.claims = spoiled("expired")
    client = Client()
    assert "已经过期" in client.get(answered(client)).content.decode()


def test_a_signature_of_somebody_else_opens_nothing(provider, tied):
    kid = provider.published.kid
    provider.key = RSAKey.import_key(
        {**RSAKey.generate_key(2048).as_dict(private=True), "kid": kid}
    )
    client = Client()
    assert "没有通过核验" in client.get(answered(client)).content.decode()


def unsigned(claims) -> str:
    parts = (json.dumps(part).encode() for part in ({"alg": "none"}, claims))
    return ".".join(urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts) + "."


def with_our_secret(claims) -> str:
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))


@pytest.mark.parametrize("forged", [unsigned, with_our_secret])
def test_a_token_that_the_provider_did_not_sign_opens_nothing(provider, tied, forged):
    provider.seal = forged
    client = Client()
    assert "没有通过核验" in client.get(answered(client)).content.decode()
    assert client.get("/desk/").status_code == 302


def test_a_key_that_was_changed_since_is_asked_for(provider, tied):
    client = Client()
    client.get(answered(client))
    provider.turn_key()
    other = Client()
    assert other.get(answered(other)).url == "/desk/"
    assert provider.asked.count("/keys") == 2


def test_what_the_provider_says_of_itself_is_asked_once(provider, tied):
    for _ in range(3):
        client = Client()
        client.get(answered(client))
    assert provider.asked.count("/.well-known/openid-configuration") == 1
    assert provider.asked.count("/keys") == 1


def test_an_answer_counts_once_and_only_in_the_browser_that_asked(tied):
    client = Client()
    back = answered(client)
    assert "找不到这次登录的开头" in Client().get(back).content.decode()
    assert client.get(back).status_code == 302
    again = client.get(back)
    assert again.status_code == 400
    assert "找不到这次登录的开头" in again.content.decode()


def test_junk_without_a_flow_leaves_no_trace(provider):
    assert Client().get(BACK, {"state": "x", "code": "y"}).status_code == 400
    assert not Entry.objects.filter(action="accounts.refuse").exists()


def test_who_takes_too_long_begins_anew(tied):
    client = Client()
    back = answered(client)
    session = client.session
    session["oidc-flows"] = [{**session["oidc-flows"][0], "begun": time.time() - 700}]
    session.save()
    assert "停留太久" in client.get(back).content.decode()


def test_who_says_no_at_the_provider_is_told_so(provider):
    client = Client()
    state = parse_qs(urlsplit(client.get(BEGIN).url).query)["state"][0]
    page = client.get(BACK, {"state": state, "error": "access_denied"})
    assert "取消了登录" in page.content.decode()


def test_an_answer_that_names_another_provider_is_refused(provider, tied):
    client = Client()
    back = answered(client).replace(quote(provider.issuer, safe=""), "https%3A%2F%2Fother")
    assert "不是来自本平台设置" in client.get(back).content.decode()


def test_a_provider_that_is_down_gets_a_sentence_and_passwords_still_work(provider, tied):
    provider.broken = True
    answer = Client().get(BEGIN)
    assert answer.status_code == 502
    assert "出了故障，请稍后再试" in answer.content.decode()
    right = {"login": "wangge.jingban", "password": "gongkai-2026"}
    assert Client().post("/sign-in/", right).url == "/desk/"


def test_a_provider_that_names_itself_otherwise_is_not_used(provider):
    provider.about = {"issuer": "https://other.example.org"}
    assert "与本平台的设置不符" in Client().get(BEGIN).content.decode()


def test_nobody_is_let_in_who_is_tied_to_no_account_nor_is_one_made(provider):
    before = Person.objects.count()
    client = Client()
    answer = client.get(answered(client))
    waiting = Identity.objects.get()
    assert answer.status_code == 403
    assert waiting.code in answer.content.decode()
    assert (waiting.person, waiting.shown) == (None, "陈**")
    assert Person.objects.count() == before
    assert client.get("/desk/").status_code == 302


def test_an_administrator_ties_the_identity_by_the_code_and_unties_it(provider, officer, signed_in):
    client, admin = Client(), signed_in("admin.xitong")
    client.get(answered(client))
    page = f"/desk/people/{officer.pk}/identity"
    wrong = admin.post(f"{page}/tie", {"code": "0000FFFF"}).content.decode()
    assert "没有这个关联码" in wrong
    told = admin.post(f"{page}/tie", {"code": Identity.objects.get().code.lower()}, follow=True)
    assert "陈**" in told.content.decode()
    assert client.get(answered(client)).url == "/desk/"
    admin.post(f"{page}/untie")
    assert client.get("/desk/").status_code == 302, "open sessions end with it"
    assert client.get(answered(client)).status_code == 403
    actions = Entry.objects.filter(subject=f"accounts.person:{officer.pk}")
    assert {"accounts.tie", "accounts.untie"} <= {*actions.values_list("action", flat=True)}


@pytest.mark.parametrize("beside", [False, True])
def test_the_claim_that_was_agreed_on_ties_the_first_time(provider, officer, settings, beside):
    settings.GONGKAI = replace(config(), oidc_claim="employee_number")
    acts.call(system(), person=officer, known_as="WG-0017")
    told = {"employee_number": "wg-0017"}
    provider.claims, provider.beside = ({}, told) if beside else (told, {})
    client = Client()
    assert client.get(answered(client)).url == "/desk/"
    assert Identity.objects.get().person == officer


@pytest.mark.parametrize(("verified", "status"), [(True, 302), (False, 403), ("true", 403)])
def test_an_address_counts_only_if_the_provider_has_verified_it(
    provider, officer, settings, verified, status
):
    settings.GONGKAI = replace(config(), oidc_claim="email")
    acts.call(system(), person=officer, known_as="chen@example.org")
    provider.claims = {"email": "Chen@example.org", "email_verified": verified}
    client = Client()
    assert client.get(answered(client)).status_code == status


def test_an_account_that_is_tied_is_not_taken_over_by_a_claim(provider, tied, settings):
    settings.GONGKAI = replace(config(), oidc_claim="employee_number")
    acts.call(system(), person=tied, known_as="WG-0017")
    provider.claims = {"employee_number": "WG-0017", "sub": "somebody-else"}
    client = Client()
    assert client.get(answered(client)).status_code == 403


def test_a_stopped_account_stays_shut(tied):
    acts.set_active(system(), person=tied, active=False)
    client = Client()
    answer = client.get(answered(client))
    assert answer.status_code == 403
    assert "已经停用" in answer.content.decode()
    assert queries.sign_ins(tied).first().done is False


def test_the_one_time_code_is_asked_unless_the_provider_vouches(provider, tied, settings):
    device = acts.begin_second_factor(tied)
    acts.confirm_second_factor(system(), device=device)
    settings.GONGKAI = replace(config(), oidc_factor=("mfa", "urn:level:3"))
    provider.claims = {"amr": ["pwd"]}
    client = Client()
    step = client.get(answered(client, "/desk/me/")).url
    assert step.startswith("/sign-in/code")
    assert client.get("/desk/").status_code == 302
    assert client.post(step, {"code": f"{totp(device.bin_key):06}"}).url == "/desk/me/"
    for vouched in ({"amr": ["pwd", "mfa"]}, {"acr": "urn:level:3"}):
        provider.claims, client = vouched, Client()
        assert client.get(answered(client)).url == "/desk/"


def test_signers_need_a_second_factor_that_somebody_has_seen(provider, settings):
    head = Person.objects.get(login="wangge.yibashou")
    made = Identity.objects.create(issuer=provider.issuer, subject=SUBJECT, seen=head.joined)
    acts.tie(system(), identity=made, person=head)
    settings.GONGKAI = replace(config(), second_factor=True, oidc_factor=("mfa",))
    client = Client()
    client.get(answered(client))
    assert client.get("/desk/").url == "/desk/me/second-factor"
    provider.claims = {"amr": ["mfa"]}
    client = Client()
    client.get(answered(client))
    assert client.get("/desk/").status_code == 200


def test_where_passwords_are_off_staff_use_the_provider_and_residents_their_own(
    provider, tied, settings
):
    settings.GONGKAI = replace(config(), local_password=False)
    page = Client().post("/sign-in/", {"login": "wangge.jingban", "password": "gongkai-2026"})
    assert "不再用密码登录" in page.content.decode()
    assert Client().post("/sign-in/", {"login": "jumin", "password": "gongkai-2026"}).url == "/"
    acts.reset_password(system(), person=tied)
    client = Client()
    client.get(answered(client))
    assert client.get("/desk/").status_code == 200, "a temporary password does not stand in the way"


def test_signing_out_says_that_the_provider_is_another_matter(tied):
    client = Client()
    client.get(answered(client))
    page = client.post("/sign-out").content.decode()
    assert "/leave?client_id=gongkai" in page
    assert client.get("/desk/").status_code == 302
    client.post("/sign-in/", {"login": "wangge.jingban", "password": "gongkai-2026"})
    assert client.post("/sign-out").url == "/"


def test_without_the_setting_there_is_no_such_door():
    assert Client().get(BEGIN).status_code == 404
    assert "sign-in/oidc" not in Client().get("/sign-in/").content.decode()


def test_the_doctor_names_what_is_missing(provider: StandIn, settings):
    assert list(doctor.identity_provider()) == []
    settings.GONGKAI = replace(config(), local_password=False)
    assert ["没有一个系统管理员" in said for _serious, said in doctor.identity_provider()] == [True]
    provider.about = {"token_endpoint": ""}
    doctor.provider.cache.clear()
    [(serious, said)] = doctor.identity_provider()
    assert serious
    assert "配置不完整" in said
