"""How an ending of a remedy is counted."""

from gongkai.law.remedy.counting import Result
from gongkai.law.remedy.decisions import DECISIONS, decision, decisions_of
from gongkai.law.remedy.ways import Way


def test_every_way_may_end_in_each_of_the_three_columns():
    for way in Way:
        assert {row.result for row in decisions_of(way)} == set(Result)


def test_only_a_correction_comes_with_an_order_to_act_again():
    assert {row.result for row in DECISIONS if row.anew} == {Result.CORRECTED}


def test_a_rejected_claim_upholds_and_a_withdrawn_one_is_other():
    assert decision("suit_rejected").result is Result.UPHELD
    assert decision("review_ended").result is Result.OTHER
