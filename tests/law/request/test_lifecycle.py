"""The table of moves, against what was read out of the law by hand."""

from itertools import product

import pytest

from gongkai.law.request.lifecycle import (
    MOVES,
    Act,
    Clock,
    NotProvidedFor,
    Party,
    Stage,
    acts_at,
    move,
)

EXPECTED = """
SUBMITTED            RECEIVE>IN_HAND WITHDRAW>WITHDRAWN FORWARD>FORWARDED REVIEW_ORDER>IN_HAND
                     COURT_ORDER>IN_HAND
IN_HAND              ASK_CORRECTION>AWAITING_CORRECTION CONSULT_THIRD_PARTY>CONSULTING
                     CONSULT_BODY>CONSULTING TELL_THIRD_PARTY>IN_HAND EXTEND>IN_HAND
                     ASK_REASONS>AWAITING_REASONS SET_DELAY>IN_HAND CHARGE_FEE>AWAITING_PAYMENT
                     WITHDRAW>WITHDRAWN SPLIT>SPLIT_UP FORWARD>FORWARDED ANSWER>ANSWERED
                     REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND
CONSULTING           ASK_CORRECTION>AWAITING_CORRECTION CONSULT_THIRD_PARTY>CONSULTING
                     CONSULT_BODY>CONSULTING THIRD_PARTY_RECEIVES>CONSULTING
                     BODY_RECEIVES>CONSULTING THIRD_PARTY_REPLIES>IN_HAND THIRD_PARTY_SILENT>IN_HAND
                     BODY_REPLIES>IN_HAND BODY_SILENT>IN_HAND TELL_THIRD_PARTY>CONSULTING
                     EXTEND>CONSULTING ASK_REASONS>AWAITING_REASONS SET_DELAY>IN_HAND
                     CHARGE_FEE>AWAITING_PAYMENT WITHDRAW>WITHDRAWN ANSWER>ANSWERED
                     REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND
AWAITING_CORRECTION  ASK_CORRECTION>AWAITING_CORRECTION CORRECT>IN_HAND LAPSE_UNCORRECTED>ABANDONED
                     THIRD_PARTY_RECEIVES>AWAITING_CORRECTION BODY_RECEIVES>AWAITING_CORRECTION
                     THIRD_PARTY_REPLIES>AWAITING_CORRECTION THIRD_PARTY_SILENT>AWAITING_CORRECTION
                     BODY_REPLIES>AWAITING_CORRECTION BODY_SILENT>AWAITING_CORRECTION
                     WITHDRAW>WITHDRAWN ANSWER>ANSWERED REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND
AWAITING_REASONS     GIVE_REASONS>IN_HAND EXTEND>AWAITING_REASONS SET_DELAY>IN_HAND
                     THIRD_PARTY_RECEIVES>AWAITING_REASONS BODY_RECEIVES>AWAITING_REASONS
                     THIRD_PARTY_REPLIES>AWAITING_REASONS THIRD_PARTY_SILENT>AWAITING_REASONS
                     BODY_REPLIES>AWAITING_REASONS BODY_SILENT>AWAITING_REASONS
                     WITHDRAW>WITHDRAWN ANSWER>ANSWERED REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND
AWAITING_PAYMENT     NOTICE_RECEIVED>AWAITING_PAYMENT PAY>IN_HAND LAPSE_UNPAID>ABANDONED
                     THIRD_PARTY_RECEIVES>AWAITING_PAYMENT BODY_RECEIVES>AWAITING_PAYMENT
                     THIRD_PARTY_REPLIES>AWAITING_PAYMENT THIRD_PARTY_SILENT>AWAITING_PAYMENT
                     BODY_REPLIES>AWAITING_PAYMENT BODY_SILENT>AWAITING_PAYMENT
                     WITHDRAW>WITHDRAWN ANSWER>ANSWERED REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND
FORWARDED            RETURN>IN_HAND WITHDRAW>WITHDRAWN ARCHIVE>ARCHIVED REVIEW_ORDER>IN_HAND
                     COURT_ORDER>IN_HAND
ANSWERED             TELL_THIRD_PARTY>ANSWERED REOPEN>IN_HAND REVIEW_ORDER>IN_HAND
                     COURT_ORDER>IN_HAND ARCHIVE>ARCHIVED
ABANDONED            REOPEN>IN_HAND REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND ARCHIVE>ARCHIVED
WITHDRAWN            REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND ARCHIVE>ARCHIVED
SPLIT_UP             ARCHIVE>ARCHIVED
ARCHIVED             REOPEN>IN_HAND REVIEW_ORDER>IN_HAND COURT_ORDER>IN_HAND HAND_OVER>HANDED_OVER
HANDED_OVER
"""

ACTS = """
RECEIVE             AGENCY         STARTS    regulation:31
ASK_CORRECTION      AGENCY         STANDS    regulation:30
CORRECT             APPLICANT      RESTARTS  regulation:30
LAPSE_UNCORRECTED   AGENCY         ENDS      regulation:30
CONSULT_THIRD_PARTY AGENCY         PAUSES    regulation:32
THIRD_PARTY_RECEIVES THIRD_PARTY   RUNS      regulation:32
THIRD_PARTY_REPLIES THIRD_PARTY    RESUMES   regulation:32
THIRD_PARTY_SILENT  THIRD_PARTY    RESUMES   regulation:32
CONSULT_BODY        AGENCY         PAUSES    regulation:34
BODY_RECEIVES       OTHER_BODY     RUNS      regulation:34
BODY_REPLIES        OTHER_BODY     RESUMES   regulation:34
BODY_SILENT         OTHER_BODY     RESUMES   regulation:34
TELL_THIRD_PARTY    AGENCY         RUNS      regulation:32
EXTEND              AGENCY         EXTENDS   regulation:33(2)
ASK_REASONS         AGENCY         RUNS      regulation:35
GIVE_REASONS        APPLICANT      RUNS      regulation:35
SET_DELAY           AGENCY         DEFERS    regulation:35
CHARGE_FEE          AGENCY         STANDS    fee_measures:6
NOTICE_RECEIVED     APPLICANT      RUNS      fee_measures:6
PAY                 APPLICANT      RESTARTS  fee_measures:6
LAPSE_UNPAID        AGENCY         ENDS      fee_measures:6
WITHDRAW            APPLICANT      ENDS      counting_practice:13
SPLIT               AGENCY         ENDS      fee_measures:4
FORWARD             AGENCY         RUNS      counting_practice:14
RETURN              RECEIVING_BODY RUNS      counting_practice:14
ANSWER              AGENCY         ENDS      regulation:36
REOPEN              AGENCY         STARTS    counting_practice:15
REVIEW_ORDER        REVIEWER       STARTS    reconsideration:64
COURT_ORDER         COURT          STARTS    litigation:70
ARCHIVE             AGENCY         RUNS      regulation:45
HAND_OVER           AGENCY         RUNS      archives:15
"""


def expected_moves() -> dict[tuple[Stage, Act], Stage]:
    moves, stage = {}, None
    for word in EXPECTED.split():
        act, arrow, then = word.partition(">")
        if arrow:
            assert stage is not None
            moves[stage, Act[act]] = Stage[then]
        else:
            stage = Stage[word]
    return moves


def expected_acts() -> dict[Act, tuple[Party, Clock, str]]:
    rows = (line.split() for line in ACTS.strip().splitlines())
    return {Act[act]: (Party[by], Clock[clock], source) for act, by, clock, source in rows}


OPEN = (
    Stage.SUBMITTED,
    Stage.IN_HAND,
    Stage.CONSULTING,
    Stage.AWAITING_CORRECTION,
    Stage.AWAITING_REASONS,
    Stage.AWAITING_PAYMENT,
    Stage.FORWARDED,
)


@pytest.mark.parametrize(("stage", "act"), list(product(Stage, Act)), ids=lambda value: value.name)
def test_a_pair_of_stage_and_act_is_as_the_law_has_it(stage, act):
    then = expected_moves().get((stage, act))
    if then is None:
        with pytest.raises(NotProvidedFor, match=f"申请{stage.value}，不能“{act.value}”"):
            move(stage, act)
        assert act not in acts_at(stage)
    else:
        assert move(stage, act).leads_to(stage) is then
        assert act in acts_at(stage)


@pytest.mark.parametrize("act", Act, ids=lambda act: act.name)
def test_an_act_has_one_actor_one_effect_on_the_clock_and_one_source(act):
    rows = [row for row in MOVES if row.act is act]
    assert {(row.by, row.clock, row.source.key) for row in rows} == {expected_acts()[act]}


def test_no_pair_of_stage_and_act_stands_in_two_rows():
    pairs = [(stage, row.act) for row in MOVES for stage in row.at]
    assert len(pairs) == len(set(pairs))


def reachable(start: Stage) -> set[Stage]:
    found, ahead = {start}, [start]
    while ahead:
        stage = ahead.pop()
        for act in acts_at(stage):
            then = move(stage, act).leads_to(stage)
            if then not in found:
                found.add(then)
                ahead.append(then)
    return found


def test_every_stage_can_be_reached_from_the_first():
    assert reachable(Stage.SUBMITTED) == set(Stage)


@pytest.mark.parametrize("stage", OPEN, ids=lambda stage: stage.name)
def test_every_open_stage_can_be_left_and_come_to_an_answer(stage):
    assert {Stage.ANSWERED, Stage.ARCHIVED} <= reachable(stage)


def test_nothing_follows_the_hand_over_to_the_archives():
    assert acts_at(Stage.HANDED_OVER) == ()


@pytest.mark.parametrize("names", [Stage, Act, Party, Clock])
def test_no_two_have_the_same_chinese_name(names):
    assert len({each.value for each in names}) == len(names.__members__)
