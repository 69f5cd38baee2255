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
