"""Every rule on prose, over sentences as reports have them: silent on some, found in others."""

import tomllib
from pathlib import Path

import pytest

from gongkai.checks.catalogue import PROSE_RULES
from gongkai.checks.examples import ReportExample
from gongkai.checks.prose_examples import ProseExample

RULES = {rule.id: rule for rule in PROSE_RULES}
FILES = sorted(Path(__file__).parent.glob("N*.toml"))
FEWEST = 10


def cases(kind):
    for file in FILES:
        data = tomllib.loads(file.read_text("utf-8"))
        for number, case in enumerate(data[kind], 1):
            yield pytest.param(RULES[file.stem], case, id=f"{file.stem}-{number}")


def example(case):
    """The report a case describes: its sentence in the overview unless it names a section."""
    year, about = case.get("year", 2024), {}
    if "kind" in case:
        about["body_kind"] = case["kind"]
    if "body" in case:
        about["body"] = case["body"]
    said = case.get("prose") or {case.get("section", "overview"): case["say"]}
    before = case.get("before")
    return ProseExample(
        report=ReportExample(prose=said, figures=case.get("figures", {}), year=year, **about),
        before=None if before is None else ReportExample(figures=before, year=year - 1, **about),
    )


@pytest.mark.parametrize(("rule", "case"), list(cases("passes")))
def test_an_ordinary_sentence_is_passed_over(rule, case):
    assert [found.zh for found in rule.judge(example(case).build())] == []


@pytest.mark.parametrize(("rule", "case"), list(cases("fails")))
def test_a_wrong_sentence_is_found_as_severely_as_it_deserves(rule, case):
    found = list(rule.judge(example(case).build()))
    assert found, "nothing found"
    assert str(found[0].severity or rule.severity) == case["severity"], found[0].zh


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_rule_has_ten_of_each(file):
    data = tomllib.loads(file.read_text("utf-8"))
    assert len(data["passes"]) >= FEWEST
    assert len(data["fails"]) >= FEWEST
