"""The operator's file of mailboxes: each wrong setting is named in a sentence."""

import pytest
from click.testing import CliRunner

from gongkai.web.project.commands.doctor import command, mailboxes
from gongkai.web.requests import incoming
from gongkai.web.requests.acts.collect import collect
from gongkai.web.requests.mail.boxes import read_boxes
from gongkai.web.requests.models.mail import IncomingMail
from gongkai.web.requests.tasks import collect_mail
from tests.web.requests.mail.conftest import message

GOOD = '[jiguan]\nhost = "127.0.0.1"\nuser = "xxgk"\nsince = 2026-01-01\nsecurity = "none"\n'
SECRET = 'password_env = "MAIL_PASSWORD"\n'


@pytest.fixture(autouse=True)
def _password(monkeypatch):
    monkeypatch.setenv("MAIL_PASSWORD", "geheim-mail")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[jiguan", "写法有误"),
        ("jiguan = 1", "要写成一节"),
        (GOOD, "password_file"),
        (GOOD + 'password_env = "NOT_THERE"', "NOT_THERE 是空的"),
        (GOOD + 'password_file = "/no/such/file"', "口令文件 /no/such/file 读不了"),
        (GOOD + 'password = "x"\n' + SECRET, "没有“password”这样的设置"),
        (GOOD + SECRET + "prot = 1", "没有“prot”这样的设置"),
        ('[jiguan]\nuser = "a"\n' + SECRET, "缺少“host、since”"),
        (GOOD + SECRET + 'port = "143"', "“port”的写法不对，应当是整数"),
        (GOOD.replace("none", "ssl") + SECRET, "security 只能是"),
        (GOOD + SECRET + "largest = 0", "largest 应当在 1 到 200"),
        (GOOD + SECRET + GOOD.replace("jiguan", "wangge") + SECRET, "是同一个邮箱"),
    ],
)
def test_what_is_wrong_is_named(configured, text, said):
    configured(text)
    _boxes, (fault,) = read_boxes()
    assert said in fault


def test_a_password_that_others_can_read_is_refused(configured, tmp_path):
    secret = tmp_path / "password"
    secret.write_text("geheim-mail\n")
    configured(f'{GOOD}password_file = "{secret}"')
    secret.chmod(0o644)
    assert "chmod 640" in read_boxes()[1][0]
    secret.chmod(0o640)
    assert read_boxes()[0][0].password == "geheim-mail"
    assert "geheim" not in repr(read_boxes()[0])


@pytest.mark.django_db
def test_the_doctor_names_what_is_wrong_with_a_mailbox(server, configured):
    port = f"port = {server.port}\n"
    configured(GOOD + SECRET + port)
    assert list(mailboxes()) == []
    configured(GOOD.replace("jiguan", "nobody") + SECRET + port)
    assert "没有代号是“nobody”的单位" in CliRunner().invoke(command).output
    configured(GOOD + SECRET + port + 'folder = "没有的"')
    assert list(mailboxes()) == [
        (True, "收件邮箱 [jiguan]：邮箱里没有文件夹“没有的”，或者没有权限打开。")
    ]
    configured(GOOD + SECRET + "port = 1")
    assert [serious for serious, _ in mailboxes()] == [False]


@pytest.mark.django_db
def test_the_task_of_the_minute_reads_the_mailboxes_that_are_set(server, configured, body):
    assert not incoming.anything_due()
    configured(GOOD + SECRET + f"port = {server.port}\n")
    server.put(message())
    assert incoming.anything_due()
    collect_mail.func()
    assert IncomingMail.objects.filter(body=body).count() == 1
    assert collect.__name__ == "collect"
