"""The life of an annual report, without a database."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.reporting.record import MOVES, Act, Entry, NotProvidedForError, Stage, fold, move

NOW = datetime(2026, 1, 5, tzinfo=UTC)
FACTS = {
    Act.OPEN: {"texts": {"overview": "初稿"}},
    Act.WRITE: {"part": "overview", "words": "改稿"},
    Act.SUPPLEMENT: {"cell": "proactive.permits", "value": 3, "source": "系统", "paper": "台账"},
    Act.STRIKE: {"number": 3},
    Act.EXPLAIN: {
        "rule": "C08",
        "place": "sections.problems",
        "message": "第五部分没有内容",
        "reason": "已写明",
        "wrong": False,
    },
    Act.RECONCILE: {
        "column": "business",
        "difference": 1,
        "came": ["SQ-1"],
        "went": [],
        "reason": "上年漏报",
    },
    Act.ASIDE: {"part": "overview", "words": "另一稿", "base": 1},
    Act.COMMENT: {"part": "overview", "words": "请核实"},
    Act.SETTLE: {"number": 2},
    Act.GATHER: {"figures": {"proactive.permits": 4}, "members": [{"code": "ju"}]},
    Act.FREEZE: {"statement": {"year": 2025}},
    Act.PUBLISH: {"on": "2026-01-20"},
    Act.CORRECT: {"reason": "数字有误"},
}


def done(*acts: Act) -> list[Entry]:
    return [Entry(n, act, NOW, "许亦舟", FACTS.get(act, {})) for n, act in enumerate(acts, 1)]


ALL_THE_WAY = (Act.OPEN, Act.SUBMIT, Act.FREEZE, Act.PUBLISH)


@pytest.mark.parametrize("stage", [None, *Stage])
@pytest.mark.parametrize("act", list(Act))
def test_an_act_is_possible_at_a_stage_exactly_where_the_table_says(stage, act):
    rows = [row for row in MOVES if (row.at, row.act) == (stage, act)]
    if rows:
        assert move(stage, act) is rows[0]
        assert len(rows) == 1
    else:
        with pytest.raises(NotProvidedForError, match=act.zh):
            move(stage, act)


def test_every_stage_can_be_reached_and_left():
    assert {row.then for row in MOVES} == set(Stage)
    assert {row.at for row in MOVES} >= set(Stage)


def test_the_newest_words_of_a_part_stand_with_their_version():
    text = fold(done(Act.OPEN, Act.WRITE)).texts["overview"]
    assert (text.words, text.version) == ("改稿", 2)


def test_a_struck_supplement_is_gone_and_others_stay():
    acts = done(Act.OPEN, Act.SUPPLEMENT, Act.SUPPLEMENT, Act.STRIKE)
    assert [s.number for s in fold(acts).supplements] == [2]


def test_what_was_kept_aside_does_not_change_the_words_in_force():
    assert fold(done(Act.OPEN, Act.ASIDE)).texts["overview"].words == "初稿"


def test_a_comment_is_settled_by_a_person_and_stays_in_the_record():
    (comment,) = fold(done(Act.OPEN, Act.COMMENT, Act.SETTLE)).comments
    assert (comment.words, comment.settled) == ("请核实", "许亦舟")


def test_a_word_on_a_finding_holds_for_what_the_finding_said():
    explained = fold(done(Act.OPEN, Act.EXPLAIN)).explained
    assert ("C08", "sections.problems", "第五部分没有内容") in explained


def test_the_public_keeps_its_version_while_a_correction_is_drafted():
    state = fold(done(*ALL_THE_WAY, Act.CORRECT, Act.WRITE))
    assert state.stage is Stage.DRAFTING
    assert state.published == {"year": 2025}
    assert state.corrections == ("数字有误",)


@given(st.lists(st.sampled_from(list(Act)), max_size=25))
def test_no_order_of_acts_publishes_what_was_not_signed(acts):
    possible: list[Act] = []
    for act in acts:
        try:
            fold(done(*possible, act))
        except NotProvidedForError:
            continue
        possible.append(act)
    state = fold(done(*possible))
    if state.published is not None:
        assert possible.index(Act.FREEZE) < possible.index(Act.PUBLISH)
    if state.stage is Stage.PUBLISHED:
        assert state.published == state.frozen
