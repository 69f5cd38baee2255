"""`gongkai render` as a user calls it."""

import json
import os
import pty
import subprocess
import sys

import pytest
from click.testing import CliRunner

from gongkai.cli.main import main
from gongkai.reports.model.exchange import to_json
from tests.reports.write.samples import complete


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "报告.json"
    path.write_text(json.dumps(to_json(complete()), ensure_ascii=False), "utf-8")
    return path


def run(*words, given=None):
    return CliRunner().invoke(main, ["render", *map(str, words)], input=given)


def refused(*words, given=None):
    result = run(*words, given=given)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    return result.stderr.strip()


@pytest.mark.parametrize("to", ["docx", "html", "pdf", "xlsx", "md"])
def test_a_file_is_written_in_the_format_of_its_ending(report, tmp_path, to):
    out = tmp_path / "新" / f"报告.{to}"
    assert run(report, "-o", out).exit_code == 0
    assert out.read_bytes()


def test_without_a_file_it_goes_to_standard_output(report):
    assert run(report, "--to", "md").stdout.startswith("# 江南区")
    assert run(report, "--to", "docx").stdout_bytes.startswith(b"PK")


def test_a_statement_may_come_on_standard_input(report):
    result = run("-", "--to", "html", given=report.read_bytes())
    assert result.exit_code == 0
    assert "<!DOCTYPE html>" in result.stdout


def test_an_array_becomes_one_file_each(tmp_path):
    years = [to_json(complete(title=f"甲局{year}年年度报告")) for year in (2022, 2023, 2023)]
    source = tmp_path / "多份.json"
    source.write_text(json.dumps(years), "utf-8")
    assert run(source, "--to", "md", "-o", tmp_path / "出").exit_code == 0
    assert sorted(p.name for p in (tmp_path / "出").iterdir()) == [
        "甲局2022年年度报告.md",
        "甲局2023年年度报告-2.md",
        "甲局2023年年度报告.md",
    ]
    assert "-o" in refused(source, "--to", "md")


def test_one_report_goes_into_a_folder_under_its_title(report, tmp_path):
    assert run(report, "--to", "md", "-o", f"{tmp_path}/").exit_code == 0
    assert (tmp_path / f"{complete().title}.md").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "JSON"),
        (b"{}", "缺少 schema"),
        (b"[]", "没有报告"),
        (b"[1]", "缺少 schema"),
        (b"[" * 100_000, "JSON"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "："),
    ],
)
def test_other_files_are_refused_in_a_sentence(tmp_path, content, said):
    path = tmp_path / "坏.json"
    path.write_bytes(content)
    assert said in refused(path, "--to", "html")


def test_what_cannot_be_opened_or_written_is_said(report, tmp_path):
    assert "没有这个文件" in refused(tmp_path / "无.json", "--to", "md")
    assert "文件夹" in refused(tmp_path, "--to", "md")
    assert "写不进去" in refused(report, "--to", "md", "-o", report / "里" / "a.md")


def test_a_format_must_be_named(report):
    assert "--to" in refused(report)
    assert "--to" in refused(report, "-o", "a.txt")


def test_what_no_format_can_show_is_said(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(to_json(complete(preamble=chr(0xE000)))), "utf-8")
    assert "自造字" in refused(path, "--to", "pdf", "-o", tmp_path / "a.pdf")


def test_a_terminal_is_spared_what_it_cannot_show(report):
    reads, writes = pty.openpty()
    code = "from gongkai.cli.main import main; main()"
    ran = subprocess.run(
        [sys.executable, "-c", code, "render", str(report), "--to", "pdf"],
        stdout=writes,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        check=False,
    )
    os.close(reads)
    os.close(writes)
    assert ran.returncode == 2
    assert "不能显示在终端上" in ran.stderr.decode()
