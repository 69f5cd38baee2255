"""What a figure speaks of, of which year and scope, and how it is told."""

import pytest

from gongkai.reports.model.statement import CellState, State, Statement
from gongkai.reports.prose.facts import Mode, Scope
from gongkai.reports.prose.measures import Measure, shown
from gongkai.reports.prose.reading import Prose
from tests.reports.prose.test_sentences import report


def facts(text, section="overview"):
    return Prose(report(**{section: text})).facts


def first(text, section="overview"):
    return facts(text, section)[0]


@pytest.mark.parametrize(
    ("text", "key", "part"),
    [
        ("收到70件政府信息公开申请。", "received", ""),
        ("新收和上年结转政府信息公开申请共36件。", "received+carried_in", ""),
        ("（二）依申请公开。共收到34件。", "received", ""),
        ("政府信息公开申请中，予以公开及部分公开42件。", "granted+partly_granted", ""),
        ("依申请公开中，因不掌握等原因，无法提供31件。", "unavailable", ""),
        ("收到依申请公开，自然人32件。", "received", "natural_person"),
        ("因政府信息公开引起的复议2件。", "reconsideration", ""),
        ("政府信息公开行政复议维持2件。", "reconsideration", "upheld"),
        ("政府信息公开行政复议、行政诉讼案件0件。", "reconsideration+litigation", ""),
        ("政府信息公开未经复议直接起诉3件。", "litigation_direct", ""),
        ("现行有效行政规范性文件698件。", "normative_documents", "in_force"),
        ("制定规章、行政规范性文件5件。", "regulations+normative_documents", "issued"),
        ("作出行政处罚决定12件。", "penalties", "decisions"),
        ("行政事业性收费2.3万元。", "fees", "amount"),
    ],
)
def test_a_figure_names_its_measure(text, key, part):
    assert facts(text)[-1].measures[0] in {
        Measure(t, key, part) for t in ("requests", "remedies", "proactive")
    }


@pytest.mark.parametrize(
    "text",
    [
        "收到咨询30件。",
        "收到依申请公开工作方面的意见3件。",
        "答复人大代表建议12件。",
        "一审审结政府信息公开行政诉讼2件。",
        "规范依申请公开流程，编印手册3件。",
        "受理行政许可40件。",
        "公开行政许可信息40件。",
        "制发规范性文件征求意见稿3份。",
        "公文属性：主动公开58件，依申请公开41件。",
        "受理行政许可、行政处罚50件。",
        "党内规范性文件3件。",
        "收到政府信息公开申请，涉及12人。",
    ],
)
def test_a_figure_of_another_thing_names_none(text):
    assert all(fact.measures == () for fact in facts(text))


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("收到政府信息公开申请12件。", Mode.TOLD),
        ("收到政府信息公开申请近12件。", Mode.VAGUE),
        ("较上年增加12件。", Mode.CHANGE),
        ("去年，收到申请12件。", Mode.EARLIER),
        ("上年为12件。", Mode.EARLIER),
        ("计划答复12件。", Mode.PLAN),
        ("上半年收到申请12件。", Mode.PORTION),
        ("2023年、2024年分别收到申请12件。", Mode.PORTION),
        ("近三年来，收到申请12件。", Mode.PORTION),
        ("2022—2024年收到申请12件。", Mode.PORTION),
        ("转办依申请公开12件。", Mode.FORWARDED),
        ("截至2024年12月31日，收到申请12件。", Mode.TOLD),
    ],
)
def test_how_a_figure_is_told(text, mode):
    assert facts(text)[0].mode is mode


def test_the_year_named_last_before_a_figure_is_its_year():
    assert [f.year for f in facts("2023年收到申请12件，2024年收到申请13件。")] == [2023, 2024]
    assert first("2023年结转申请2件。", "requests").year is None


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("区政府办公室收到申请3件。", Scope.OWN),
        ("我区（含区政府办公室）收到申请3件。", Scope.OWN),
        ("全区收到申请3件。", Scope.AREA),
        ("区住建局收到申请3件。", Scope.OTHER),
        ("我局收到申请3件。", Scope.UNSAID),
    ],
)
def test_whose_figure_it_is(text, scope):
    assert first(text).scope is scope


def test_what_the_table_shows_is_the_printed_total_and_the_sum_of_its_parts():
    statement = Statement(
        "2021",
        "某局",
        2024,
        figures={
            "requests.received.natural_person": 3,
            "requests.received.total": 4,
            "remedies.reconsideration.total": 5,
        },
        cells={
            "requests.received": CellState(State.BLANK),
            "requests.granted": CellState(State.AMBIGUOUS),
        },
    )
    assert shown(statement, Measure("requests", "received")).values == (4, 3)
    assert not shown(statement, Measure("requests", "received", "organisations"))
    assert not shown(statement, Measure("requests", "granted"))
    assert not shown(statement, Measure("requests", "unknown"))
    assert not shown(statement, Measure("remedies", "reconsideration", "decided"))
    assert not shown(Statement(None, None, None), Measure("requests", "received"))
