"""Who must use a one-time code, where the operator demands it."""

from dataclasses import replace

import pytest
from django_otp.oath import totp

from gongkai.web.accounts.models import Person
from gongkai.web.ui.config import config

pytestmark = pytest.mark.django_db


@pytest.fixture
def demanded(settings):
    settings.GONGKAI = replace(config(), second_factor=True)


@pytest.mark.parametrize("login", ["wangge.yibashou", "wangge.baomi", "admin.anquan"])
def test_signers_and_administrators_are_sent_to_set_it_up(demanded, signed_in, login):
    client = signed_in(login)
    assert client.get("/desk/").url == "/desk/me/second-factor"
    assert client.get("/bodies/").status_code == 200, "what is public stays public"


def test_a_clerk_works_without(demanded, signed_in):
    assert signed_in("wangge.jingban").get("/desk/").status_code == 200


def test_after_the_first_right_code_the_desk_opens(demanded, signed_in):
    client = signed_in("wangge.yibashou")
    client.get("/desk/me/second-factor")
    device = Person.objects.get(login="wangge.yibashou").totpdevice_set.get()
    code = f"{totp(device.bin_key):06}"
    assert client.post("/desk/me/second-factor", {"code": code}).url == "/desk/me/"
    assert client.get("/desk/").status_code == 200


def test_nobody_is_bothered_where_it_is_not_demanded(signed_in):
    assert signed_in("wangge.yibashou").get("/desk/").status_code == 200
