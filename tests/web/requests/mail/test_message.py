"""Whatever a message is made of, it is read as far as it goes, and what is left is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.web.requests.mail.automatic import Automatic
from gongkai.web.requests.mail.imap import quoted
from gongkai.web.requests.mail.labels import labelled, numbers_in
from gongkai.web.requests.mail.message import (
    BROKEN,
    FILES_LEFT,
    MOST_FILES,
    TNEF,
    TOO_DEEP,
    TOO_LONG,
    read,
)
from tests.web.requests.mail.conftest import TEXT, message

HEAD = "From: 程远山 <c@example.org>\r\nSubject: 申请公开决算\r\n"


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_eight_bit_characters_that_declare_nothing_are_read(charset):
    letter = read(f"{HEAD}\r\n{TEXT}".encode(charset))
    assert (letter.subject, letter.sender_name, letter.sender) == (
        "申请公开决算", "程远山", "c@example.org",
    )  # fmt: skip
    assert letter.text == TEXT.strip()


def test_what_is_declared_wrongly_is_read_as_what_it_is():
    head = f"{HEAD}Content-Type: text/plain; charset=iso-8859-1\r\n\r\n"
    assert read(f"{head}{TEXT}".encode("gb18030")).text == TEXT.strip()
    head = f"{HEAD}Content-Type: text/plain; charset=no-such-thing\r\n\r\n"
    assert read(f"{head}{TEXT}".encode("gb18030")).text == TEXT.strip()


def test_names_of_files_in_old_encodings_are_read():
    parts = (
        "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: application/pdf; "
        'name="=?GB2312?B?yerH67HtLnBkZg==?="\r\n\r\n%PDF\r\n--x\r\n'
        'Content-Disposition: attachment; filename="材料.pdf"\r\n\r\n%PDF\r\n--x--\r\n'
    )
    assert [each.name for each in read((HEAD + parts).encode("gbk")).files] == [
        "申请表.pdf", "材料.pdf",
    ]  # fmt: skip


def test_of_plain_and_rich_text_the_plain_one_is_taken():
    both = (
        "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n"
        "\r\n甲\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>甲</p>\r\n--x--\r\n"
    )
    assert read((HEAD + both).encode()).text == "甲"
    rich = "Content-Type: text/html\r\n\r\n<style>p{}</style><p>甲<br>乙</p><script>x()</script>"
    assert read((HEAD + rich).encode()).text == "甲\n乙"


def test_a_forwarded_message_is_read_with_its_files():
    inner = message("原来的", "转来的内容", name="附件.pdf").decode()
    whole = f"{HEAD}Content-Type: message/rfc822\r\n\r\n{inner}"
    letter = read(whole.encode())
    assert "转发的邮件：程远山" in letter.text
    assert "转来的内容" in letter.text
    assert [each.name for each in letter.files] == ["附件.pdf"]


def test_messages_within_messages_end_somewhere():
    inner = b"Subject: x\r\n\r\nend"
    for _layer in range(40):
        inner = b"Content-Type: message/rfc822\r\n\r\n" + inner
    assert TOO_DEEP in read(inner).faults
    layers = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(2000)
    )
    assert read(b"Subject: deep\r\n" + layers).faults


def test_five_hundred_files_are_cut_and_said():
    part = "--x\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\na\r\n"
    many = f"{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n{part * 500}--x--\r\n"
    letter = read(many.encode())
    assert (len(letter.files), letter.faults) == (MOST_FILES, (FILES_LEFT,))


def test_winmail_and_long_texts_and_broken_parts_are_said():
    tnef = f"{HEAD}Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx"
    assert read(tnef.encode()).faults == (TNEF,)
    assert read(f"{HEAD}\r\n{'长' * 30_000}".encode()).faults == (TOO_LONG,)
    cut = f"{HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n甲"
    assert (read(cut.encode()).faults, read(cut.encode()).text) == ((BROKEN,), "甲")


@given(st.binary(max_size=400))
@settings(max_examples=60)
def test_nothing_makes_the_reader_fail(noise):
    read(noise)
    read(b"Subject: x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" + noise)
    read(b"Content-Type: text/plain; charset=punycode\r\n\r\n" + noise)


@pytest.mark.parametrize(
    ("headers", "kind"),
    [
        ({"Auto_Submitted": "auto-replied"}, Automatic.REPLY),
        ({"Return_Path": "<>"}, Automatic.BOUNCE),
        ({"From": "MAILER-DAEMON@example.org"}, Automatic.BOUNCE),
        ({"X_Spam_Flag": "YES"}, Automatic.SPAM),
        ({"Precedence": "bulk"}, Automatic.BULK),
        ({"Auto_Submitted": "no"}, None),
        ({}, None),
    ],
)
def test_mail_of_no_person_is_told_by_its_headers(headers, kind):
    assert read(message(**headers)).automatic is kind


def test_only_what_is_plainly_labelled_is_taken_over():
    text = (
        "我叫白杨，住在某路。\n姓 名：程远山\n二、通信地址（必填）：某路 1 号\n"
        "所需信息名称：\n2025年决算\n及其说明\n\n时间：2025年\n"
    )
    assert labelled(text) == {
        "name": "程远山", "address": "某路 1 号", "topic": "2025年决算\n及其说明",
    }  # fmt: skip
    assert labelled("姓名：程远山\n姓名：白杨\n电话：\n") == {}


def test_numbers_of_cases_are_found_in_a_subject():
    assert numbers_in("答复：补正 sq003-2026-0001（SQ003-2026-0001）") == ["SQ003-2026-0001"]


def test_names_of_folders_are_written_as_the_protocol_wants():
    assert quoted("INBOX") == '"INBOX"'
    assert quoted('已登记/a&"') == '"&XfJ2e4uw-/a&-\\""'
