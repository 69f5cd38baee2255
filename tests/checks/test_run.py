"""Running the catalogue: choice of rules, places, severities, languages, years, forms."""

import pickle
from datetime import date

import gongkai.checks
from gongkai.checks.catalogue import REPORT_RULES
from gongkai.checks.examples import ReportExample, applications
from gongkai.checks.finding import Severity, place_to_json
from gongkai.checks.run import check, check_area
from gongkai.reports.model.area import Area, Body
from gongkai.reports.model.document import NOWHERE, Place, SourceKind
from gongkai.reports.model.statement import State

GAP = {"requests.granted.natural_person": 1, "requests.granted.total": 0}


def ids(findings):
    return [finding.rule for finding in findings]


def test_findings_come_in_the_order_of_the_catalogue():
    report = ReportExample(
        figures=GAP, prose={"other": "无。", "problems": "无。"}, body="青禾区执法局"
    ).build()
    order = [rule.id for rule in REPORT_RULES]
    found = ids(check(report))
    assert found == sorted(found, key=order.index)
    assert {"A03", "C08", "C09", "J02"} <= set(found)


def test_rules_are_selected_and_ignored_by_their_beginnings():
    report = ReportExample(figures=GAP, prose={"other": "无。"}).build()
    assert set(ids(check(report, select=["A"]))) == {"A02", "A03"}
    assert set(ids(check(report, select=[" a03 "]))) == {"A03"}
    assert "A03" not in ids(check(report, ignore=["A"]))
    assert ids(check(report, select=["A", "C09"], ignore=["A02"])) == ["A03", "C09"]


def test_a_cause_that_is_left_out_leaves_its_consequence_standing_alone():
    report = ReportExample(figures=GAP).build()
    assert [f.caused_by for f in check(report, select=["A02"])] == [
        None,
    ]
    both = check(report, select=["A"])
    assert [both[f.caused_by].rule for f in both if f.caused_by is not None] == ["A03"]


def test_a_finding_stands_where_its_part_stands():
    report = ReportExample(prose={"other": "无。"}).build()
    (finding,) = check(report, select=["C09"])
    assert finding.place == report.places["sections.5"]
    (finding,) = check(ReportExample(sections=()).build(), select=["C01"])[:1]
    assert finding.place == NOWHERE


def test_a_place_is_printed_as_far_as_it_is_known():
    assert place_to_json(Place(page=3, line=41)) == {"page": 3, "line": 41}
    assert place_to_json(NOWHERE) == {}


def test_a_milder_severity_prevails():
    prose = {"overview": "[bookmark: _GoBack]我局认真落实条例。"}
    (hard,) = check(ReportExample(prose=prose).build(), select=["T01"])
    (mild,) = check(ReportExample(prose=prose, source=SourceKind.TEXT).build(), select=["T01"])
    assert (hard.severity, mild.severity) == (Severity.WARNING, Severity.NOTE)


def test_the_other_years_count_only_where_the_year_before_is_among_them():
    before = ReportExample(year=2023, figures=applications(received=2, carried_out=2)).build()
    older = ReportExample(year=2021, figures=applications(received=2, carried_out=2)).build()
    now = ReportExample(figures=applications(carried_in=1, granted=1)).build()
    assert ids(check(now, earlier=[older, before], select=["Y01"])) == ["Y01", "Y01"]
    assert check(now, earlier=[older], select=["Y"]) == []
    undated = ReportExample(year=None).build()
    assert check(undated, earlier=[before], select=["Y"]) == []


def test_rules_of_the_2021_form_leave_the_form_of_2019_alone():
    report = ReportExample(form_id="2019", year=2020, body="青禾区公安局", fees_unit=None).build()
    assert check(report, select=["J02", "L04", "L05"]) == []


def test_a_report_without_tables_is_judged_without_them():
    found = check(ReportExample(form_id=None).build())
    assert set(ids(found)) == {"C02"}


def test_findings_and_reports_can_be_sent_to_another_process():
    report = ReportExample(figures=GAP).build()
    assert pickle.loads(pickle.dumps(check(report))) == check(pickle.loads(pickle.dumps(report)))


def test_a_blank_report_does_not_break_a_rule():
    blank = ReportExample(
        states={"proactive": State.BLANK, "requests": State.BLANK, "remedies": State.BLANK},
        body=None,
        year=None,
        title=None,
        signature=None,
        issued_on=None,
        sections=(),
    ).build()
    assert {"C01", "C05", "C07"} <= set(ids(check(blank)))


def area(*bodies):
    return Area(tuple(Body(name, published_on=day) for name, day in bodies))


def test_an_area_is_judged_as_a_whole():
    listed = area(("青禾区财政局", date(2025, 2, 3)), ("青禾区住建局", None))
    statements = [ReportExample().build().statement]
    late, lacking = sorted(check_area(listed, statements), key=lambda f: f.rule, reverse=True)
    assert (lacking.rule, lacking.severity, lacking.at) == (
        "R01",
        Severity.ERROR,
        "area.青禾区住建局",
    )
    assert lacking.message == "青禾区住建局没有 2024 年度报告"
    assert late.message == "青禾区财政局 2025-02-03 公布，应在 2025-01-31 前公布"
    assert (late.place, late.caused_by) == (NOWHERE, None)
    assert ids(check_area(listed, statements, select=["R01"])) == ["R01"]
    assert ids(check_area(listed, statements, ignore=["R01"])) == ["R03"]
    (english,) = check_area(listed, statements, select=["R01"], lang="en")
    assert english.message == "no report of 青禾区住建局 for 2024"


def test_messages_come_in_the_language_asked_for():
    report = ReportExample(figures=GAP).build()
    (zh,) = check(report, select=["A03"])
    (en,) = check(report, select=["A03"], lang="en")
    assert "各类申请人合计 1 件" in zh.message
    assert "the applicants come to 1" in en.message


def test_the_package_itself_offers_the_check():
    assert gongkai.checks.check is check
