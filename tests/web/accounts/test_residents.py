"""Accounts of the public."""

import pytest

from gongkai.web.accounts.models import Person
from gongkai.web.audit.models import Entry
from gongkai.web.vault.queries import open_all


@pytest.mark.django_db
def test_a_residents_name_is_kept_in_the_vault_and_masked_everywhere_else(client):
    resident = Person.objects.get(login="jumin")
    assert resident.name == "孟**"
    assert open_all(resident.holder) == {"name": "孟居民"}
    client.post("/sign-in/", {"login": "jumin", "password": "gongkai-2026"})
    assert Entry.objects.get(action="accounts.sign_in").actor_name == "孟**"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/desk/me/", "/desk/me/password", "/desk/notices/"])
def test_a_residents_own_pages_wear_the_portals_frame(signed_in, address):
    page = signed_in("jumin").get(address).content.decode()
    assert '<body class="portal">' in page
    assert "进入工作台" not in page
    assert 'action="/sign-out"' in page
    assert '<body class="desk">' in signed_in("wangge.jingban").get(address).content.decode()


@pytest.mark.django_db
def test_on_the_portal_a_resident_finds_the_account_and_staff_the_desk(client, signed_in):
    assert "孟**" in signed_in("jumin").get("/").content.decode()
    assert "进入工作台" in signed_in("wangge.jingban").get("/").content.decode()
    page = client.get("/").content.decode()
    assert 'href="/sign-in/"' in page
    assert "退出" not in page
