"""SARIF: what tools that read it need."""

from datetime import date

from gongkai.checks.catalogue import RULES
from gongkai.checks.finding import Finding, Severity
from gongkai.checks.judged import Judged
from gongkai.checks.shown.sarif import log
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.document import Place

FINDING = Finding("A03", Severity.ERROR, "requests.granted.total", Place(3, 41), "不相等")
VERDICT = Verdict("A03", FINDING.at, "explained", "李某", "原件如此", date(2026, 1, 20))


def run(*judged, area=()):
    return log(judged, area, "zh")["runs"][0]


def test_every_rule_is_described_with_level_and_help():
    rules = run()["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert {rule["defaultConfiguration"]["level"] for rule in rules} <= {"error", "warning", "note"}


def test_a_result_points_to_rule_file_and_line():
    (result,) = run(Judged("年报/a b.txt", findings=(FINDING,), verdicts=(None,)))["results"]
    location = result["locations"][0]
    assert list(RULES)[result["ruleIndex"]] == "A03"
    assert location["physicalLocation"]["artifactLocation"]["uri"].endswith("/a%20b.txt")
    assert location["physicalLocation"]["region"] == {"startLine": 41}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "requests.granted.total"}]
    assert location["properties"] == {"page": 3}
    assert "suppressions" not in result


def test_a_settled_finding_is_suppressed_with_its_reason():
    (result,) = run(Judged("a.txt", findings=(FINDING,), verdicts=(VERDICT,)))["results"]
    assert result["suppressions"][0]["justification"] == "原件如此（李某，2026-01-20）"


def test_an_unreadable_file_is_a_notice_of_the_run():
    invocation = run(Judged("a.pdf", reason="没有文字层"))["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "没有文字层"


def test_a_finding_about_an_area_has_no_file():
    (result,) = run(area=(FINDING,))["results"]
    assert "physicalLocation" not in result["locations"][0]
