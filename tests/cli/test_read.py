"""`gongkai read`: files of all kinds in, data out."""

import csv
import io
import json
import sys
import zipfile

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook
from pyarrow import parquet

from gongkai.cli.main import main
from gongkai.cli.read import free_name

ROWS = "\n".join(["规章\t1\t0\t3", "行政规范性文件\t2\t1\t9", "行政许可\t7"])
REPORT = f"""江南区档案局2023年政府信息公开工作年度报告
一、总体情况
全年主动公开信息12条。
二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
{ROWS}
"""


def read(*arguments):
    return CliRunner().invoke(main, ["read", *map(str, arguments), "--jobs", "2"])


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "年报"
    (place / "下级").mkdir(parents=True)
    (place / "甲.txt").write_text(REPORT, "utf-8")
    (place / "下级" / "乙.txt").write_text(REPORT.replace("档案局", "文旅局"), "gb18030")
    (place / ".DS_Store").write_bytes(b"\0\1")
    return place


def permits(result):
    return [one["proactive"]["permits"] for one in json.loads(result.stdout)]


def test_one_file_gives_an_array_of_one_statement(folder):
    result = read(folder / "甲.txt")
    assert result.exit_code == 0
    assert permits(result) == [7]
    assert json.loads(result.stdout)[0]["source"]["file"].endswith("甲.txt")


def test_a_folder_gives_all_below_it_and_a_pattern_what_it_matches(folder):
    assert permits(read(folder)) == [7, 7]
    assert permits(read(folder / "*.txt")) == [7]
    assert permits(read(folder / "**" / "*.txt")) == [7, 7]


def test_an_archive_gives_its_files_by_name(folder, tmp_path):
    archive = tmp_path / "全区.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(folder / "甲.txt", "甲.txt")
        packed.writestr("图.png", b"\x89PNG\r\n\x1a\n" + bytes(50))
    result = read(archive)
    assert permits(result) == [7]
    assert "全区.zip/图.png：这是一张图片" in result.stderr
    assert result.exit_code == 2


def test_what_cannot_be_read_is_named_with_the_reason_and_the_others_are_done(folder):
    (folder / "坏.docx").write_bytes(b"PK\x03\x04" + b"word/document [Content_Types].xml" * 9)
    result = read(folder, folder / "没有.txt", folder / "?.没有")
    assert permits(result) == [7, 7]
    assert "坏.docx：文件已损坏" in result.stderr
    assert "没有.txt：找不到这个文件" in result.stderr
    assert "?.没有：找不到" in result.stderr
    assert result.exit_code == 2


def test_nothing_readable_gives_an_empty_array(tmp_path):
    result = read(tmp_path)
    assert json.loads(result.stdout) == []
    assert "没有可读的文件" in result.stderr
    assert result.exit_code == 2


def test_csv_has_one_row_a_cell(folder):
    result = read(folder, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout.lstrip("\ufeff"))))
    assert list(rows[0]) == ["body", "year", "path", "value", "state"]
    assert [r["value"] for r in rows if r["path"] == "proactive.permits"] == ["7", "7"]
    assert {r["state"] for r in rows if r["path"].startswith("requests.granted")} == {"missing_row"}


def test_the_ending_of_the_file_gives_the_format(folder, tmp_path):
    assert read(folder, "-o", tmp_path / "new" / "out.xlsx").exit_code == 0
    assert read(folder, "-o", tmp_path / "out.parquet").exit_code == 0
    rows = list(load_workbook(tmp_path / "new" / "out.xlsx").active.values)
    assert rows[0] == ("body", "year", "path", "value", "state")
    table = parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert len(table) == len(rows) - 1
    assert [r["value"] for r in table if r["path"] == "proactive.permits"] == [7, 7]


def test_a_folder_as_target_gets_one_file_a_report(folder, tmp_path):
    assert read(folder, folder / "甲.txt", "-o", f"{tmp_path}/out/").exit_code == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"甲.json", "乙.json", "甲-2.json"}
    assert isinstance(json.loads((tmp_path / "out" / "乙.json").read_text("utf-8")), list)


def test_names_are_told_apart_without_regard_to_case():
    taken = set()
    assert [free_name(stem, "json", taken) for stem in ("a", "A", "b")] == [
        "a.json",
        "A-2.json",
        "b.json",
    ]


def test_what_it_writes_it_reads_again(folder, tmp_path):
    read(folder, "-o", tmp_path / "all.json")
    again = read(tmp_path / "all.json")
    assert json.loads(again.stdout) == json.loads((tmp_path / "all.json").read_text("utf-8"))


def test_limits_can_be_set(folder):
    result = read(folder / "甲.txt", "--max-bytes", "100")
    assert "超过" in result.stderr
    assert result.exit_code == 2
    assert read(folder / "甲.txt", "--max-bytes", "1M").exit_code == 0


@pytest.mark.parametrize("size", ["", "x", "0", "-3", "3T", "²"])
def test_a_size_that_is_none_is_refused_in_a_sentence(folder, size):
    result = read(folder, "--max-bytes", size)
    assert result.exit_code == 2
    assert "不是大小" in result.stderr


def test_a_target_that_cannot_be_written_is_told(folder, tmp_path):
    (tmp_path / "file").write_text("")
    result = read(folder, "-o", tmp_path / "file" / "out.json")
    assert result.exit_code == 2
    assert "写不进去" in result.stderr


def test_a_missing_package_is_told_before_anything_is_read(folder, tmp_path, monkeypatch):
    monkeypatch.delitem(sys.modules, "gongkai.reports.write.data.parquet", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = read(folder, "-o", tmp_path / "out.parquet")
    assert result.exit_code == 2
    assert "gongkai[parquet]" in result.stderr
