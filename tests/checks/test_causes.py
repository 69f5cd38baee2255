"""One mistake is told once: what follows from it points to it."""

from gongkai.checks.examples import ReportExample, applications, clean_sections
from gongkai.checks.run import check


def links(example):
    findings = check(example.build(), select=["A", "C01", "L01"])
    return {
        (f.rule, f.at): (findings[f.caused_by].rule, findings[f.caused_by].at)
        for f in findings
        if f.caused_by is not None
    }, findings


def test_a_wrong_total_of_a_row_is_behind_the_broken_column_of_totals():
    figures = applications(received=1, unavailable_not_held=1)
    figures["requests.unavailable_not_held.total"] = 0
    found, findings = links(ReportExample(figures=figures))
    assert found == {
        ("A02", "requests.*.total"): ("A03", "requests.unavailable_not_held.total"),
    }
    assert len(findings) == 2


def test_a_wrong_cell_is_behind_its_broken_column():
    figures = applications(received=5, granted=5)
    figures["requests.granted.business"] = 2
    found, _ = links(ReportExample(figures=figures))
    assert found == {("A02", "requests.*.business"): ("A03", "requests.granted.total")}


def test_a_wrong_sum_of_outcomes_is_behind_the_broken_identity():
    figures = applications(received=5, granted=5)
    figures |= {"requests.handled_total.natural_person": 4, "requests.handled_total.total": 4}
    found, findings = links(ReportExample(figures=figures))
    assert found == {
        ("A01", "requests.*.natural_person"): ("A02", "requests.*.natural_person"),
        ("A01", "requests.*.total"): ("A02", "requests.*.total"),
        ("A02", "requests.*.total"): ("A02", "requests.*.natural_person"),
    }
    assert len(findings) == 4


def test_unrelated_mistakes_stand_by_themselves():
    figures = applications(received=5, granted=5)
    figures |= {"requests.granted.total": 4, "requests.carried_out.business": 3}
    figures |= {"requests.carried_out.total": 3}
    found, findings = links(ReportExample(figures=figures))
    assert ("A01", "requests.*.business") not in found
    assert {f.rule for f in findings} == {"A01", "A02", "A03"}


def test_a_number_is_skipped_because_the_section_is_missing():
    found, _ = links(ReportExample(sections=clean_sections("problems")))
    assert found == {("L01", "sections.other"): ("C01", "sections.problems")}


def test_no_chain_of_causes_runs_in_a_circle():
    figures = applications(received=7, granted=4, other_other=1, handled_total=6, carried_out=2)
    findings = check(ReportExample(figures=figures).build())
    assert any(finding.caused_by is not None for finding in findings)
    for start in findings:
        chain = [start]
        while (cause := chain[-1].caused_by) is not None:
            chain.append(findings[cause])
            assert len(chain) <= len(findings)
