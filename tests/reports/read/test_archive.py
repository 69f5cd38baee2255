"""Zip archives and folders: one file at a time, names as they were written, no bombs."""

import io
import zipfile
from pathlib import Path

import pytest

from gongkai.reports.read.archive import members
from gongkai.reports.read.given import Given, counted, given
from gongkai.reports.read.limits import Limits
from gongkai.reports.read.registry import read_bytes
from gongkai.reports.read.unreadable import UnreadableError

REPORT = "江南区档案局2023年政府信息公开工作年度报告\n一、总体情况\n规章\t0\t0\t3\n行政许可\t5\n"


def zipped(*files):
    """An archive of (name, content); a name in bytes is written as it is, without UTF-8 mark."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name if isinstance(name, str) else "x" * len(name), content)
    data = out.getvalue()
    for name, _ in files:
        if isinstance(name, bytes):
            data = data.replace(b"x" * len(name), name)
    return data


def names(data, limits=Limits()):  # noqa: B008
    return [(m.name, m.refused) for m in members("全区.zip", data, limits)]


def test_members_come_in_order_and_clutter_is_passed_over():
    data = zipped(
        ("乙/年报.txt", "1"), ("乙/", ""), ("甲.txt", "2"), ("__MACOSX/._甲.txt", "x"),
        ("~$甲.docx", "x"), ("Thumbs.db", "x"), ("甲_files/a.css", "x"), (".hidden", "x"),
    )  # fmt: skip
    assert names(data) == [("全区.zip/乙/年报.txt", None), ("全区.zip/甲.txt", None)]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_without_a_mark_are_read_in_the_encoding_they_were_written_in(encoding):
    data = zipped(("江南区/年报.txt".encode(encoding), "1"))
    assert names(data) == [("全区.zip/江南区/年报.txt", None)]


def test_archives_in_archives_are_opened_to_a_depth():
    inner = zipped(("年报.txt", "1"))
    for name in ("一.zip", "二.zip"):
        inner = zipped((name, inner))
    assert names(inner) == [("全区.zip/二.zip/一.zip/年报.txt", None)]
    deeper = zipped(("三.zip", zipped(("四.zip", inner))))
    assert [reason for _, reason in names(deeper)] == [
        "压缩包里套了太多层压缩包，不再打开：请解压后再交"
    ]


def test_a_broken_archive_inside_does_not_harm_the_others():
    data = zipped(("坏.zip", b"PK\x03\x04" + bytes(99)), ("年报.txt", "1"))
    assert [name for name, _ in names(data)] == ["全区.zip/坏.zip", "全区.zip/年报.txt"]


def test_number_and_size_of_members_are_bounded():
    data = zipped(*[(f"{n}.txt", "1") for n in range(9)])
    assert "超过 5 个文件" in names(data, Limits(files=5))[-1][1]
    assert len(names(data, Limits(files=5))) == 6
    large = zipped(("大.txt", "1" * 3_000_000), ("小.txt", "1"))
    assert "有 2 MB，超过 1 MB" in names(large, Limits(bytes=1024**2))[0][1]
    assert names(large, Limits(bytes=1024**2))[1][1] is None


def test_a_bomb_is_refused_at_once():
    data = zipped(*[(f"{n}.txt", "0" * 1_000_000) for n in range(30)])
    assert [name for name, _ in names(data)] == ["全区.zip"]
    assert "解压后有 28 MB 以上" in names(data)[0][1]
    small = zipped(*[(f"{n}.txt", "0" * 1_000_000) for n in range(9)])
    assert len(names(small)) == 9
    assert "解压后有 8 MB" in names(small, Limits(archive_bytes=5_000_000))[0][1]


def test_archives_inside_share_the_limit_of_the_whole():
    part = zipped(("a.txt", bytes(range(256)) * 8000))
    data = zipped(("一.zip", part), ("二.zip", part), ("三.zip", part))
    got = names(data, Limits(archive_bytes=5_000_000))
    assert [reason is None for _, reason in got] == [True, True, False]


def test_what_holds_word_files_is_no_word_file():
    inner = zipped(("[Content_Types].xml", "x"), ("word/document.xml", "x"))
    data = zipped(("年报/甲.docx", inner), ("乙.ofd", zipped(("OFD.xml", "x"))))
    assert [name for name, _ in names(data)] == ["全区.zip/年报/甲.docx", "全区.zip/乙.ofd"]


def test_a_locked_member_is_told():
    data = bytearray(zipped(("年报.txt", "1")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    assert "加了密码" in names(bytes(data))[0][1]


def test_the_reports_of_an_archive_are_read_and_the_rest_is_noted():
    data = zipped(("甲.txt", REPORT), ("图.png", b"\x89PNG\r\n"), ("乙.txt", REPORT))
    first, second = read_bytes("全区.zip", data)
    assert first.statement.source.file == "全区.zip/甲.txt"
    assert second.statement.figure("proactive.permits") == 5
    assert "全区.zip/图.png：这是一张图片" in first.document.notes[-1]
    with pytest.raises(UnreadableError, match=r"图\.png：这是一张图片"):
        read_bytes("全区.zip", zipped(("图.png", b"\x89PNG\r\n")))


def test_files_folders_patterns_and_archives_are_found_in_the_order_of_names(tmp_path, monkeypatch):
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("a.txt", "b/c.txt", ".git/x.txt", "z.txt", "z.verdicts.toml"):
        (tmp_path / name).write_text(REPORT, "utf-8")
    (tmp_path / "m.zip").write_bytes(zipped(("甲.txt", REPORT), ("乙.txt", REPORT)))
    (tmp_path / "n.zip").write_bytes(b"PK\x03\x04 broken [Content_Types].xml ppt/")
    (tmp_path / "o.zip").write_bytes(b"PK\x03\x04 broken")
    found = [Path(g.name).name for g in given([str(tmp_path)], Limits())]
    assert found == ["a.txt", "甲.txt", "乙.txt", "n.zip", "o.zip", "z.txt", "c.txt"]
    assert counted([str(tmp_path)]) == 7
    monkeypatch.chdir(tmp_path)
    assert [g.name for g in given(["?.txt", "b/*", "*.none"], Limits())] == [
        "a.txt", "z.txt", "b/c.txt", "*.none",
    ]  # fmt: skip
    assert counted(["?.txt", "b/*", "*.none", "m.zip", "nowhere"]) == 7


def test_what_cannot_be_had_says_why(tmp_path):
    def why(path):
        with pytest.raises(UnreadableError) as raised:
            Given("x", Path(path)).bytes(Limits(bytes=10))
        return str(raised.value)

    (tmp_path / "large").write_bytes(b"x" * 11)
    assert "找不到" in why(tmp_path / "none")
    assert "超过" in why(tmp_path / "large")
    assert "不是普通文件" in why("/dev/null")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert why(tmp_path / "loop")
    with pytest.raises(UnreadableError, match="甲"):
        Given("x", refused="甲").bytes(Limits())
