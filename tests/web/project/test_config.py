"""What the operator may set, and what production refuses."""

import pytest

from gongkai.web.ui.config import ConfigError, database, oidc_client, read_config

SAFE = {"GONGKAI_HOSTS": "gk.example.org"}


@pytest.mark.parametrize(
    ("environ", "word"),
    [
        ({}, "GONGKAI_HOSTS"),
        ({**SAFE, "GONGKAI_DEBUG": "on"}, "GONGKAI_DEBUG"),
        ({**SAFE, "GONGKAI_AUDIT_HASH": "md5"}, "sm3"),
        ({**SAFE, "GONGKAI_PLAIN_HTTP": "perhaps"}, "PLAIN_HTTP"),
        ({**SAFE, "GONGKAI_SESSION_HOURS": "ten"}, "SESSION_HOURS"),
        ({**SAFE, "GONGKAI_OIDC": "https://id.example.org/"}, "客户端号"),
        ({**SAFE, "GONGKAI_OIDC": "https://gk:s@[id.example.org/"}, "客户端号"),
        ({**SAFE, "GONGKAI_OIDC": "http://gk:s@id.example.org/"}, "必须使用 https"),
        ({**SAFE, "GONGKAI_LOCAL_PASSWORD": "off"}, "GONGKAI_OIDC"),
    ],
)
def test_an_unsafe_or_unreadable_setting_is_refused_by_name(environ, word):
    with pytest.raises(ConfigError, match=word):
        read_config(environ)


def test_production_demands_https_unless_told_otherwise():
    assert not read_config(SAFE).plain_http
    assert read_config({**SAFE, "GONGKAI_PLAIN_HTTP": "on"}).plain_http


def test_a_postgresql_address_is_taken_apart():
    url = "postgresql://gk:p%40ss@db.example.org:5433/gongkai"
    made = database(read_config({**SAFE, "GONGKAI_DATABASE_URL": url}))
    assert (made["HOST"], made["PORT"], made["NAME"], made["PASSWORD"]) == (
        "db.example.org", "5433", "gongkai", "p@ss",
    )  # fmt: skip


def test_a_socket_folder_is_taken_from_the_query():
    url = "postgresql://postgres:@/gongkai?host=/run/postgresql"
    made = database(read_config({**SAFE, "GONGKAI_DATABASE_URL": url}))
    assert made["HOST"] == "/run/postgresql"


def test_the_identity_provider_is_taken_apart():
    url = "https://gk%3A1:p%40ss@id.example.org:8443/realms/district"
    made = oidc_client(read_config({**SAFE, "GONGKAI_OIDC": url}))
    assert (made.issuer, made.id, made.secret) == (
        "https://id.example.org:8443/realms/district", "gk:1", "p@ss",
    )  # fmt: skip
    assert "p@ss" not in repr(made)
