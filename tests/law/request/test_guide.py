"""The questions in order, and the decisions they end in."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.exemption.grounds import Ground
from gongkai.law.exemption.ruling import ThirdPartyView, Verdict, ruling
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.outcome.table import refusal
from gongkai.law.request.guide import (
    BEFORE_THE_GROUNDS,
    QUESTIONS,
    Decision,
    Question,
    ground_questions,
    next_step,
    withheld_by,
)
from gongkai.law.request.lifecycle import Act

PLAIN = {
    "petition": False,
    "clear": True,
    "publication": False,
    "excessive": False,
    "repeated": False,
    "reconfirm": False,
    "register": False,
    "responsible": True,
    "archives": False,
    "held": True,
    "ready": True,
    "public": False,
}
GROUNDS = {f"ground_{ground.name.lower()}": False for ground in Ground}


def decide(said: Mapping[str, bool]) -> tuple[Decision, list[str]]:
    """Answer as said, plainly where nothing is said; the decision and what was asked."""
    answers, asked = {}, []
    while isinstance(step := next_step(answers), Question):
        asked.append(step.key)
        answers[step.key] = {**PLAIN, **GROUNDS, **said}[step.key]
    return step, asked


def test_a_plain_application_is_granted_after_every_question_that_applies():
    decision, asked = decide({})
    assert decision == Decision(AnswerKind.GRANTED)
    assert asked == [*PLAIN, *GROUNDS]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"petition": True}, AnswerKind.PETITION),
        ({"clear": False, "corrected": True}, AnswerKind.STILL_UNCLEAR),
        ({"publication": True}, AnswerKind.PUBLICATION),
        (
            {"excessive": True, "reasons_asked": True, "reasonable": False},
            AnswerKind.EXCESSIVE,
        ),
        (
            {"excessive": True, "reasons_asked": True, "reasonable": True},
            AnswerKind.GRANTED,
        ),
        ({"repeated": True}, AnswerKind.REPEATED),
        ({"reconfirm": True}, AnswerKind.RECONFIRMATION),
        ({"register": True}, AnswerKind.ADMINISTRATIVE_INQUIRY),
        ({"responsible": False}, AnswerKind.NOT_RESPONSIBLE),
        ({"archives": True}, AnswerKind.IN_ARCHIVES),
        ({"held": False}, AnswerKind.NOT_HELD),
        ({"ready": False}, AnswerKind.MUST_BE_CREATED),
        ({"public": True}, AnswerKind.ALREADY_PUBLIC),
    ],
)
def test_a_question_that_ends_gives_its_answer(said, kind):
    decision, asked = decide(said)
    assert decision == Decision(kind)
    if kind is not AnswerKind.GRANTED:
        assert asked[-1] == list(said)[-1]


@pytest.mark.parametrize(
    ("said", "act"),
    [
        ({"clear": False, "corrected": False}, Act.ASK_CORRECTION),
        ({"excessive": True, "reasons_asked": False}, Act.ASK_REASONS),
        (
            {"ground_third_party": True, "third_party_asked": False},
            Act.CONSULT_THIRD_PARTY,
        ),
    ],
)
def test_what_has_to_be_done_first_is_said(said, act):
    assert decide(said)[0] == Decision(None, first=act)


@pytest.mark.parametrize(
    "ground", [ground for ground in Ground if ground is not Ground.THIRD_PARTY]
)
def test_a_ground_alone_refuses_or_discloses_in_part(ground):
    key = f"ground_{ground.name.lower()}"
    said = {key: True, f"{key}_must": False}
    refused, _ = decide({**said, "separable": False})
    assert refused == Decision(AnswerKind[f"REFUSED_{ground.name}"], (ground,))
    partly, asked = decide({**said, "separable": True})
    assert partly == Decision(AnswerKind.PARTLY_GRANTED, (ground,))
    assert asked[-1] == "separable"
    assert (f"{key}_must" in asked) is (
        ground in (Ground.PROCESS_INFORMATION, Ground.ENFORCEMENT_FILE)
    )


@pytest.mark.parametrize("ground", [Ground.PROCESS_INFORMATION, Ground.ENFORCEMENT_FILE])
def test_a_ground_that_yields_to_another_law_is_gone(ground):
    key = f"ground_{ground.name.lower()}"
    decision, asked = decide({key: True, f"{key}_must": True})
    assert decision == Decision(AnswerKind.GRANTED)
    assert "separable" not in asked


ASKED = {"ground_third_party": True, "third_party_asked": True}


@pytest.mark.parametrize(
    ("said", "withheld", "tell"),
    [
        ({"third_party_agrees": True}, False, False),
        ({"third_party_agrees": False, "public_interest": True}, False, True),
        (
            {"third_party_agrees": False, "public_interest": False, "reason_is_good": True},
            True,
            False,
        ),
        (
            {"third_party_agrees": False, "public_interest": False, "reason_is_good": False},
            False,
            False,
        ),
    ],
)
def test_a_third_partys_part_follows_its_view_and_the_public_interest(said, withheld, tell):
    decision, asked = decide({**ASKED, **said, "separable": False})
    third = (Ground.THIRD_PARTY,)
    expected = Decision(AnswerKind.REFUSED_THIRD_PARTY, third) if withheld else None
    assert decision == (expected or Decision(AnswerKind.GRANTED, tell_third_party=tell))
    assert set(said) <= set(asked)
    assert ("separable" in asked) is withheld


def test_a_third_party_is_told_also_when_other_parts_are_withheld():
    said = {"third_party_agrees": False, "public_interest": True, "ground_internal_affairs": True}
    decision, _ = decide({**ASKED, **said, "separable": True})
    assert decision == Decision(
        AnswerKind.PARTLY_GRANTED, (Ground.INTERNAL_AFFAIRS,), tell_third_party=True
    )


def test_several_grounds_stand_together_and_the_first_of_the_form_names_the_row():
    said = {"ground_enforcement_file": True, "ground_enforcement_file_must": False}
    said |= {"ground_state_secret": True, "separable": False}
    decision, _ = decide(said)
    assert decision == Decision(
        AnswerKind.REFUSED_STATE_SECRET, (Ground.STATE_SECRET, Ground.ENFORCEMENT_FILE)
    )


def test_questions_have_keys_of_their_own_and_follow_those_they_depend_on():
    keys = [question.key for question in QUESTIONS]
    assert len(keys) == len(set(keys))
    for place, question in enumerate(QUESTIONS):
        if question.only_if:
            assert question.only_if[0] in keys[:place]


def test_the_questions_of_the_grounds_stand_between_the_others():
    assert (*BEFORE_THE_GROUNDS, *ground_questions(), QUESTIONS[-1]) == QUESTIONS


def test_nothing_is_withheld_before_anything_is_answered():
    assert withheld_by({}) == ()
    assert withheld_by({"ground_third_party": True}) == ()


def test_every_question_cites_its_provision():
    assert {question.key: question.source.key for question in QUESTIONS} == {
        "petition": "regulation:39(1)",
        "clear": "regulation:30",
        "corrected": "regulation:30",
        "publication": "regulation:39(2)",
        "excessive": "regulation:35",
        "reasons_asked": "regulation:35",
        "reasonable": "regulation:35",
        "repeated": "regulation:36(6)",
        "reconfirm": "counting_practice:18",
        "register": "regulation:36(7)",
        "responsible": "regulation:36(5)",
        "archives": "archives:15",
        "held": "regulation:36(4)",
        "ready": "regulation:38",
        "public": "regulation:36(1)",
        "ground_state_secret": "regulation:14",
        "ground_prohibited_by_law": "regulation:14",
        "ground_security_and_stability": "regulation:14",
        "ground_third_party": "regulation:15",
        "third_party_asked": "regulation:32",
        "third_party_agrees": "regulation:15",
        "public_interest": "regulation:15",
        "reason_is_good": "regulation:32",
        "ground_internal_affairs": "regulation:16(1)",
        "ground_process_information": "regulation:16(2)",
        "ground_process_information_must": "regulation:16(2)",
        "ground_enforcement_file": "regulation:16(2)",
        "ground_enforcement_file_must": "regulation:16(2)",
        "separable": "regulation:37",
    }


def test_a_ground_that_leaves_a_choice_asks_whether_it_is_used():
    texts = {question.key: question.text for question in QUESTIONS}
    assert texts["ground_internal_affairs"] == (
        "是否有内容属于人事管理、后勤管理、内部工作流程的信息，并决定不予公开？"
    )
    assert texts["ground_state_secret"] == "是否有内容属于国家秘密？"
    assert texts["ground_enforcement_file_must"].startswith("法律、法规、规章是否规定这类行政执法")


@given(st.fixed_dictionaries({question.key: st.booleans() for question in QUESTIONS}))
def test_any_answers_end_in_a_decision_that_asks_nothing_twice(said):
    decision, asked = decide(said)
    assert len(asked) == len(set(asked))
    assert (decision.kind is None) is (decision.first is not None)
    if decision.kind is AnswerKind.PARTLY_GRANTED or (
        decision.kind and decision.kind.name.startswith("REFUSED")
    ):
        assert decision.withheld
    else:
        assert not decision.withheld


VIEWS = {
    (True, None): ThirdPartyView.AGREES,
    (False, True): ThirdPartyView.OBJECTS,
    (False, False): ThirdPartyView.OBJECTS_WITHOUT_REASON,
    (False, None): ThirdPartyView.OBJECTS,
}


LATER = [question.key for question in QUESTIONS if question.key not in PLAIN]


@given(st.fixed_dictionaries({key: st.booleans() for key in LATER}))
def test_the_guide_withholds_what_the_ruling_on_each_ground_withholds(said):
    answers = {}
    while isinstance(step := next_step(answers), Question):
        answers[step.key] = {**said, **PLAIN, "third_party_asked": True}[step.key]
    if not step.withheld:
        assert step.kind is AnswerKind.GRANTED
    elif answers["separable"]:
        assert step.kind is AnswerKind.PARTLY_GRANTED
    else:
        assert step.kind is refusal(step.withheld[0])
    agrees, good = answers.get("third_party_agrees"), answers.get("reason_is_good")
    for ground in Ground:
        key = f"ground_{ground.name.lower()}"
        verdict = ruling(
            ground,
            third_party=VIEWS.get((agrees, good), ThirdPartyView.NOT_ASKED),
            in_public_interest=answers.get("public_interest", False),
            must_be_public_under="《某法》" if answers.get(f"{key}_must") else "",
        ).verdict
        withholds = verdict in (Verdict.WITHHOLD, Verdict.MAY_WITHHOLD)
        assert (ground in step.withheld) is (answers[key] and withholds)


def test_every_kind_the_guide_can_give_is_given_by_some_answers():
    found = set()
    for said in [{}, *({key: value} for key, value in product(PLAIN, (False, True)))]:
        rest = {"corrected": True, "reasons_asked": True, "reasonable": False}
        found.add(decide({**rest, **said})[0].kind)
    assert found == {
        AnswerKind.PETITION,
        AnswerKind.STILL_UNCLEAR,
        AnswerKind.PUBLICATION,
        AnswerKind.EXCESSIVE,
        AnswerKind.REPEATED,
        AnswerKind.RECONFIRMATION,
        AnswerKind.ADMINISTRATIVE_INQUIRY,
        AnswerKind.NOT_RESPONSIBLE,
        AnswerKind.IN_ARCHIVES,
        AnswerKind.NOT_HELD,
        AnswerKind.MUST_BE_CREATED,
        AnswerKind.ALREADY_PUBLIC,
        AnswerKind.GRANTED,
    }
