"""Who the visitor is when a proxy stands between."""

from dataclasses import replace
from ipaddress import ip_network

import pytest
from django.conf import settings
from django.test import RequestFactory

from gongkai.web.ui.config import ConfigError, read_config
from gongkai.web.ui.middleware import known_peer


def seen(peer: str, forwarded: str = "", proto: str = "") -> tuple[str, str]:
    """The address and the protocol that the platform goes by."""
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    headers |= {"X-Forwarded-Proto": proto} if proto else {}
    request = RequestFactory().get("/", REMOTE_ADDR=peer, headers=headers)
    known_peer(lambda request: request)(request)
    return request.META["REMOTE_ADDR"], request.META.get("HTTP_X_FORWARDED_PROTO", "")


def test_a_proxy_on_this_machine_is_believed():
    assert seen("127.0.0.1", "203.0.113.9", "https") == ("203.0.113.9", "https")


def test_a_stranger_is_not_believed():
    assert seen("198.51.100.7", "203.0.113.9", "https") == ("198.51.100.7", "")


def test_what_a_visitor_says_of_earlier_hops_is_not_believed():
    assert seen("127.0.0.1", "10.1.1.1, 203.0.113.9") == ("203.0.113.9", "")


def test_a_chain_of_known_proxies_leads_to_the_visitor(monkeypatch):
    own = replace(settings.GONGKAI, proxies=(ip_network("10.0.0.0/8"),))
    monkeypatch.setattr(settings, "GONGKAI", own)
    assert seen("10.0.0.1", "203.0.113.9, 10.0.0.2")[0] == "203.0.113.9"
    assert seen("127.0.0.1", "203.0.113.9")[0] == "127.0.0.1"


@pytest.mark.parametrize("said", ["unknown", "<script>", "203.0.113.9:80", "::ffff:1, x"])
def test_what_is_no_address_is_left_alone(said):
    assert seen("127.0.0.1", said)[0] == "127.0.0.1"


def test_proxies_are_addresses_or_networks():
    given = {"GONGKAI_HOSTS": "gk.example.org", "GONGKAI_PROXIES": "10.0.0.0/8, 192.0.2.1"}
    assert len(read_config(given).proxies) == 2
    with pytest.raises(ConfigError, match="PROXIES"):
        read_config({**given, "GONGKAI_PROXIES": "my-proxy"})
