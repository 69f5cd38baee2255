"""Uploads: taken in with care, kept under a person's key, served apart."""

import io
import socketserver
import struct
import threading
import zipfile
from dataclasses import replace

import pytest
from django.conf import settings as django_settings
from django.core.files.storage import default_storage
from django.test import Client
from PIL import Image

from gongkai.web.audit.actor import system
from gongkai.web.files import permissions, virus
from gongkai.web.files.acts import attach, drop, inspect, keep, set_public, sweep
from gongkai.web.files.bounds import Bounds
from gongkai.web.files.models import Upload
from gongkai.web.files.queries import LostError, content, of_subject
from gongkai.web.files.sniff import RefusedError, kind_of, safe_name
from gongkai.web.ui import clock
from gongkai.web.vault.acts import destroy
from gongkai.web.vault.acts import keep as keep_person

pytestmark = pytest.mark.django_db
BY = system()
PDF = b"%PDF-1.7\n1 0 obj\n"


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def picture(size=(4, 4), form="PNG") -> bytes:
    drawn = io.BytesIO()
    Image.new("L", size).save(drawn, form)
    return drawn.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media"),
    [
        ("答复书.pdf", PDF, "application/pdf"),
        ("申请表.docx", zipped(**{"word/document.xml": b"<w/>"}), "wordprocessingml"),
        ("台账.xlsx", zipped(**{"xl/workbook.xml": b"<w/>"}), "spreadsheetml"),
        ("公文.ofd", zipped(**{"OFD.xml": b"<o/>"}), "application/ofd"),
        ("材料.zip", zipped(a=b"1"), "application/zip"),
        ("旧表.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "ms-excel"),
        ("旧文.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "msword"),
        ("照片.JPG", picture(form="JPEG"), "image/jpeg"),
        ("名单.csv", "姓名,日期".encode("gb18030"), "text/plain"),
    ],
)
def test_a_file_is_known_by_its_content(name, data, media):
    assert media in kind_of(name, data).media


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.exe", b"MZ\x90\x00", "不是可以上传的文件"),
        ("a.txt", b"<script>alert(1)</script>", "不是可以上传的文件"),
        ("a.html", b"<!DOCTYPE html><p>", "不是可以上传的文件"),
        ("a.txt", b"#!/bin/sh\n", "不是可以上传的文件"),
        ("a.txt", bytes(range(256)), "不是可以上传的文件"),
        ("a.jpg", PDF, "内容其实是 PDF"),
        ("a.docx", b"PK\x03\x04broken", "已损坏"),
        ("a.pdf", b"", "是空的"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", "图片已损坏"),
        ("a.zip", zipped(**{"b.zip": b"x"}), "还有压缩文件"),
        ("a.zip", zipped(a=bytes(12 * 1024 * 1024)), "压缩比例异常"),
    ],
)
def test_what_is_not_taken_is_refused_in_a_sentence(name, data, said):
    if not data:
        name = "a.txt"
    before = Upload.objects.count()
    with pytest.raises(RefusedError, match=said):
        keep(BY, name, data)
    assert Upload.objects.count() == before


def test_bounds_on_size_entries_and_pixels():
    tight = Bounds(size=2000, entries=1, pixels=10)
    for name, data, said in (
        ("a.txt", b"x" * 2001, "超过"),
        ("a.zip", zipped(a=b"", b=b""), "展开后太大"),
        ("a.png", picture(), "尺寸过大"),
    ):
        with pytest.raises(RefusedError, match=said):
            keep(BY, name, data, bounds=tight)


def test_names_are_made_safe():
    assert safe_name("../../etc/passwd") == "passwd"
    assert safe_name("C:\\表\\答复<1>.pdf") == "答复_1_.pdf"
    assert safe_name("甲" * 300 + ".pdf") == "甲" * 120 + ".pdf"
    assert safe_name("\x00\x1f") == "__"
    assert safe_name("...") == "未命名"


def test_a_file_is_kept_as_it_was_sent_and_its_text_of_hash_in_the_trail():
    upload = keep(BY, "答复书.pdf", PDF, subject="test.thing:1")
    assert content(upload) == PDF
    assert list(of_subject("test.thing:1")) == [upload]


def test_a_personal_paper_lies_encrypted_and_dies_with_its_key():
    holder = keep_person({"name": "程远山"})
    upload = keep(BY, "身份证.png", picture(), holder=holder)
    with default_storage.open(upload.place) as stored:
        assert b"PNG" not in stored.read()
    assert content(upload) == picture()
    destroy(BY, holder, reason="到期")
    with pytest.raises(LostError, match="已按期限销毁"):
        content(upload)


@pytest.fixture
def thing_seen_by_staff(monkeypatch):
    monkeypatch.setitem(
        permissions.may_see, "test.thing", lambda request, number: bool(request.user.pk and number)
    )


def test_only_who_may_see_the_thing_may_fetch_its_file(signed_in, thing_seen_by_staff):
    upload = keep(BY, "材料.pdf", PDF, subject="test.thing:1")
    address = f"/files/{upload.pk}"
    assert Client().get(address).status_code == 404
    answer = signed_in("wangge.jingban").get(address)
    assert answer.status_code == 200
    assert answer.getvalue() == PDF
    assert "attachment" in answer["Content-Disposition"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"


def test_a_public_file_is_for_everybody_once_it_was_inspected():
    upload = keep(BY, "材料.pdf", PDF, subject="test.thing:1")
    set_public(BY, upload, public=True)
    address = f"/files/{upload.pk}"
    assert Client().get(address).status_code == 404
    inspect(upload)
    answer = Client().get(address)
    assert answer.status_code == 200
    again = Client().get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
    set_public(BY, upload, public=False)
    assert Client().get(address).status_code == 404


def test_a_file_belongs_to_one_thing_only():
    upload = keep(BY, "材料.pdf", PDF)
    attach(BY, upload, subject="test.thing:1")
    with pytest.raises(LostError, match="已经用在别处"):
        attach(BY, upload, subject="test.thing:2")


def test_what_was_never_used_is_swept_after_two_days(
    monkeypatch, django_capture_on_commit_callbacks
):
    old, used = keep(BY, "材料.pdf", PDF), keep(BY, "材料.pdf", PDF, subject="test.thing:1")
    later = clock.now().replace(year=clock.now().year + 1)
    monkeypatch.setattr(clock, "now", lambda: later)
    with django_capture_on_commit_callbacks(execute=True):
        sweep(BY)
    assert not Upload.objects.filter(pk=old.pk).exists()
    assert Upload.objects.filter(pk=used.pk).exists()
    assert not default_storage.exists(old.place)


def test_a_dropped_file_is_gone_from_the_storage(django_capture_on_commit_callbacks):
    upload = keep(BY, "材料.pdf", PDF)
    place = upload.place
    with django_capture_on_commit_callbacks(execute=True):
        drop(BY, upload, reason="重复")
    assert not default_storage.exists(place)


@pytest.fixture
def clamd():
    """A stand-in that speaks clamd's own protocol over a real socket."""

    class Peer(socketserver.StreamRequestHandler):
        def handle(self):
            assert self.rfile.read(10) == b"zINSTREAM\0"
            data = b""
            while length := struct.unpack("!L", self.rfile.read(4))[0]:
                data += self.rfile.read(length)
            found = b"Eicar-Test FOUND" if b"EICAR" in data else b"OK"
            self.wfile.write(b"stream: " + found + b"\0")

    with socketserver.TCPServer(("127.0.0.1", 0), Peer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def test_the_scanner_decides(clamd, monkeypatch):
    monkeypatch.setattr(django_settings, "GONGKAI", replace(django_settings.GONGKAI, clamav=clamd))
    bad, good = keep(BY, "a.txt", b"EICAR" * 30_000), keep(BY, "b.txt", b"plain")
    for upload in (bad, good):
        inspect(upload)
    assert (bad.state, bad.reason) == ("refused", "含有病毒：Eicar-Test")
    assert good.state == "ready"


def test_without_an_answer_from_the_scanner_the_file_waits(monkeypatch):
    monkeypatch.setattr(
        django_settings, "GONGKAI", replace(django_settings.GONGKAI, clamav="127.0.0.1:9")
    )
    upload = keep(BY, "b.txt", b"plain")
    with pytest.raises(virus.NoAnswerError):
        inspect(upload)
    upload.refresh_from_db()
    assert upload.state == "waiting"
