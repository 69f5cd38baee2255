"""What real reports are known to have wrong is found, and nothing is invented about good ones."""

import json

import pytest

from gongkai.checks.finding import Severity
from gongkai.checks.run import check
from gongkai.reports.model.document import Document, SourceKind
from gongkai.reports.model.exchange import from_json
from gongkai.reports.model.report import Report
from gongkai.reports.read import read_bytes
from tests.shared import shared

EMPTY = Document(SourceKind.JSON, ())

GRID_2021 = "000-qiaokou-grid-centre-2021.txt"
OFFICE_2022 = "001-qiaokou-office-services-2022.txt"
GRID_2023 = "002-wuchang-grid-centre-2023.txt"
URBAN_2021 = "003-qiaokou-urban-management-2021.txt"
STREET_2021 = "004-shidong-street-2021.txt"

EXPECTED = {
    GRID_2021: ["L04", "L03", "N07", "T03", "C06", "C08", "J03"],
    OFFICE_2022: ["T01", "L07", "C10"],
    GRID_2023: ["C03", "L01", "C07", "C06", "T03", "T04"],
    URBAN_2021: ["A03", "A02", "T03", "C08", "C10", "J02"],
    STREET_2021: [
        *("C04", "C03", "N04", "N04", "L06", "N02", "N03", "P02", "P02", "P02"),
        *("P04", "T03", "T05"),
    ],
}


def findings(*parts):
    path = shared(*parts)
    (report,) = read_bytes(str(path), path.read_bytes())
    return check(report)


def found(file):
    return findings("seeds", file)


@pytest.mark.parametrize("file", EXPECTED)
def test_every_known_fault_is_found(file):
    ids = [finding.rule for finding in found(file)]
    for rule in set(EXPECTED[file]):
        assert ids.count(rule) >= EXPECTED[file].count(rule), rule


@pytest.mark.parametrize(
    ("file", "rules"),
    [
        (GRID_2021, {"L04", "L03", "T03"}),
        (OFFICE_2022, set()),
        (GRID_2023, {"C03", "L01", "C07", "T03"}),
        (URBAN_2021, {"A03", "A02", "T03"}),
        (STREET_2021, {"C03", "C04", "N04", "N02", "L06", "P02", "P04", "T03"}),
    ],
)
def test_nothing_but_faults_stands_above_a_note(file, rules):
    assert {f.rule for f in found(file) if f.severity is not Severity.NOTE} == rules


def test_one_wrong_total_is_told_once():
    every = found(URBAN_2021)
    (column,) = [finding for finding in every if finding.rule == "A02"]
    assert every[column.caused_by].rule == "A03"
    assert every[column.caused_by].at == "requests.unavailable_not_held.total"


def test_missing_cells_of_many_rows_are_one_finding():
    assert [f.rule for f in found(STREET_2021)].count("C03") == 1


def test_a_section_number_given_twice_is_one_finding():
    (finding,) = [f for f in found(GRID_2023) if f.rule == "L01"]
    assert finding.at == "sections.remedies"
    assert finding.place.line == 258


@pytest.mark.parametrize("file", ["hangzhou_style_2025.html", "pingtan_2021.txt"])
def test_a_report_in_order_has_nothing_above_a_note(file):
    assert {f.severity for f in findings("reports", file)} <= {Severity.NOTE}


def test_totals_left_at_zero_are_found():
    paths = {f.at for f in findings("reports", "hongze_2023.pdf") if f.rule == "A04"}
    assert paths == {
        "remedies.reconsideration.total",
        "remedies.litigation_after_reconsideration.total",
    }


def test_documents_in_force_that_do_not_follow_from_last_year_are_found():
    earlier, report = (
        Report(from_json(json.loads(shared("reports", "expected", name).read_text("utf-8"))), EMPTY)
        for name in ("pingtan_2022.json", "pingtan_2023.json")
    )
    found = check(report, earlier=[earlier], select=["Y"])
    assert [(f.rule, f.at) for f in found] == [("Y02", "proactive.normative_documents.in_force")]
