"""Word 97–2003 through LibreOffice."""

import stat
import time

import docx
import pytest

from gongkai.reports.model.document import SourceKind
from gongkai.reports.read import doc
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.unreadable import UnreadableError
from tests.reports.read.office import converted
from tests.reports.read.seen import grids, texts
from tests.reports.read.test_docx import saved


@pytest.mark.libreoffice
def test_an_old_word_file_reads_like_the_new_one():
    made = docx.Document()
    made.add_paragraph("一、总体情况")
    table = made.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "三、本年度办理结果"
    table.cell(0, 1).text, table.cell(1, 1).text = "1", "2"
    made.add_paragraph("二、其他")
    got = doc.document(converted(saved(made), "docx", "doc:MS Word 97"), Limits())
    assert got.kind is SourceKind.DOC
    assert texts(got) == ["一、总体情况", "二、其他"]
    assert grids(got) == [["三、本年度办理结果|1", "2"]]


@pytest.mark.libreoffice
def test_what_libreoffice_cannot_open_is_told():
    with pytest.raises(UnreadableError, match="打不开"):
        doc.document(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Limits())


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(UnreadableError, match="安装 libreoffice-writer"):
        doc.document(b"x", Limits())


def test_an_office_that_hangs_is_stopped_with_its_children(monkeypatch, tmp_path):
    office = tmp_path / "soffice"
    office.write_text(f"#!/bin/sh\n/bin/sleep 30 &\necho $! > {tmp_path}/child\nwait\n")
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path))
    start = time.monotonic()
    with pytest.raises(UnreadableError, match="超过"):
        doc.document(b"x", Limits(seconds=1))
    assert time.monotonic() - start < 10
    child = (tmp_path / "child").read_text().strip()
    state = f"/proc/{child}/stat"
    deadline = time.monotonic() + 5
    while _runs(state) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(state)


def _runs(state):
    try:
        with open(state) as file:  # noqa: PTH123
            return file.read().split()[2] != "Z"
    except FileNotFoundError:
        return False
