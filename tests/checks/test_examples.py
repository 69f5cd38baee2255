"""Every rule keeps its own promise: silent on what passes, found where it fails, and says so."""

import pytest

from gongkai.checks.catalogue import EVERY as RULES
from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Severity
from gongkai.checks.run import check

PASSES = [(rule, example) for rule in RULES for example in rule.passes]
FAILS = [(rule, example) for rule in RULES for example in rule.fails]


def name(value):
    return getattr(value, "id", "")


@pytest.mark.parametrize(("rule", "example"), PASSES, ids=name)
def test_what_passes_is_silent(rule, example):
    assert list(rule.judge(example.build())) == []


@pytest.mark.parametrize(("rule", "example"), FAILS, ids=name)
def test_what_fails_is_found_and_never_more_severely_than_the_rule(rule, example):
    found = list(rule.judge(example.build()))
    assert found
    order = list(Severity)
    assert all(
        order.index(each.severity or rule.severity) >= order.index(rule.severity) for each in found
    )


@pytest.mark.parametrize(("rule", "example"), FAILS, ids=name)
def test_a_finding_says_what_in_both_languages(rule, example):
    for found in rule.judge(example.build()):
        assert found.at
        assert any("一" <= character <= "鿿" for character in found.zh)
        assert any(character.isascii() and character.isalpha() for character in found.en)
        assert found.zh != found.en


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_a_rule_says_what_it_demands_why_and_what_to_do(rule):
    for text in (rule.title.zh, rule.title.en, rule.why, rule.mend.zh, rule.mend.en):
        assert text.strip()
    assert rule.source.citation


def test_a_clean_report_has_no_finding():
    assert check(ReportExample().build()) == []
