"""Reports whose prose tells their own figures: silence; one figure changed: the right rule."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.checks.catalogue import PROSE_RULES
from tests.checks.prose.telling import (
    N03_BEFORE,
    N05,
    N08,
    ORDINARY,
    TEMPLATES,
    told,
    told_with_last_year,
)

RULES = {rule.id: rule for rule in PROSE_RULES}
SEEDS = st.integers(0, 10**6)
LAST_YEAR = {text for text, *_ in N03_BEFORE}


def made(template, seed):
    return told_with_last_year(seed) if template.text in LAST_YEAR else told(seed)


def found(prose):
    return [(rule.id, each.zh) for rule in PROSE_RULES for each in rule.judge(prose)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.text[:20])
@settings(max_examples=12)
@given(seed=SEEDS)
def test_a_sentence_that_tells_its_own_figures_is_passed_over(template, seed):
    report = made(template, seed)
    assert found(report.report({template.section: report.say(template.text)})) == []


@given(
    seed=SEEDS,
    chosen=st.lists(st.sampled_from(TEMPLATES), max_size=12, unique=True),
    rng=st.randoms(),
)
def test_a_report_of_many_such_sentences_is_passed_over(seed, chosen, rng):
    report = told(seed)
    lines = {}
    for template in chosen:
        if template.text not in LAST_YEAR and template.speaks != "N03":
            lines.setdefault(template.section, []).append(report.say(template.text))
    ordinary = [report.say(text) for text in ORDINARY]
    rng.shuffle(ordinary)
    for section in list(lines):
        lines[section].insert(0, ordinary.pop())
    assert found(report.report({section: "\n".join(said) for section, said in lines.items()})) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.text[:20])
@settings(max_examples=15)
@given(seed=SEEDS, data=st.data())
def test_one_figure_changed_is_named_by_its_rule(template, seed, data):
    report = made(template, seed)
    name = data.draw(st.sampled_from(template.changes))
    value = report.named[name]
    wrong = value + data.draw(st.sampled_from((1001, 2017, 5003)))
    prose = report.report({template.section: report.say(template.text, **{name: wrong})})
    assert list(RULES[template.speaks].judge(prose)), report.say(template.text, **{name: wrong})


@pytest.mark.parametrize(("section", "name", "text"), N05)
@settings(max_examples=12)
@given(seed=SEEDS)
def test_a_claim_that_the_tables_contradict_is_found(section, name, text, seed):
    report = told(seed)
    assert report.named[name] > 0
    assert list(RULES["N05"].judge(report.report({section: report.say(text)})))


@pytest.mark.parametrize(("first", "second"), N08)
@settings(max_examples=12)
@given(seed=SEEDS)
def test_the_same_fact_with_another_figure_is_found(first, second, seed):
    report = told(seed)
    same = {"overview": report.say(first), "proactive": report.say(second)}
    assert not list(RULES["N08"].judge(report.report(same)))
    other = {name: report.named[name] + 3 for name in ("whole", "issued")}
    same["proactive"] = report.say(second, **other)
    assert list(RULES["N08"].judge(report.report(same)))


def test_there_are_sixty_templates():
    assert len(TEMPLATES) + len(N05) + len(N08) >= 60
