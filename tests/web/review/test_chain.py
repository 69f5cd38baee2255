"""Where a review stands after what was signed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.review.chain import (
    Mark,
    Outcome,
    Standing,
    Step,
    Verdict,
    digest_of,
    from_json,
    standing,
    to_json,
)

STEPS = (
    Step("保密审查", ("confidentiality",)),
    Step("审核", ("office_head", "legal"), every=True),
    Step("签发", ("head", "leader")),
)
NOW = "digest"


def yes(step: int, role: str, digest: str = NOW) -> Mark:
    return Mark(step, role, Verdict.APPROVE, digest)


def no(step: int, role: str) -> Mark:
    return Mark(step, role, Verdict.RETURN, NOW)


def asks(step: int, *roles: str) -> Standing:
    return Standing(Outcome.OPEN, step, frozenset(roles))


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], asks(0, "confidentiality")),
        ([yes(0, "confidentiality")], asks(1, "office_head", "legal")),
        ([yes(0, "confidentiality"), yes(1, "legal")], asks(1, "office_head")),
        (
            [yes(0, "confidentiality"), yes(1, "legal"), yes(1, "office_head"), yes(2, "leader")],
            Standing(Outcome.DONE),
        ),
        ([no(0, "confidentiality")], Standing(Outcome.RETURNED, 0)),
        ([yes(0, "confidentiality", "older")], Standing(Outcome.VOID)),
    ],
)
def test_a_review_stands_where_its_marks_have_brought_it(marks, expected):
    assert standing(STEPS, marks, NOW) == expected


def test_a_step_left_out_is_passed_over():
    skipped = Step("保密审查", ("confidentiality",), skipped="岗位空缺")
    assert standing((skipped, STEPS[2]), [], NOW).step == 1


def test_any_one_role_is_enough_where_not_every_one_is_asked():
    assert standing(STEPS[2:], [yes(0, "leader")], NOW).outcome is Outcome.DONE


steps = st.lists(
    st.builds(
        Step,
        title=st.just("环节"),
        roles=st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True).map(tuple),
        every=st.booleans(),
        skipped=st.sampled_from(["", "岗位空缺"]),
    ),
    min_size=1,
    max_size=5,
).map(tuple)


@given(steps, st.randoms())
def test_signing_whoever_is_asked_for_always_ends_the_review(chain, random):
    marks: list[Mark] = []
    for _ in range(20):
        now = standing(chain, marks, NOW)
        if now.outcome is Outcome.DONE:
            break
        marks.append(yes(now.step, random.choice(sorted(now.roles))))
    assert standing(chain, marks, NOW) == Standing(Outcome.DONE)


@given(steps)
def test_a_chain_survives_storage(chain):
    assert from_json(to_json(chain)) == chain


def test_the_hash_does_not_hang_on_the_order_of_keys_but_on_every_value():
    assert digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
    assert digest_of({"a": 1}) != digest_of({"a": "1"})
