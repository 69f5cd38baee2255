"""The life of a remedy, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.calendar.workdays import default_calendar
from gongkai.web.remedies.record import (
    MOVES,
    Act,
    Entry,
    NotProvidedForError,
    Stage,
    fold,
    move,
    reply_due,
)

DAY = date(2026, 3, 2)
REGISTERED = {
    "kind": "reconsideration",
    "filed_on": "2026-03-02",
    "received_on": "2026-03-02",
    "simple": False,
}
DECIDED = {"decision": "review_revoked", "anew": True}


def done(*acts: Act, **facts) -> list[Entry]:
    told = {Act.RECEIVE: {**REGISTERED, **facts}, Act.DECIDE: DECIDED, Act.RETRACT: {"number": 2}}
    told[Act.AMEND] = told[Act.RECEIVE]
    return [
        Entry(n, act, DAY + timedelta(days=n), told.get(act, {})) for n, act in enumerate(acts, 1)
    ]


@pytest.mark.parametrize("stage", [None, *Stage])
@pytest.mark.parametrize("act", list(Act))
def test_an_act_is_possible_at_a_stage_exactly_where_the_table_says(stage, act):
    rows = [row for row in MOVES if row.act is act and stage in row.at]
    if rows:
        assert move(stage, act) is rows[0]
        assert len(rows) == 1
    else:
        with pytest.raises(NotProvidedForError, match=act.zh):
            move(stage, act)


def test_every_stage_can_be_reached_and_every_open_one_left():
    assert {row.then for row in MOVES if row.then} == set(Stage)
    assert {stage for row in MOVES for stage in row.at if stage} == set(Stage) - {Stage.VOID}


@pytest.mark.parametrize(
    ("facts", "due"),
    [
        ({}, date(2026, 3, 16)),
        ({"simple": True}, date(2026, 3, 9)),
        ({"kind": "litigation_direct"}, date(2026, 3, 17)),
        ({"kind": "complaint", "reply_by": "2026-03-20"}, date(2026, 3, 20)),
    ],
)
def test_the_reply_is_due_by_the_kind_of_the_case(facts, due):
    assert reply_due(fold(done(Act.RECEIVE, **facts)), default_calendar()).date == due


def test_a_complaint_for_which_no_day_was_set_has_none():
    state = fold(done(Act.RECEIVE, kind="complaint", reply_by=None))
    assert reply_due(state, default_calendar()) is None


def test_an_old_case_from_before_the_known_periods_has_none():
    state = fold(done(Act.RECEIVE, filed_on="2019-03-01", received_on="2019-03-01"))
    assert reply_due(state, default_calendar()) is None


def test_what_is_taken_back_counts_for_nothing_and_stays_in_the_record():
    state = fold(done(Act.RECEIVE, Act.REPLY, Act.RETRACT))
    assert state.stage is Stage.AWAITING_REPLY
    assert state.replied_on is None
    assert state.retracted == {2}


def test_the_first_reply_stands_when_more_papers_are_sent():
    state = fold(done(Act.RECEIVE, Act.REPLY, Act.REPLY))
    assert state.replied_on == DAY + timedelta(days=2)


@given(st.lists(st.sampled_from([act for act in Act if act is not Act.RETRACT]), max_size=20))
def test_nothing_is_mended_before_it_was_decided_and_nothing_follows_a_void_case(acts):
    possible: list[Act] = []
    for act in acts:
        try:
            fold(done(*possible, act))
        except NotProvidedForError:
            continue
        possible.append(act)
    if Act.MEND in possible:
        assert possible.index(Act.DECIDE) < possible.index(Act.MEND)
    if Act.VOID in possible:
        assert possible[-1] is Act.VOID
