"""Every address × every role, against the table in matrix.toml.

To see what the platform does now, and to write the table after reading it with care:
`MATRIX=write pytest tests/web/test_matrix.py`.
"""

import os
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client

from gongkai.web.accounts.models import Person
from tests.web.addresses import ROLES, addresses

TABLE = Path(__file__).with_name("matrix.toml")


def browser(login: str) -> Client:
    client = Client(raise_request_exception=False)
    if login:
        client.force_login(Person.objects.get(login=login))
    return client


def measured() -> dict[str, dict[str, str]]:
    """For each page and role the status of GET and of an empty POST; nothing done stays done."""
    browsers = {role: browser(login) for role, login in ROLES.items()}
    return {
        name: {
            role: f"{status(client, 'GET', address)} {status(client, 'POST', address)}"
            for role, client in browsers.items()
        }
        for name, address in sorted(addresses().items())
    }


def status(client: Client, method: str, address: str) -> int:
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    with transaction.atomic():
        answer = client.generic(method, address)
        transaction.set_rollback(True)
    if session is not None:
        client.cookies[settings.SESSION_COOKIE_NAME] = session.value
    return answer.status_code


def written(table: dict[str, dict[str, str]]) -> str:
    """The table, a line for each group of roles that get the same answer."""
    lines = [
        "# GET and empty POST of every page, by role. Written by test_matrix.py, read by people."
    ]
    for name, answers in table.items():
        lines.append(f'\n["{name}"]')
        groups: dict[str, list[str]] = {}
        for role, answer in answers.items():
            groups.setdefault(answer, []).append(role)
        lines += [f'"{answer}" = {roles}'.replace("'", '"') for answer, roles in groups.items()]
    return "\n".join(lines) + "\n"


@pytest.mark.django_db
def test_every_page_answers_every_role_as_the_table_says():
    now = measured()
    if os.environ.get("MATRIX") == "write":
        TABLE.write_text(written(now), "utf-8")
    table = {
        name: {role: answer for answer, roles in groups.items() for role in roles}
        for name, groups in tomllib.loads(TABLE.read_text("utf-8")).items()
    }
    assert now == table
    assert "500" not in TABLE.read_text("utf-8"), "a page breaks on an empty form"
