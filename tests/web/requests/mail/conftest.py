"""One IMAP server for all tests of mail; a mailbox in it, messages of every kind."""

from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest
from django.conf import settings

from gongkai.web.agencies.models import Body
from gongkai.web.requests.mail.boxes import Mailbox
from gongkai.web.requests.models.mail import IncomingMail
from tests.web.requests.mail.server import DOVECOT, PASSWORD, USER, ImapServer

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n"
TEXT = "姓名：程远山\n通信地址：某路1号\n所需信息名称：2025年度部门决算\n"


@pytest.fixture(scope="session")
def _server():
    if not DOVECOT.exists():
        pytest.skip("没有安装 dovecot-imapd（tools/test_packages.sh），不能测试邮箱收件")
    made = ImapServer()
    yield made
    made.remove()


@pytest.fixture
def server(_server):
    if _server.process.poll() is not None:
        _server.start()
    _server.empty()
    return _server


@pytest.fixture
def body(db):
    found = Body.objects.get(code="jiguan")
    assert not IncomingMail.objects.filter(body=found).exists()
    return found


@pytest.fixture
def box(server):
    return Mailbox(
        code="jiguan", host="127.0.0.1", port=server.port, security="none", user=USER,
        password=PASSWORD, since=date(2020, 1, 1),
    )  # fmt: skip


@pytest.fixture
def configured(tmp_path, monkeypatch):
    """Write the operator's file; returns its path."""

    def write(text: str):
        path = tmp_path / "mailboxes.toml"
        path.write_text(text, "utf-8")
        monkeypatch.setattr(settings, "GONGKAI", replace(settings.GONGKAI, mailboxes=path))
        return path

    return write


def message(subject="申请公开部门决算", text=TEXT, *, name="", data=PDF, **headers) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "程远山 <cheng@example.org>", "x@b.cn", subject
    made["Message-ID"] = f"<{abs(hash((subject, text, name)))}@example.org>"
    for header, value in headers.items():
        del made[header.replace("_", "-")]
        made[header.replace("_", "-")] = value
    made.set_content(text)
    if name:
        made.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()
