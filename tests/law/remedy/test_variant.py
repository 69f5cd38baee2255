"""Which remedy paragraph an answer bears."""

from datetime import date

import pytest

from gongkai.law.exemption.grounds import Ground
from gongkai.law.outcome.kinds import AnswerKind
from gongkai.law.remedy.variant import (
    Unsettled,
    Variant,
    silence_goes_to_reconsideration_first,
    unsettled_on,
    variant,
)

BEFORE, SINCE = date(2023, 12, 31), date(2024, 1, 1)
REFUSALS = [kind for kind in AnswerKind if kind.name.startswith("REFUSED")]
SPECIAL = [AnswerKind.PARTLY_GRANTED, AnswerKind.ADMINISTRATIVE_INQUIRY, AnswerKind.WITHDRAWN]


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.name)
def test_a_refusal_goes_to_reconsideration_first_since_2024(kind):
    assert variant(kind, decided_on=SINCE) is Variant.R1
    assert variant(kind, decided_on=BEFORE) is Variant.R0


@pytest.mark.parametrize(
    "kind",
    [kind for kind in AnswerKind if kind not in (*REFUSALS, *SPECIAL)],
    ids=lambda kind: kind.name,
)
def test_any_other_answer_may_be_sued_directly(kind):
    assert variant(kind, decided_on=SINCE) is Variant.R2
    assert variant(kind, decided_on=BEFORE) is Variant.R0
    assert variant(kind, (Ground.STATE_SECRET,), decided_on=SINCE) is Variant.R2


def test_partial_disclosure_follows_what_it_leaves_out():
    assert variant(AnswerKind.PARTLY_GRANTED, decided_on=SINCE) is Variant.R2
    for ground in Ground:
        assert variant(AnswerKind.PARTLY_GRANTED, (ground,), decided_on=SINCE) is Variant.R1
        assert variant(AnswerKind.PARTLY_GRANTED, (ground,), decided_on=BEFORE) is Variant.R0


def test_a_register_inquiry_may_be_sued_directly_unless_switched():
    inquiry = AnswerKind.ADMINISTRATIVE_INQUIRY
    assert variant(inquiry, decided_on=SINCE) is Variant.R2
    first = Unsettled(inquiry_first=True, inaction_first=False)
    assert variant(inquiry, decided_on=SINCE, unsettled=first) is Variant.R1
    assert variant(inquiry, decided_on=BEFORE, unsettled=first) is Variant.R0


def test_a_withdrawn_application_bears_no_paragraph():
    assert variant(AnswerKind.WITHDRAWN, decided_on=SINCE) is None


def test_the_open_questions_are_answered_by_the_parameters():
    assert unsettled_on(SINCE) == Unsettled(inquiry_first=False, inaction_first=False)
    assert unsettled_on(date(1990, 1, 1)) == Unsettled(inquiry_first=False, inaction_first=False)


def test_silence_may_be_sued_directly_unless_switched():
    assert not silence_goes_to_reconsideration_first(SINCE)
    first = Unsettled(inquiry_first=False, inaction_first=True)
    assert silence_goes_to_reconsideration_first(SINCE, first)
    other = Unsettled(inquiry_first=True, inaction_first=False)
    assert not silence_goes_to_reconsideration_first(SINCE, other)


def test_a_decision_before_the_parameters_begin_is_of_the_old_kind():
    assert variant(AnswerKind.GRANTED, decided_on=date(2000, 1, 1)) is Variant.R0
