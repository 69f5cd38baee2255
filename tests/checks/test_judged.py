"""The outcome for one report as data."""

from datetime import date

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.judged import Judged
from gongkai.checks.verdicts import Verdict
from gongkai.reports.model.document import NOWHERE, Place

ERROR = Finding("A03", Severity.ERROR, "requests.granted.total", Place(page=3, line=41), "不相等")
NOTE = Finding("A02", Severity.NOTE, "requests.*.total", NOWHERE, "也不等", caused_by=0)
VERDICT = Verdict("A03", ERROR.at, "explained", "李某", "原件如此", date(2026, 1, 20))


def test_a_report_as_json_has_the_agreed_keys():
    judged = Judged("a.txt", "甲局", 2024, (ERROR, NOTE), (VERDICT, None))
    assert judged.to_json() == {
        "path": "a.txt",
        "body": "甲局",
        "year": 2024,
        "readable": True,
        "findings": [
            {
                "rule": "A03",
                "severity": "error",
                "at": "requests.granted.total",
                "place": {"page": 3, "line": 41},
                "message": "不相等",
                "caused_by": None,
                "verdict": {
                    "verdict": "explained",
                    "who": "李某",
                    "why": "原件如此",
                    "when": "2026-01-20",
                },
            },
            {
                "rule": "A02",
                "severity": "note",
                "at": "requests.*.total",
                "place": {},
                "message": "也不等",
                "caused_by": 0,
            },
        ],
    }


def test_an_unreadable_file_as_json_tells_why():
    assert Judged("b.pdf", reason="没有文字层").to_json() == {
        "path": "b.pdf",
        "body": None,
        "year": None,
        "readable": False,
        "findings": [],
        "reason": "没有文字层",
    }


def test_what_is_settled_does_not_count():
    judged = Judged("a.txt", findings=(ERROR, NOTE), verdicts=(VERDICT, None))
    assert list(judged.open_findings()) == [NOTE]
    assert [judged.count(severity) for severity in Severity] == [0, 0, 1]
    assert judged.readable


def test_severities_have_names_in_chinese():
    assert [severity.zh for severity in Severity] == ["错误", "疑问", "提示"]
