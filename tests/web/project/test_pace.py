"""How often a visitor may do a thing, whichever process answers."""

import os
import subprocess
import sys

import pytest
import time_machine

from gongkai.web.ui import clock, pace
from gongkai.web.ui.middleware import PACE, SEARCHES
from tests.web.addresses import addresses

pytestmark = pytest.mark.django_db


def test_a_count_begins_anew_when_its_time_has_run_out():
    with time_machine.travel("2026-03-02 09:00:00", tick=False) as moved:
        assert [pace.within("x", 2, 60) for _each in range(3)] == [True, True, False]
        assert pace.spent("x") == 3
        moved.shift(61)
        assert pace.spent("x") == 0
        assert pace.within("x", 2, 60)


def test_another_process_counts_on(tmp_path):
    ask = """import django; django.setup(); from gongkai.web.ui import clock, pace
print(pace.within('y', 9, 9999), pace.spent('y'))"""
    environ = {**os.environ, "GONGKAI_DATA": str(tmp_path)}
    said = [
        subprocess.check_output([sys.executable, "-c", ask], env=environ, text=True)
        for _each in range(2)
    ]
    assert said == ["True 1\n", "True 2\n"]


def test_no_address_lies_in_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(pace.own, "connection", pace._opened(tmp_path / "pace.sqlite3"))
    pace.within("203.0.113.99", 9, 99)
    lying = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert lying
    assert b"203.0.113.99" not in lying


def test_nobody_is_turned_away_when_the_counts_cannot_be_had(monkeypatch, tmp_path):
    broken = pace._opened(tmp_path / "pace.sqlite3")
    broken.execute("DROP TABLE pace")
    monkeypatch.setattr(pace.own, "connection", broken)
    assert pace.within("z", 0, 60)
    assert pace.spent("z") == 0


def test_search_is_slowed_down(client):
    times, seconds = SEARCHES["pages:search"]
    with time_machine.travel(clock.now(), tick=False):
        answers = [client.get("/search/?words=公开") for _each in range(times + 1)]
    assert {answer.status_code for answer in answers[:-1]} == {200}
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == str(seconds)
    assert client.get("/search/", REMOTE_ADDR="203.0.113.9").status_code == 200


@pytest.mark.parametrize("page", ["accounts:sign_in", "requests:apply", "requests:follow"])
def test_public_forms_are_slowed_down_for_one_visitor_only(client, page):
    address = addresses()[page]
    times, _seconds = SEARCHES.get(page, PACE)
    with time_machine.travel(clock.now(), tick=False):
        statuses = [client.post(address).status_code for _each in range(times + 1)]
        other = client.post(address, REMOTE_ADDR="203.0.113.9")
    assert statuses[-2:] == [200, 429]
    assert other.status_code == 200


def test_every_form_a_stranger_may_send_is_slowed_down(client, monkeypatch):
    monkeypatch.setattr("gongkai.web.ui.middleware.within", lambda *_args: False)
    sent = {name: client.post(address) for name, address in addresses().items()}
    passed = {name: answer for name, answer in sent.items() if answer.status_code != 429}
    assert {
        name for name, a in passed.items() if a.status_code != 404 and "Location" not in a
    } == set()
