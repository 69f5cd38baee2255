"""Starts Django for the tests of the platform, on SQLite or on a real PostgreSQL.

`GONGKAI_TEST_DATABASE=postgresql pytest tests/web` starts a PostgreSQL of its own, as root too.
"""

import logging
import os
import tempfile
from pathlib import Path

import django
import pgserver
import pytest

FOLDER = Path(tempfile.mkdtemp(prefix="gongkai-test-"))
(FOLDER / "static").mkdir()
os.environ["PYTHONPATH"] = str(Path(__file__).parents[2] / "src")  # for processes of the tests
os.environ["GONGKAI_PRODUCTION"] = "off"
os.environ["GONGKAI_DATA"] = str(FOLDER)
os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.web.project.settings"
if os.environ.get("GONGKAI_TEST_DATABASE") == "postgresql":
    logging.getLogger("pgserver").setLevel(logging.WARNING)
    SERVER = pgserver.get_server(FOLDER / "postgresql", cleanup_mode="delete")
    os.environ["GONGKAI_DATABASE_URL"] = SERVER.get_uri()
django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from gongkai.web.accounts.models import Person  # noqa: E402
from gongkai.web.audit.kept import SHELF  # noqa: E402
from gongkai.web.project.sample.load import load  # noqa: E402
from gongkai.web.ui import clock, pace  # noqa: E402

pace.own.connection = pace._opened(FOLDER / "pace.sqlite3")  # no other process's counts
if connection.vendor == "sqlite":
    settings.DATABASES["default"]["TEST"]["NAME"] = ":memory:"  # also where several run at once
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The sample district stands in the test database once, under every test."""
    with django_db_blocker.unblock():
        load(clock.today())


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    pace.forget()
    SHELF.clear()


@pytest.fixture
def signed_in(db):
    """A browser in which the person of this account is signed in."""

    def enter(login: str) -> Client:
        client = Client()
        client.force_login(Person.objects.get(login=login))
        return client

    return enter
