"""Content decides what a file is; what is not read ends in a sentence that says what to do."""

import io
import json
import zipfile

import docx
import pytest
import typst

from gongkai.reports.model.document import SourceKind
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.registry import document_of, read_bytes
from gongkai.reports.read.sniff import Container, kind_of
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.ofd_maker import ofd, text
from tests.reports.read.test_docx import saved, with_parts
from tests.reports.read.test_xlsx import workbook

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (typst.compile(b"x"), SourceKind.PDF),
        (b"\n\xef\xbb\xbf%PDF-1.4", SourceKind.PDF),
        (saved(docx.Document()), SourceKind.DOCX),
        (workbook((("甲",),)), SourceKind.XLSX),
        (ofd([text(1, 1, "甲")]), SourceKind.OFD),
        (zipped(a="甲"), Container.ZIP),
        (b"PK\x05\x06" + bytes(18), Container.ZIP),
        (OLD + "WordDocument".encode("utf-16-le"), SourceKind.DOC),
        (OLD + "Workbook".encode("utf-16-le"), SourceKind.XLSX),
        (b'{"schema": 1}', SourceKind.JSON),
        (b' [ {\n "schema"', SourceKind.JSON),
        (b"[]", SourceKind.JSON),
        ('{"a": 1}'.encode("utf-16"), SourceKind.JSON),
        (b"<!DOCTYPE html><p>x", SourceKind.HTML),
        ("<p>甲".encode("utf-16-le"), SourceKind.HTML),
        ("年度报告 <p>甲<p>乙<table><tr>".encode(), SourceKind.HTML),
        ("其中 <p 值小于 0.05".encode(), SourceKind.TEXT),
        ("一、总体情况".encode("gbk"), SourceKind.TEXT),
        ("[附件] 年度报告".encode(), SourceKind.TEXT),
    ],
)
def test_the_format_is_told_from_the_content(data, kind):
    assert kind_of(data) is kind


REFUSED = {
    "rtf": (b"{\\rtf1\\ansi", "RTF"),
    "mht": (b"From: <Saved by Blink>\r\nMIME-Version: 1.0", "mht"),
    "eml": (b"Received: from a\r\nSubject: x", "邮件"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "图片"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(99), "图片"),
    "tiff": (b"II*\0" + bytes(99), "图片"),
    "rar": (b"Rar!\x1a\x07\x01\0", "RAR"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "7z"),
    "gz": (b"\x1f\x8b\x08", "压缩包"),
    "program": (b"MZ\x90\0", "程序"),
    "database": (b"SQLite format 3\0", "数据库"),
    "locked": (OLD + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "old presentation": (OLD + "PowerPoint Document".encode("utf-16-le"), "旧版"),
    "slides": (zipped(**{"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "演示文稿"),
    "odt": (zipped(mimetype="application/vnd.oasis.opendocument.text"), "OpenDocument"),
    "empty": (b"", "空的"),
    "blank": (b" \r\n\0", "空的"),
    "junk": (bytes(range(256)) * 99, "不是文字"),
    "no zip": (b"PK\x03\x04" + b"x" * 999, "已损坏"),
    "no docx": (b"PK\x03\x04[Content_Types].xml word/document.xml", "已损坏"),
    "cut docx": (saved(docx.Document())[:9000], "已损坏"),
    "no json": (b'{"schema": ', "JSON"),
    "other json": (b'{"a": 1}', "schema"),
    "deep json": (b'{"a":' * 100_000, "JSON"),
    "empty zip": (zipped(), "空的"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "script page": (b"<html><script>x</script>", "没有可读的文字"),
    "ofd": (zipped(**{"OFD.xml": "<a/>"}), "OFD"),
    "xls": (OLD + "Workbook".encode("utf-16-le"), "表格文件"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_read_ends_in_one_sentence(name):
    data, words = REFUSED[name]
    with pytest.raises(UnreadableError, match=words) as raised:
        read_bytes(name, data)
    sentence = str(raised.value)
    assert "\n" not in sentence
    assert "：" in sentence or "，" in sentence


def test_a_file_beyond_the_limit_is_not_looked_at():
    with pytest.raises(UnreadableError, match="超过 1 MB 的上限"):
        read_bytes("x", b"\0" * 2_000_000, Limits(bytes=1024**2))


def test_an_archive_or_a_statement_is_no_document():
    for data in (zipped(a="甲"), json.dumps({"schema": "x"}).encode()):
        with pytest.raises(UnreadableError, match="不是文档"):
            document_of(data)


def test_a_structure_beyond_reason_is_a_sentence_too():
    deep, end = "<w:sdt><w:sdtContent>" * 120, "</w:sdtContent></w:sdt>" * 120
    main = f'<w:document xmlns:w="x"><w:body>{deep}{end}</w:body></w:document>'
    data = with_parts(saved(docx.Document()), **{"word__document.xml": main})
    with pytest.raises(UnreadableError):
        read_bytes("x", data)
