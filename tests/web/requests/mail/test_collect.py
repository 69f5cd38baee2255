"""Messages come in from a real IMAP server, each once, whatever happens on the way."""

from dataclasses import replace

import pytest

from gongkai.web.audit.actor import system
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import content
from gongkai.web.requests import incoming
from gongkai.web.requests.acts import collect as acts
from gongkai.web.requests.acts import mail as mail_acts
from gongkai.web.requests.acts.collect import collect
from gongkai.web.requests.mail.imap import Folder, UnreachableError
from gongkai.web.requests.models.mail import IncomingMail, MailRound
from gongkai.web.ui import clock
from gongkai.web.vault.queries import open_all
from tests.web.requests.mail.conftest import PDF, message

pytestmark = pytest.mark.django_db
BY = system("测试")
State = IncomingMail.State


def mails(body):
    return list(IncomingMail.objects.filter(body=body).order_by("pk"))


def again(body):
    """Let the next look be due now."""
    MailRound.objects.filter(body=body).update(following=clock.now())


def test_a_message_is_kept_whole_and_encrypted_and_marked_as_seen(server, body, box):
    sent = message(name="申请表.pdf")
    server.put(sent)
    assert collect(BY, box) == 1
    (mail,) = mails(body)
    assert (mail.state, mail.topic) == (State.WAITING, "申请公开部门决算")
    assert open_all(mail.holder)["name"] == "程远山"
    original, paper = incoming.files(mail)
    assert content(original).replace(b"\r\n", b"\n") == sent
    assert (paper.name, paper.media, content(paper)) == ("申请表.pdf", "application/pdf", PDF)
    assert {original.holder, paper.holder} == {mail.holder.pk}
    assert (server.count("SEEN"), server.count("UNSEEN")) == (1, 0)


def test_a_second_look_takes_nothing_twice(server, body, box):
    server.put(message(), message("另一封", "内容"))
    assert collect(BY, box) == 2
    again(body)
    assert collect(BY, box) == 0
    assert len(mails(body)) == 2


def test_a_message_that_somebody_read_in_the_mailbox_comes_in_all_the_same(server, body, box):
    server.put(message())
    with server.link() as link:
        link.store("1", "+FLAGS", r"(\Seen)")
    assert collect(BY, box) == 1


def test_what_arrived_before_the_day_in_the_settings_is_left_alone(server, body, box):
    server.put(message())
    tomorrow = clock.today().replace(year=clock.today().year + 1)
    assert collect(BY, replace(box, since=tomorrow)) == 0


def test_processed_messages_go_into_a_folder_with_a_chinese_name(server, body, box):
    server.put(message())
    assert collect(BY, replace(box, processed="已登记")) == 1
    assert server.count() == 0
    assert server.count(folder='"&XfJ2e4uw-"') == 1


def test_a_crash_before_the_commit_loses_nothing(server, body, box, monkeypatch):
    server.put(message(name="申请表.pdf"))

    def crash(*_args, **_kwargs):
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(mail_acts, "_tell", crash)
        with pytest.raises(SystemExit):
            collect(BY, box)
    assert (mails(body), server.count("UNSEEN")) == ([], 1)
    again(body)
    assert collect(BY, box) == 1
    assert Upload.objects.filter(subject__startswith="requests.mail", body=body.pk).count() == 2


def test_a_connection_lost_after_the_commit_makes_no_second_one(server, body, box, monkeypatch):
    server.put(message(), message("第二封", "内容"))

    def lost(_folder, uids):
        if uids:
            raise UnreachableError("与邮箱服务器的连接中断，稍后会自动再试。")

    with monkeypatch.context() as broken:
        broken.setattr(Folder, "settle", lost)
        collect(BY, box)
    assert (len(mails(body)), server.count("UNSEEN")) == (1, 2)
    again(body)
    collect(BY, box)
    assert (len(mails(body)), server.count("UNSEEN")) == (2, 0)


def test_the_server_going_away_in_the_middle_is_said_and_mended(server, body, box, monkeypatch):
    server.put(message(), message("第二封", "内容"), message("第三封", "内容"))
    fetch = Folder.fetch

    def fetch_and_fall(folder, uid):
        if mails(body):
            server.stop()
        return fetch(folder, uid)

    with monkeypatch.context() as broken:
        broken.setattr(Folder, "fetch", fetch_and_fall)
        collect(BY, box)
    assert len(mails(body)) == 1
    found = MailRound.objects.get(body=body)
    assert "中断" in found.fault or "连不上" in found.fault
    again(body)
    collect(BY, box)
    assert "连不上邮箱服务器" in MailRound.objects.get(body=body).fault
    assert MailRound.objects.get(body=body).following > clock.now()
    server.start()
    again(body)
    assert collect(BY, box) == 2
    found.refresh_from_db()
    assert (found.fault, found.failed) == ("", 0)


def test_new_uids_for_old_messages_bring_no_double(server, body, box):
    server.put(message())
    collect(BY, box)
    before = mails(body)[0].places.get().validity
    server.begin_anew()
    server.put(message("新来的", "内容"))
    again(body)
    assert collect(BY, box) == 1
    first, _second = mails(body)
    assert before not in (places := {p.validity for p in first.places.all()}) or len(places) == 2
    again(body)
    assert collect(BY, box) == 0


def test_the_same_message_delivered_twice_is_one(server, body, box):
    server.put(message(), b"Received: from elsewhere\r\n" + message())
    assert collect(BY, box) == 1
    assert mails(body)[0].places.count() == 2


def test_a_message_that_breaks_the_intake_holds_up_none_behind_it(server, body, box, monkeypatch):
    server.put(message("坏的", "内容"), message("好的", "内容"))
    take = acts.take_mail

    def stumble(by, body, box, fetched, validity):
        if b"5Z2P55qE" in fetched.data:
            raise RuntimeError
        return take(by, body, box, fetched, validity)

    monkeypatch.setattr(acts, "take_mail", stumble)
    assert collect(BY, box) == 1
    assert "有 1 封邮件没有能收进来" in MailRound.objects.get(body=body).fault


def test_of_a_message_over_the_limit_only_the_head_is_fetched(server, body, box):
    server.put(message("很大的", name="大.pdf", data=PDF + b"0" * 1_200_000), message())
    assert collect(BY, replace(box, largest=1)) == 2
    large = mails(body)[0]
    assert open_all(large.holder)["mail:faults"].startswith("邮件有 1 MB，超过 1 MB，只取回了信头")
    assert large.size > 1_200_000


def test_two_workers_do_not_look_at_once(server, body, box):
    MailRound.objects.create(body=body, following=clock.now() + acts.ALONE)
    server.put(message())
    assert collect(BY, box) == 0


def test_encrypted_connections_are_checked_against_the_certificate(server, body, box):
    server.put(message())
    sealed = replace(box, host="localhost", security="tls", port=server.tls_port)
    collect(BY, sealed)
    assert "加密连接没有建立" in MailRound.objects.get(body=body).fault
    again(body)
    assert collect(BY, replace(sealed, ca_file=str(server.certificate))) == 1


def test_starttls_and_a_wrong_password(server, body, box):
    server.put(message())
    sealed = replace(box, host="localhost", security="starttls", ca_file=str(server.certificate))
    collect(BY, replace(sealed, password="wrong"))
    assert "口令不对" in MailRound.objects.get(body=body).fault
    again(body)
    assert collect(BY, sealed) == 1
