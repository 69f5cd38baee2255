"""Checking one file without an account."""

from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.audit.models import Entry
from gongkai.web.pages.views import site

pytestmark = pytest.mark.django_db
SAMPLES = Path(__file__).parents[3] / "samples"


def sent(client, name: str, data: bytes):
    return client.post("/check/", {"file": SimpleUploadedFile(name, data)})


@pytest.fixture
def faulty() -> Path:
    return SAMPLES / "service-centre-2025.txt"


def test_the_findings_of_a_report_are_shown_in_place(client, faulty):
    page = sent(client, faulty.name, faulty.read_bytes()).content.decode()
    assert '<div class="finding error"' in page
    assert "处理：" in page


def test_what_is_no_report_is_answered_with_a_sentence(client):
    page = sent(client, "乱.docx", b"PK\x03\x04 nothing of the kind").content.decode()
    assert 'class="notice error"' in page
    assert "Traceback" not in page


def test_markup_in_a_report_is_shown_not_run(client):
    text = (
        "某局<script>alert(1)</script>2024年政府信息公开工作年度报告\n一、总体情况\n正文".encode()
    )
    page = sent(client, "a.txt", text).content.decode()
    assert "<script>alert" not in page


def test_a_form_without_a_file_says_what_is_missing(client):
    assert "请选择报告文件" in client.post("/check/").content.decode()


def test_nothing_of_the_visit_is_kept(client, faulty):
    before = Entry.objects.count()
    answer = sent(client, faulty.name, faulty.read_bytes())
    assert not answer.cookies
    assert Entry.objects.count() == before
    assert not Session.objects.exists()


def test_too_many_checks_from_one_place_are_put_off(client, monkeypatch):
    monkeypatch.setattr(site, "CHECKS", 2)
    answers = [sent(client, "a.txt", b"x").status_code for _ in range(3)]
    assert answers == [200, 200, 429]


def test_a_body_too_large_is_refused_before_it_is_read(client):
    answer = client.generic("POST", "/check/", b"", CONTENT_LENGTH=str(200 * 1024**2))
    assert answer.status_code == 413
    assert "文件太大" in answer.content.decode()
