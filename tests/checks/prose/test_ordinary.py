"""Reports in order, as long and as varied as real ones, are passed over."""

import pytest

from gongkai.checks.catalogue import PROSE_RULES
from gongkai.checks.examples import ReportExample
from gongkai.checks.finding import Severity
from gongkai.checks.prose_examples import ProseExample
from tests.checks.prose.ordinary import (
    COUNTY,
    DEPARTMENT_FIGURES,
    DEPARTMENT_SENTENCES,
    FIGURES,
    REPORTS,
    SENTENCES,
)


def severe(figures, prose, about):
    """What is found above a note."""
    told = ProseExample(report=ReportExample(figures=figures, prose=prose, **about)).build()
    return [
        (rule.id, found.zh)
        for rule in PROSE_RULES
        for found in rule.judge(told)
        if (found.severity or rule.severity) is not Severity.NOTE
    ]


@pytest.mark.parametrize(("name", "figures", "prose", "about"), REPORTS, ids=lambda v: str(v)[:12])
def test_a_report_in_order_is_passed_over(name, figures, prose, about):
    assert severe(figures, prose, about) == []


@pytest.mark.parametrize("section", ["overview", "requests"])
@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_a_sentence_of_another_matter_or_scope_is_passed_over(sentence, section):
    assert severe(FIGURES, {section: sentence}, COUNTY) == []


@pytest.mark.parametrize(("section", "sentence"), DEPARTMENT_SENTENCES)
def test_an_ordinary_sentence_of_a_department_is_passed_over(section, sentence):
    assert severe(DEPARTMENT_FIGURES, {section: sentence}, {}) == []
