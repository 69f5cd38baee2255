"""The real reports read as their expected files say."""

import json

import pytest

from gongkai.reports.model.exchange import to_json
from gongkai.reports.model.statement import SECTION_KEYS
from gongkai.reports.read import read_bytes
from tests.shared import shared

REPORTS = (
    "seeds/000-qiaokou-grid-centre-2021.txt",
    "seeds/001-qiaokou-office-services-2022.txt",
    "seeds/002-wuchang-grid-centre-2023.txt",
    "seeds/003-qiaokou-urban-management-2021.txt",
    "seeds/004-shidong-street-2021.txt",
    "reports/hangzhou_style_2025.html",
    "reports/hongze_2023.pdf",
    "reports/kewei_2024.md",
    "reports/pingtan_2021.txt",
    "reports/pingtan_2022.txt",
    "reports/pingtan_2023.txt",
    "reports/shanghai_office_2019.html",
)
TABLES = ("form", "proactive", "proactive_2019", "requests", "remedies")


def differing(wanted, got, path=()):
    if isinstance(wanted, dict):
        for key in wanted:
            yield from differing(wanted[key], (got or {}).get(key), (*path, key))
    elif wanted != got:
        yield ".".join(path), wanted, got


def statement_and_wanted(file):
    folder, name = file.split("/")
    wanted = shared(folder, "expected", f"{name.rpartition('.')[0]}.json")
    (report,) = read_bytes(name, shared(folder, name).read_bytes())
    return report.statement, json.loads(wanted.read_text("utf-8"))


@pytest.mark.parametrize("file", REPORTS)
def test_every_figure_is_read_or_left_open_with_the_truth_among_its_candidates(file):
    statement, wanted = statement_and_wanted(file)
    for path, truth, got in differing({k: wanted[k] for k in TABLES}, to_json(statement)):
        assert got is None, path
        row = path.rpartition(".")[0]
        position = [*wanted["proactive"][row.partition(".")[2]]].index(path.rpartition(".")[2])
        assert truth in {split[position] for split in statement.cells[path].candidates}, path


@pytest.mark.parametrize("file", REPORTS)
def test_the_states_that_matter_are_told(file):
    statement, wanted = statement_and_wanted(file)
    for path, cell in wanted.get("cells", {}).items():
        assert statement.cells[path].state == cell["state"], path


@pytest.mark.parametrize("file", REPORTS)
def test_body_and_year_are_those_of_the_title(file):
    statement, wanted = statement_and_wanted(file)
    assert (statement.body, statement.year) == (wanted["body"], wanted["year"])


@pytest.mark.parametrize("file", [file for file in REPORTS if "kewei" not in file])
def test_the_six_sections_are_found_in_order(file):
    statement, _ = statement_and_wanted(file)
    assert [section.key for section in statement.sections] == list(SECTION_KEYS)
