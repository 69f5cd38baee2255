"""What the operator's instruments are told."""

from dataclasses import replace

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


def figures(page: str) -> dict[str, float]:
    lines = [line.rsplit(" ", 1) for line in page.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def test_the_figures_tell_of_queue_cases_trail_and_answers(client):
    client.get("/bodies/")
    found = figures(client.get("/metrics").content.decode())
    assert found["gongkai_requests_open"] >= 1
    assert found["gongkai_audit_entries"] >= 1
    assert found['gongkai_tasks{status="ready"}'] >= 0
    labels = '{method="GET",page="agencies:bodies",status="200"}'
    assert found[f"gongkai_request_seconds_count{labels}"] >= 1


def test_only_this_machine_reads_the_figures_unless_there_is_a_token(client, monkeypatch):
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="203.0.113.9").status_code == 404
    assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 404
    own = replace(settings.GONGKAI, metrics_token="a-long-token")
    monkeypatch.setattr(settings, "GONGKAI", own)
    assert client.get("/metrics").status_code == 404
    wrong, right = {"Authorization": "Bearer a"}, {"Authorization": "Bearer a-long-token"}
    far = {"REMOTE_ADDR": "203.0.113.9"}
    assert client.get("/metrics", headers=wrong, **far).status_code == 404
    assert client.get("/metrics", headers=right, **far).status_code == 200


def test_no_figure_names_the_body_that_was_looked_at(client):
    client.get("/bodies/wangge/")
    page = client.get("/metrics").content.decode()
    assert "wangge" not in page


def test_ready_says_what_hinders(client, monkeypatch, tmp_path):
    assert client.get("/ready").content == b"ready\n"
    monkeypatch.setattr(settings, "GONGKAI", replace(settings.GONGKAI, keys=tmp_path / "none"))
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (503, b"keys\n")
