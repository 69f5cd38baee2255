"""A payment platform on loopback, set for one body; an applicant who owes 720 yuan."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from gongkai.law.fee.tariff import Basis
from gongkai.web.requests.acts.charge import charge
from gongkai.web.ui import clock
from tests.web.requests.conftest import BY
from tests.web.requests.payment.platform import SECRET, Platform


@pytest.fixture
def platform():
    made = Platform()
    yield made
    made.close()


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Write the operator's file."""

    def write(text: str) -> None:
        path = tmp_path / "payment.toml"
        path.write_text(text, "utf-8")
        own = replace(
            settings.GONGKAI,
            payment=path,
            fetch_hosts=("127.0.0.1",),
            address="https://gk.example.org",
        )
        monkeypatch.setattr(settings, "GONGKAI", own)

    monkeypatch.setenv("PAYMENT_SECRET", SECRET)
    return write


SETTINGS = """
address = "{address}"
client = "gongkai-qk"
item = "103049950"
secret_env = "PAYMENT_SECRET"
signing = "{signing}"
[units]
wuchang-wangge = "420106001"
"""


@pytest.fixture(params=["hmac-sha256"])
def online(request, platform, configured):
    platform.method = request.param
    configured(SETTINGS.format(address=platform.address, signing=request.param))
    return platform


@pytest.fixture
def made(apply):
    return apply(clock.today() - timedelta(days=40))


@pytest.fixture
def fee(made):
    on = clock.today() - timedelta(days=5)
    return charge(BY, made.request, basis=Basis.PAGES, units=101, earlier=0, on=on)


@pytest.fixture
def applicant(made):
    browser = Client()
    browser.post("/follow/", {"number": made.request.number, "code": made.code})
    return browser
