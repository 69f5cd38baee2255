"""The shape of the platform's code."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

import gongkai.web

WEB = Path(gongkai.web.__file__).parent


def test_the_settings_fit_on_a_page():
    assert len((WEB / "project/settings.py").read_text("utf-8").splitlines()) <= 150


def test_only_acts_write():
    writes = re.compile(
        r"(?<!_storage)(?<!_link)(?<!cache)\.(save(?=\((\)|update_fields|force))"
        r"|create|bulk_create|bulk_update|delete|get_or_create)\("
    )
    allowed = {"acts.py", "load.py"}
    for path in WEB.rglob("*.py"):
        if path.name not in allowed and "acts" not in path.parts and "migrations" not in path.parts:
            assert not writes.search(path.read_text("utf-8")), path


@pytest.mark.django_db
def test_the_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
