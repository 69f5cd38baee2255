"""Verdicts: read from beside a report, matched to findings, refused with a reason."""

from datetime import date

import pytest

from gongkai.checks.finding import Finding, Severity
from gongkai.checks.verdicts import BadVerdictsError, settled, verdicts_beside, verdicts_in
from gongkai.reports.model.document import NOWHERE

FINDING = Finding("J02", Severity.NOTE, "proactive.penalties", NOWHERE, "处罚填 0")
ENTRY = {
    "rule": '"J02"',
    "at": '"proactive.penalties"',
    "verdict": '"explained"',
    "who": '"李某"',
    "why": '"处罚权已划转"',
    "when": "2026-01-20",
}


def written(path, **changes):
    fields = {**ENTRY, **changes}
    lines = [f"{name} = {value}" for name, value in fields.items() if value is not None]
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(["[[verdict]]", *lines, ""]))
    return path


def test_a_verdict_settles_its_finding_and_no_other(tmp_path):
    (verdict,) = verdicts_in(written(tmp_path / "v.toml"))
    assert (verdict.who, verdict.when) == ("李某", date(2026, 1, 20))
    assert verdict.said_in("zh") == "已说明：处罚权已划转（李某，2026-01-20）"
    assert verdict.said_in("en") == "explained: 处罚权已划转 (李某, 2026-01-20)"
    assert settled(FINDING, [verdict]) is verdict
    elsewhere = Finding("J02", Severity.NOTE, "proactive.permits", NOWHERE, "处罚填 0")
    other = Finding("J03", Severity.NOTE, "proactive.penalties", NOWHERE, "处罚填 0")
    assert settled(elsewhere, [verdict]) is None
    assert settled(other, [verdict]) is None


def test_a_message_narrows_a_verdict(tmp_path):
    (verdict,) = verdicts_in(written(tmp_path / "v.toml", message='"别的句子"'))
    assert settled(FINDING, [verdict]) is None
    (verdict,) = verdicts_in(written(tmp_path / "w.toml", message='"处罚填 0"'))
    assert settled(FINDING, [verdict]) is verdict


def test_a_later_verdict_overrules(tmp_path):
    path = written(written(tmp_path / "v.toml"), verdict='"wrong finding"')
    found = settled(FINDING, verdicts_in(path))
    assert found.verdict == "wrong finding"
    assert found.said_in("zh").startswith("误报：")


def test_verdicts_lie_beside_the_report_under_its_name_or_stem(tmp_path):
    report = tmp_path / "report.docx"
    assert verdicts_beside(report) == ()
    written(tmp_path / "report.verdicts.toml", who='"按主名"')
    assert verdicts_beside(report)[0].who == "按主名"
    written(tmp_path / "report.docx.verdicts.toml", who='"按全名"')
    assert verdicts_beside(report)[0].who == "按全名"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"who": None}, "第 1 条：缺少 who"),
        ({"why": '""'}, "缺少 why"),
        ({"verdict": '"maybe"'}, "explained 或 wrong finding"),
        ({"when": '"去年"'}, "when 应为日期"),
    ],
)
def test_an_incomplete_verdict_is_refused_with_its_number(tmp_path, changes, said):
    with pytest.raises(BadVerdictsError, match=said):
        verdicts_in(written(tmp_path / "v.toml", **changes))


def test_a_date_may_be_written_as_text(tmp_path):
    (verdict,) = verdicts_in(written(tmp_path / "v.toml", when='"2026-02-03"'))
    assert verdict.when == date(2026, 2, 3)


@pytest.mark.parametrize("text", ["not = = toml", 'verdict = "explained"'])
def test_what_is_no_list_of_verdicts_is_refused(tmp_path, text):
    path = tmp_path / "v.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BadVerdictsError):
        verdicts_in(path)
