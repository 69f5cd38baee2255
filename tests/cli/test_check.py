"""`gongkai check`: files in; findings, exit codes, pages out."""

import json
import zipfile

import pytest
from click.testing import CliRunner

from gongkai.checks.examples import ReportExample, applications
from gongkai.cli.main import main
from gongkai.reports.write.registry import render

WRONG = {"requests.unavailable_not_held.natural_person": 1, "requests.handled_total": 1}
WRONG |= {"requests.received": 1}


def check(*arguments):
    return CliRunner().invoke(main, ["check", *map(str, arguments), "--jobs", "2"])


def files_of(result):
    return json.loads(result.stdout)["files"]


def put(path, example, to="docx"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(render(example.build().statement, to))
    return path


@pytest.fixture
def clean(tmp_path):
    return put(tmp_path / "clean.docx", ReportExample())


@pytest.fixture
def wrong(tmp_path):
    return put(tmp_path / "wrong.docx", ReportExample(figures=WRONG))


@pytest.mark.parametrize("to", ["docx", "html", "md", "xlsx"])
def test_a_clean_report_of_any_format_gives_nothing_above_a_note(tmp_path, to):
    result = check(put(tmp_path / f"clean.{to}", ReportExample(), to), "--format", "json")
    found = [f for f in files_of(result)[0]["findings"] if f["severity"] != "note"]
    assert found == []
    assert result.exit_code == 0


def test_a_finding_is_told_with_place_provision_and_what_to_do(wrong):
    result = check(wrong)
    assert "不掌握相关政府信息" in result.output
    assert "依据：《中华人民共和国政府信息公开工作年度报告格式》第三部分" in result.output
    assert "处理：" in result.output
    assert "1 份报告：" in result.output
    assert result.exit_code == 1


def test_the_json_has_the_agreed_shape(wrong):
    result = check(wrong, "--format", "json", "--select", "A")
    data = json.loads(result.stdout)
    assert set(data) == {"files", "area"}
    (file,) = data["files"]
    assert file["path"] == str(wrong)
    assert (file["body"], file["year"], file["readable"]) == ("青禾区财政局", 2024, True)
    assert [f["rule"] for f in file["findings"]] == ["A02", "A03"]
    consequence, cause = file["findings"]
    assert consequence["caused_by"] == 1
    assert cause["caused_by"] is None
    assert cause["at"] == "requests.unavailable_not_held.total"
    assert cause["severity"] == "error"
    assert set(cause) == {"rule", "severity", "at", "place", "message", "caused_by"}


def test_an_unreadable_file_is_named_and_the_others_are_checked(tmp_path, wrong):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    result = check(broken, wrong, "--format", "json")
    first, second = files_of(result)
    assert (first["readable"], first["findings"]) == (False, [])
    assert first["reason"]
    assert second["readable"]
    assert result.exit_code == 2
    assert "无法读取" in check(broken).output
    page = tmp_path / "page.html"
    check(broken, "--format", "html", "-o", page)
    assert "无法读取" in page.read_text("utf-8")


def test_rules_are_chosen_and_left_out_by_their_beginnings(wrong):
    def rules(*options):
        found = files_of(check(wrong, "--format", "json", *options))[0]["findings"]
        return {f["rule"] for f in found}

    assert rules("--select", "A03") == {"A03"}
    assert rules("--select", "a，c") == {"A02", "A03"}
    assert rules("--select", "A", "--ignore", "A02") == {"A03"}
    assert check(wrong, "--ignore", "A").exit_code == 0


def test_findings_are_told_in_english_on_request(wrong):
    result = check(wrong, "--lang", "en", "--select", "A")
    assert "the applicants come to 1, 总计 says 0" in result.output
    assert "1 reports: 2 errors" in result.output


def test_a_verdict_settles_a_finding_and_survives_another_run(wrong):
    verdicts = wrong.with_name("wrong.docx.verdicts.toml")
    entry = '[[verdict]]\nrule = "{}"\nat = "{}"\nverdict = "wrong finding"\n'
    entry += 'who = "李某"\nwhy = "原件无误"\nwhen = 2026-01-20\n'
    verdicts.write_text(
        entry.format("A03", "requests.unavailable_not_held.total")
        + entry.format("A02", "requests.*.total"),
        "utf-8",
    )
    for _ in range(2):
        result = check(wrong, "--format", "json", "--select", "A")
        assert result.exit_code == 0
        said = [f["verdict"]["verdict"] for f in files_of(result)[0]["findings"]]
        assert said == ["wrong finding", "wrong finding"]
    text = check(wrong, "--select", "A").output
    assert "误报：原件无误（李某，2026-01-20）" in text
    assert "0 个错误" in text


def test_a_broken_file_of_verdicts_is_told_and_settles_nothing(wrong):
    wrong.with_name("wrong.verdicts.toml").write_text('[[verdict]]\nrule = "A03"\n', "utf-8")
    result = check(wrong, "--select", "A")
    assert "缺少 at、verdict、who、why、when" in result.stderr
    assert result.exit_code == 1


def test_two_years_of_a_body_are_compared_by_themselves(tmp_path):
    first = ReportExample(year=2023, figures=applications(received=3, granted=1, carried_out=2))
    then = ReportExample(figures=applications(carried_in=1, granted=1))
    put(tmp_path / "b.docx", then)
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("2023.docx", render(first.build().statement, "docx"))
    result = check(tmp_path, "--format", "json", "--select", "Y01")
    found = {file["year"]: [f["at"] for f in file["findings"]] for file in files_of(result)}
    assert found == {
        2023: [],
        2024: ["requests.carried_in.natural_person", "requests.carried_in.total"],
    }
    assert result.exit_code == 1


def test_sarif_names_rules_results_and_places(wrong, tmp_path):
    out = tmp_path / "out" / "log.sarif"
    assert check(wrong, "--format", "sarif", "-o", out).exit_code == 1
    run = json.loads(out.read_text("utf-8"))["runs"][0]
    results = [r for r in run["results"] if r["ruleId"] == "A03"]
    assert run["tool"]["driver"]["rules"][results[0]["ruleIndex"]]["id"] == "A03"
    assert results[0]["level"] == "error"


def test_the_page_holds_the_report_and_its_findings(wrong, tmp_path):
    out = tmp_path / "page.html"
    check(wrong, "--format", "html", "-o", out)
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>")
    assert page.rstrip().endswith("</html>")
    assert "部分栏目更新不够及时" in page
    assert "各类申请人合计 1 件" in page
    assert "http" not in page.replace("http-equiv", "")


AREA = """name,level,parent,published_on
青禾区财政局,department,,2025-02-03
青禾区住建局,department,,
"""


def test_a_list_of_bodies_brings_the_rules_about_the_area(clean, tmp_path):
    listed = tmp_path / "area.csv"
    listed.write_text(AREA, "utf-8")
    result = check(clean, "--area", listed, "--format", "json")
    assert [f["rule"] for f in json.loads(result.stdout)["area"]] == ["R01", "R03"]
    assert result.exit_code == 1
    text = check(clean, "--area", listed).output
    assert "青禾区住建局没有 2024 年度报告" in text
    assert "2 个错误" in text
    page = tmp_path / "page.html"
    check(clean, "--area", listed, "--format", "html", "-o", page)
    assert "青禾区住建局没有" in page.read_text("utf-8")
    assert check(clean, "--area", listed, "--ignore", "R").exit_code == 0


def test_a_list_of_bodies_that_cannot_be_used_is_refused(clean, tmp_path):
    listed = tmp_path / "area.csv"
    listed.write_text("机构\n甲\n", "utf-8")
    result = check(clean, "--area", listed)
    assert result.exit_code == 2
    assert "缺少 name" in result.output
