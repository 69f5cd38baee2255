"""`gongkai consolidate` as a user calls it."""

import json

import pytest
from click.testing import CliRunner

from gongkai.cli.main import main
from gongkai.reports.model.exchange import to_json
from tests.reports.write.samples import complete


@pytest.fixture
def folder(tmp_path):
    reports = tmp_path / "报告"
    reports.mkdir()
    for name in ("甲局", "乙局"):
        made = json.dumps(to_json(complete(body=name)), ensure_ascii=False)
        (reports / f"{name}.json").write_text(made, "utf-8")
    return reports


def run(*words):
    return CliRunner().invoke(main, ["consolidate", *map(str, words)])


def test_a_folder_is_added_up_and_what_was_done_is_said(folder):
    result = run(folder, "--name", "江南区")
    made = json.loads(result.stdout)
    assert result.exit_code == 0
    assert made["body"] == "江南区"
    assert made["proactive"]["regulations"]["in_force"] == 6
    assert result.stderr.strip() == "汇总2023年报告 2 份"


def test_missing_bodies_are_named_and_make_the_exit_1(folder, tmp_path):
    area = tmp_path / "名单.csv"
    area.write_text(
        "name,level,parent\n江南区人民政府,政府,\n甲局,部门,江南区人民政府\n丙局,部门,江南区人民政府\n",
        "utf-8",
    )
    result = run(folder, "--area", area)
    assert result.exit_code == 1
    assert "缺报（2）：江南区人民政府、丙局" in result.stderr
    assert "错误 R01：丙局没有 2023 年度报告" in result.stderr
    assert "名单外的机关，已计入（1）：乙局" in result.stderr
    assert json.loads(result.stdout)["body"] == "江南区人民政府"


def test_the_rules_on_an_area_are_checked(folder, tmp_path):
    (folder / "乙局.json").unlink()
    own = to_json(complete(body="江南区人民政府", scope="area"))
    own["requests"]["granted"]["total"] += 1
    (folder / "政府.json").write_text(json.dumps(own), "utf-8")
    area = tmp_path / "名单.csv"
    lines = "江南区人民政府,政府,,2024-03-31\n甲局,部门,江南区人民政府,2024-02-01\n"
    area.write_text(f"name,level,parent,published_on\n{lines}", "utf-8")
    result = run(folder, "--area", area)
    assert result.exit_code == 1
    found = [line for line in result.stderr.splitlines() if line.startswith("错误")]
    assert [line[3:6] for line in found] == ["R02", "R03"]
    assert "甲局 2024-02-01 公布" in found[1]


def test_the_government_s_own_report_gives_the_name(folder):
    own = to_json(complete(body="江南区人民政府", scope="area"))
    (folder / "政府.json").write_text(json.dumps(own), "utf-8")
    assert json.loads(run(folder).stdout)["body"] == "江南区人民政府"


def test_an_unreadable_file_is_named_the_others_are_added(folder):
    (folder / "坏.json").write_text("{", "utf-8")
    result = run(folder)
    assert result.exit_code == 2
    assert "坏.json：" in result.stderr
    assert "汇总2023年报告 2 份" in result.stderr


def test_it_is_written_as_data_or_in_the_official_layout(folder, tmp_path):
    for ending in ("json", "docx", "md"):
        assert run(folder, "-o", tmp_path / f"全区.{ending}").exit_code == 0
    assert json.loads((tmp_path / "全区.json").read_text("utf-8"))["scope"] == "area"
    assert "| 规章 | 2 | 4 | 6 |" in (tmp_path / "全区.md").read_text("utf-8")


def test_the_trace_is_kept_beside_it(folder, tmp_path):
    assert run(folder, "--trace", tmp_path / "来源.csv").exit_code == 0
    assert (tmp_path / "来源.csv").read_text("utf-8-sig").count("\n") == 401
    result = run(folder, "--trace", "来源.doc")
    assert (result.exit_code, result.stderr) == (2, "--trace 的后缀应是 json、csv、xlsx\n")


def test_what_was_left_out_is_said(folder):
    for name, changes in {
        "旧": {"body": "甲局", "year": 2022},
        "再": {"body": "甲局"},
        "空": {"body": "丙局", "figures": {}},
    }.items():
        (folder / f"{name}.json").write_text(json.dumps(to_json(complete(**changes))), "utf-8")
    said = run(folder).stderr
    assert "重复，只计第一份（1）：甲局" in said
    assert "不是这一年的，未计入（1）：甲局" in said
    assert "200 格未能合计" in said


def test_nothing_to_add_up_is_said(tmp_path):
    result = run(tmp_path / "无")
    assert result.exit_code == 2
    assert "没有可以汇总的报告" in result.stderr


def test_a_list_that_cannot_be_used_is_refused(folder, tmp_path):
    area = tmp_path / "名单.csv"
    area.write_text("编号\n1\n", "utf-8")
    result = run(folder, "--area", area)
    assert result.exit_code == 2
    assert "缺少 name" in result.stderr


def test_a_layout_that_cannot_be_written_is_said(folder, tmp_path):
    result = run(folder, "--name", chr(0xE000), "-o", tmp_path / "a.pdf")
    assert result.exit_code == 2
    assert "自造字" in result.stderr
