"""What a ground leads to."""

from itertools import product

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.exemption.ruling import Ruling, ThirdPartyView, Verdict, ruling

MUST = (Ground.STATE_SECRET, Ground.PROHIBITED_BY_LAW, Ground.SECURITY_AND_STABILITY)
MAY = (Ground.INTERNAL_AFFAIRS, Ground.PROCESS_INFORMATION, Ground.ENFORCEMENT_FILE)
YIELD = (Ground.PROCESS_INFORMATION, Ground.ENFORCEMENT_FILE)


@pytest.mark.parametrize(
    ("ground", "view", "interest"), list(product(MUST, ThirdPartyView, (False, True)))
)
def test_what_must_be_withheld_is_withheld_whatever_others_say(ground, view, interest):
    said = ruling(
        ground, third_party=view, in_public_interest=interest, must_be_public_under="《某法》"
    )
    assert said.verdict is Verdict.WITHHOLD
    assert said.source.key == "regulation:14"
    assert not said.tell_third_party


@pytest.mark.parametrize("ground", MAY)
def test_what_may_be_withheld_is_left_to_the_body(ground):
    assert ruling(ground).verdict is Verdict.MAY_WITHHOLD


@pytest.mark.parametrize("ground", YIELD)
def test_a_law_that_demands_publication_prevails(ground):
    said = ruling(ground, must_be_public_under="《某条例》第五条")
    assert said == Ruling(Verdict.DISCLOSE, "《某条例》第五条规定应当公开", said.source)
    assert said.source.key == "regulation:16(2)"


def test_internal_affairs_do_not_yield_to_another_rule():
    said = ruling(Ground.INTERNAL_AFFAIRS, must_be_public_under="《某条例》第五条")
    assert said.verdict is Verdict.MAY_WITHHOLD
    assert said.why == "属于内部事务信息"
    assert said.source.key == "regulation:16(1)"


@pytest.mark.parametrize(
    ("view", "interest", "verdict", "tell", "article", "why"),
    [
        (
            "NOT_ASKED",
            False,
            "ASK_FIRST",
            False,
            32,
            "公开会损害第三方合法权益的，应当书面征求意见",
        ),
        ("NOT_ASKED", True, "ASK_FIRST", False, 32, "公开会损害第三方合法权益的，应当书面征求意见"),
        ("AGREES", False, "DISCLOSE", False, 15, "第三方同意公开"),
        ("AGREES", True, "DISCLOSE", False, 15, "第三方同意公开"),
        ("OBJECTS", False, "WITHHOLD", False, 32, "第三方不同意公开且有合理理由"),
        ("OBJECTS", True, "DISCLOSE", True, 32, "不公开会对公共利益造成重大影响"),
        (
            "OBJECTS_WITHOUT_REASON",
            False,
            "BODY_DECIDES",
            False,
            32,
            "第三方不同意公开但无合理理由",
        ),
        ("OBJECTS_WITHOUT_REASON", True, "DISCLOSE", True, 32, "不公开会对公共利益造成重大影响"),
        ("SILENT", False, "BODY_DECIDES", False, 32, "第三方逾期未提出意见"),
        ("SILENT", True, "DISCLOSE", True, 32, "不公开会对公共利益造成重大影响"),
    ],
)
def test_a_third_party_is_asked_and_its_silence_leaves_it_to_the_body(
    *, view, interest, verdict, tell, article, why
):
    said = ruling(Ground.THIRD_PARTY, third_party=ThirdPartyView[view], in_public_interest=interest)
    assert said.verdict is Verdict[verdict]
    assert said.tell_third_party is tell
    assert said.source.key == f"regulation:{article}"
    assert said.why == why


def test_no_other_law_overrides_a_third_partys_right():
    said = ruling(
        Ground.THIRD_PARTY, third_party=ThirdPartyView.OBJECTS, must_be_public_under="《某法》"
    )
    assert said.verdict is Verdict.WITHHOLD
